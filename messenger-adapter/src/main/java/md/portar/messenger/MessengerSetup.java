package md.portar.messenger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.ChannelSetup.SetupStep.Result;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Subscribes the page to our application and sets its Messenger profile. The webhook's own address is entered once in Meta's
 * App Dashboard; no call of the page's token can set it.
 */
final class MessengerSetup implements ChannelSetup {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String FIELDS = "messages,messaging_postbacks,message_echoes,message_deliveries,message_reads,"
            + "messaging_handovers,standby,messaging_referrals,message_reactions,message_edits";
    private static final String PROFILE = "messenger_profile";
    private static final String PROFILE_FIELDS = "get_started,greeting,persistent_menu,ice_breakers";

    private final MessengerHttp http;
    private final MessengerGraph graph;
    private final ObjectMapper mapper = new ObjectMapper();

    MessengerSetup(MessengerHttp http, MessengerGraph graph) {
        this.http = http;
        this.graph = graph;
    }

    @Override
    public CompletionStage<List<SetupStep>> register() {
        HttpUrl subscribe = graph.page("subscribed_apps")
                .newBuilder()
                .addQueryParameter("subscribed_fields", FIELDS)
                .build();
        return all(List.of(
                step("Subscribe the page", post(subscribe, mapper.createObjectNode())),
                step(
                        "Set Get Started, greeting, menu and ice breakers",
                        post(graph.me(PROFILE, Map.of()), profile()))));
    }

    @Override
    public CompletionStage<List<SetupStep>> inspect() {
        return all(List.of(
                step(
                        "Read the page's subscription",
                        graph.request(graph.page("subscribed_apps")).build()),
                step(
                        "Read the Messenger profile",
                        graph.request(graph.me(PROFILE, Map.of("fields", PROFILE_FIELDS)))
                                .build())));
    }

    @Override
    public CompletionStage<List<SetupStep>> remove() {
        ObjectNode fields = mapper.createObjectNode();
        ArrayNode names = fields.putArray("fields");
        for (String name : PROFILE_FIELDS.split(",")) {
            names.add(name);
        }
        return all(List.of(
                step(
                        "Unsubscribe the page",
                        graph.request(graph.page("subscribed_apps")).delete().build()),
                step(
                        "Remove the Messenger profile",
                        graph.request(graph.me(PROFILE, Map.of()))
                                .delete(body(fields))
                                .build())));
    }

    private ObjectNode profile() {
        ObjectNode profile = mapper.createObjectNode();
        profile.putObject("get_started").put("payload", "start");
        ArrayNode greeting = profile.putArray("greeting");
        greet(greeting, "default", "I am the support bot. Ask me a question or ask for a person.");
        greet(greeting, "ro_RO", "Sunt asistentul automat de suport. Pune o întrebare sau cere un om.");
        greet(greeting, "ru_RU", "Я бот поддержки. Задайте вопрос или позовите оператора.");
        ArrayNode menus = profile.putArray("persistent_menu");
        menu(menus, "default", "Talk to a person", "Request status", "Common questions", "Change language");
        menu(menus, "ro_RO", "Vorbește cu un om", "Starea solicitării", "Întrebări frecvente", "Schimbă limba");
        menu(menus, "ru_RU", "Связь с оператором", "Статус обращения", "Частые вопросы", "Сменить язык");
        ArrayNode breakers = profile.putArray("ice_breakers");
        ObjectNode english = breakers.addObject();
        english.put("locale", "default");
        ArrayNode questions = english.putArray("call_to_actions");
        breaker(questions, "Deposits and withdrawals", "topic.payments");
        breaker(questions, "I cannot log in", "topic.login");
        breaker(questions, "Status of my request", "menu.status");
        breaker(questions, "Talk to a person", "menu.human");
        return profile;
    }

    private static void greet(ArrayNode greeting, String locale, String text) {
        greeting.addObject().put("locale", locale).put("text", text);
    }

    private static void menu(
            ArrayNode menus, String locale, String human, String status, String questions, String language) {
        ObjectNode menu = menus.addObject();
        menu.put("locale", locale).put("composer_input_disabled", false);
        ArrayNode entries = menu.putArray("call_to_actions");
        entry(entries, human, "menu.human");
        entry(entries, status, "menu.status");
        entry(entries, questions, "menu.faq");
        entry(entries, language, "menu.language");
    }

    private static void entry(ArrayNode entries, String title, String payload) {
        entries.addObject().put("type", "postback").put("title", title).put("payload", payload);
    }

    private static void breaker(ArrayNode questions, String question, String payload) {
        questions.addObject().put("question", question).put("payload", payload);
    }

    private Request post(HttpUrl url, ObjectNode content) {
        return graph.request(url).post(body(content)).build();
    }

    private static RequestBody body(ObjectNode content) {
        return RequestBody.create(content.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }

    private CompletableFuture<SetupStep> step(String name, Request request) {
        return http.call(request)
                .thenApply(answer -> answer.status() == 200
                        ? new SetupStep(name, Result.OK, "")
                        : new SetupStep(name, Result.FAIL, advice(answer)))
                .exceptionally(problem -> new SetupStep(
                        name, Result.FAIL, "The Graph API was not reached; look at the network and api-url."));
    }

    private static String advice(MessengerHttp.Answer answer) {
        return MessengerReply.of(answer)
                .fold(
                        delivered -> "The Graph API answered with status " + answer.status() + ".",
                        retry -> "The Graph API asks to try again later.",
                        uncertain -> "The Graph API does not work right now; try again later.",
                        never -> "The Graph API refused (code " + never.platformCode()
                                + "); look at the page token, the app secret and the granted permissions.");
    }

    private static CompletionStage<List<SetupStep>> all(List<CompletableFuture<SetupStep>> steps) {
        return CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<SetupStep> results = new ArrayList<>();
            steps.forEach(step -> results.add(step.join()));
            return results;
        });
    }
}
