package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import md.portar.core.channel.Choice;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.channel.Outcomes;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire for each action. */
class TelegramRequestsTest {
    private static final String PATH = "/bot" + TelegramHarness.TOKEN + "/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TelegramHarness harness;

    @BeforeAll
    static void start() {
        harness = new TelegramHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @BeforeEach
    void everythingSucceeds() {
        harness.platform().resetAll();
        harness.platform().stubFor(any(anyUrl()).willReturn(TelegramHarness.ok("true")));
        harness.platform().stubFor(post(call("sendmessage")).willReturn(harness.sent()));
    }

    @Test
    void aMessageIsPlainTextWithoutLinkPreview() {
        deliver(Samples.text(TelegramHarness.PERSON, CatalogueText.of("<b>5 < 6</b> & *so on* https://example.org")));
        JsonNode sent = onlyRequest("sendmessage");
        assertThat(sent.path("chat_id").asText()).isEqualTo("100000001");
        assertThat(sent.path("text").asText()).isEqualTo("<b>5 < 6</b> & *so on* https://example.org");
        assertThat(sent.has("parse_mode")).isFalse();
        assertThat(sent.path("link_preview_options").path("is_disabled").asBoolean())
                .isTrue();
        assertThat(sent.has("reply_markup")).isFalse();
    }

    @Test
    void shortLabelsStandInPairsAndLongOnesAlone() {
        assertThat(rows("Meniu", "Stare solicitare", "Întrebări frecvente", "Da", "Nu", "Poate"))
                .containsExactly("Meniu|Stare solicitare", "Întrebări frecvente", "Da|Nu", "Poate");
    }

    @Test
    void aRatingIsOneRow() {
        assertThat(rows("1", "2", "3", "4", "5")).containsExactly("1|2|3|4|5");
    }

    @Test
    void aButtonBringsItsIdBack() {
        deliver(Samples.withChoices(TelegramHarness.PERSON, 1));
        JsonNode button = onlyRequest("sendmessage").at("/reply_markup/inline_keyboard/0/0");
        assertThat(button.path("callback_data").asText()).isEqualTo("choice.1");
        assertThat(button.path("text").asText()).isEqualTo("Choice 1");
    }

    @Test
    void aTapIsAnsweredAndThenItsButtonsGo() {
        deliver(TelegramAnswers.ACKNOWLEDGE);
        assertThat(methods()).containsExactly("answercallbackquery", "editmessagereplymarkup");
        assertThat(requests().get(0).path("callback_query_id").asText()).isEqualTo("4382000000000000001");
        assertThat(requests().get(1).path("message_id").asInt()).isEqualTo(130);
        assertThat(requests().get(1).has("reply_markup")).isFalse();
    }

    @Test
    void aTapOnAnUnknownMessageIsOnlyAnswered() {
        deliver(new OutboundAction.AcknowledgeChoice(TelegramHarness.PERSON, new PlatformMessageId("77"), null));
        assertThat(methods()).containsExactly("answercallbackquery");
    }

    @Test
    void buttonsThatCannotBeTakenAwayDoNotMatter() {
        harness.platform()
                .stubFor(post(call("editmessagereplymarkup"))
                        .willReturn(TelegramAnswers.error(400, "Bad Request: message to edit not found", "{}")));
        assertThat(deliver(TelegramAnswers.ACKNOWLEDGE)).isEqualTo(TelegramAnswers.DONE);
    }

    @Test
    void redactingDeletesThePersonsMessage() {
        deliver(TelegramAnswers.REDACT);
        assertThat(onlyRequest("deletemessage").path("message_id").asInt()).isEqualTo(17);
    }

    @Test
    void typingIsAChatAction() {
        deliver(TelegramAnswers.TYPING);
        assertThat(onlyRequest("sendchataction").path("action").asText()).isEqualTo("typing");
    }

    @Test
    void aGroupThatMovedIsFollowedOnce() {
        harness.platform()
                .stubFor(post(call("leavechat"))
                        .withRequestBody(matchingJsonPath(
                                "$.chat_id", com.github.tomakehurst.wiremock.client.WireMock.equalTo("-1001000000001")))
                        .willReturn(TelegramAnswers.error(
                                400,
                                "Bad Request: group chat was upgraded to a supergroup chat",
                                "{\"migrate_to_chat_id\": -1001000000077}")));
        assertThat(deliver(TelegramAnswers.LEAVE)).isEqualTo(TelegramAnswers.DONE);
        assertThat(requests())
                .extracting(request -> request.path("chat_id").asText())
                .containsExactly("-1001000000001", "-1001000000077");
    }

    @Test
    void idsThatAreNotTelegramsAreNotSent() {
        OutboundAction elsewhere = Samples.hello(TelegramHarness.conversation("someone"));
        OutboundAction message =
                new OutboundAction.RedactAtSource(TelegramHarness.PERSON, new PlatformMessageId("SM0123456789abcdef"));
        assertThat(Stream.of(elsewhere, message).map(this::deliver).map(Outcomes::kind))
                .containsOnly("Undeliverable(INVALID_MESSAGE)");
        assertThat(requests()).isEmpty();
    }

    @Test
    void anInvitationToTryAgainAtOnceIsLeftToTheOutbox() {
        harness.platform()
                .stubFor(post(anyUrl())
                        .willReturn(aResponse()
                                .withStatus(503)
                                .withHeader("Retry-After", "0")
                                .withBody("busy")));
        assertThat(deliver(TelegramAnswers.HELLO)).isEqualTo(TelegramAnswers.UNCLEAR);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        harness.platform()
                .stubFor(post(call("sendmessage"))
                        .willReturn(aResponse().withStatus(307).withHeader("Location", PATH + "elsewhere")));
        assertThat(deliver(TelegramAnswers.HELLO)).isInstanceOf(DeliveryOutcome.Uncertain.class);
        assertThat(methods()).containsExactly("sendmessage");
    }

    /** The library writes some methods in lower case and some not; Telegram does not mind. */
    private static UrlPattern call(String method) {
        return urlPathMatching("(?i)" + PATH + method);
    }

    private DeliveryOutcome deliver(OutboundAction action) {
        return Samples.await(harness.adapter().deliver(action));
    }

    private List<String> rows(String... labels) {
        List<Choice> choices = new ArrayList<>();
        for (String label : labels) {
            choices.add(new Choice("c." + choices.size(), CatalogueText.of(label)));
        }
        deliver(new OutboundAction.SendMessage(
                TelegramHarness.PERSON, CatalogueText.of("Alege."), choices, OutboundAction.Speaker.BOT));
        List<String> rows = new ArrayList<>();
        for (JsonNode row : onlyRequest("sendmessage").at("/reply_markup/inline_keyboard")) {
            rows.add(String.join("|", row.findValuesAsText("text")));
        }
        return rows;
    }

    private JsonNode onlyRequest(String method) {
        assertThat(methods()).containsExactly(method);
        return requests().get(0);
    }

    private List<String> methods() {
        return events().map(
                        event -> event.getRequest().getUrl().replace(PATH, "").toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<JsonNode> requests() {
        return events().map(event -> read(event.getRequest().getBodyAsString())).toList();
    }

    /** Oldest first. */
    private static Stream<ServeEvent> events() {
        List<ServeEvent> events = new ArrayList<>(harness.platform().getAllServeEvents());
        Collections.reverse(events);
        return events.stream();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON", e);
        }
    }
}
