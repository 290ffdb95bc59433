package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Runs the simulator alone with a small bot that answers everything, to look at the page. */
public final class TrySimulator {
    private static final String WORDS =
            "Retragerea se face din cont, secțiunea Casa. De obicei durează de la câteva minute la 24 de ore.\n"
                    + "1. Intră în cont\n2. Alege metoda\n3. Confirmă suma";

    private TrySimulator() {}

    public static void main(String[] args) throws InterruptedException {
        try (StandInGateway gateway = new StandInGateway()) {
            SimulatorSettings settings = gateway.settings()
                    .withPace(SimulatorSettings.Pace.HUMAN)
                    .withPort(args.length > 0 ? Integer.parseInt(args[0]) : 0)
                    .withPage(new SimulatorSettings.Page(
                            "http://127.0.0.1:8081/",
                            List.of(
                                    new SimulatorSettings.DemoCase("483920", "100200"),
                                    new SimulatorSettings.DemoCase("483921", "100201"))));
            try (Simulator simulator = new Simulator(settings).start()) {
                GatewayCalls calls = new GatewayCalls(simulator, settings);
                String list = calls.content(listPicker()).json().path("sid").asText();
                String buttons = calls.content(quickReply()).json().path("sid").asText();
                calls.telegram(
                        "setmycommands",
                        "{\"scope\":{\"type\":\"all_private_chats\"},\"commands\":[{\"command\":\"menu\",\"description\":\"Main menu\"},"
                                + "{\"command\":\"human\",\"description\":\"Talk to a person\"}]}");
                calls.graph(
                        "messenger_profile",
                        "{\"get_started\":{\"payload\":\"start\"},\"persistent_menu\":[{\"locale\":\"default\",\"call_to_actions\":["
                                + "{\"type\":\"postback\",\"title\":\"Talk to a person\",\"payload\":\"menu.human\"}]}]}");
                var bot = Executors.newSingleThreadExecutor();
                gateway.onReceived(one -> bot.execute(() -> answer(one, calls, list, buttons)));
                System.out.println(simulator.url());
                Thread.currentThread().join();
            }
        }
    }

    private static String quickReply() {
        return "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"Cu ce te pot ajuta?\",\"actions\":["
                + "{\"title\":\"Întrebări frecvente\",\"id\":\"faq\"},{\"title\":\"Stare solicitare\",\"id\":\"status\"},"
                + "{\"title\":\"Vorbește cu un om\",\"id\":\"human\"}]}}}";
    }

    private static String listPicker() {
        return "{\"language\":\"ro\",\"types\":{\"twilio/list-picker\":{\"body\":\"Alege o temă\",\"button\":\"Teme\",\"items\":["
                + "{\"item\":\"Cont și parolă\",\"id\":\"login\",\"description\":\"Nu pot intra, am uitat parola\"},"
                + "{\"item\":\"Depuneri, retrageri\",\"id\":\"pay\"},{\"item\":\"Bonusuri și rulaj\",\"id\":\"bonus\"}]}}}";
    }

    private static void answer(StandInGateway.Received one, GatewayCalls calls, String list, String buttons) {
        if (one.path().contains("telegram")) {
            telegram(one.request().json().orElseThrow(), calls);
        } else if (one.path().contains("whatsapp")) {
            whatsApp(one.request().form(), calls, list, buttons);
        } else {
            messenger(one.request().json().orElseThrow(), calls);
        }
    }

    private static void telegram(JsonNode update, GatewayCalls calls) {
        JsonNode query = update.path("callback_query");
        JsonNode message = update.has("message") ? update.path("message") : query.path("message");
        String chat = message.path("chat").path("id").asText();
        if (query.has("id")) {
            calls.telegram(
                    "answercallbackquery",
                    "{\"callback_query_id\":\"" + query.path("id").asText() + "\",\"text\":\"Ok\"}");
        }
        if (message.path("text").asText("").contains("parola")) {
            calls.telegram(
                    "deletemessage",
                    "{\"chat_id\":\"" + chat + "\",\"message_id\":" + message.path("message_id") + "}");
        }
        calls.telegram("sendchataction", "{\"chat_id\":\"" + chat + "\",\"action\":\"typing\"}");
        calls.telegram(
                "sendmessage",
                "{\"chat_id\":\"" + chat + "\",\"parse_mode\":\"HTML\",\"text\":\"<b>Răspuns.</b> "
                        + WORDS.replace("\n", "\\n")
                        + "\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"M-a ajutat\",\"callback_data\":\"y\"},{\"text\":\"Nu m-a ajutat\",\"callback_data\":\"n\"}],[{\"text\":\"Vorbește cu un om\",\"callback_data\":\"h\"}]]}}");
    }

    private static void whatsApp(Form form, GatewayCalls calls, String list, String buttons) {
        if (form.first("SmsStatus").filter("received"::equals).isEmpty()) {
            return;
        }
        String sid = form.get("MessageSid");
        calls.twilioPost("/v2/Indicators/Typing.json", "channel=whatsapp&messageId=" + sid);
        if (form.get("Body").contains("parola")) {
            calls.twilioPost("/2010-04-01/Accounts/" + form.get("AccountSid") + "/Messages/" + sid + ".json", "Body=");
        }
        calls.twilio(Map.of("From", form.get("To"), "To", form.get("From"), "Body", "*Răspuns.* " + WORDS));
        String content = form.get("Body").contains("list") ? list : buttons;
        calls.twilio(Map.of("From", form.get("To"), "To", form.get("From"), "ContentSid", content));
    }

    private static void messenger(JsonNode body, GatewayCalls calls) {
        JsonNode event = body.path("entry").path(0).path("messaging").path(0);
        boolean said = event.has("postback")
                || event.path("message").has("text")
                || event.path("message").has("attachments");
        if (!said || event.path("message").has("is_echo")) {
            return;
        }
        String to = "\"recipient\":{\"id\":\"" + event.path("sender").path("id").asText() + "\"}";
        calls.graph("messages", "{" + to + ",\"sender_action\":\"mark_seen\"}");
        calls.graph("messages", "{" + to + ",\"sender_action\":\"typing_on\"}");
        calls.graph(
                "messages",
                "{" + to + ",\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"" + WORDS.replace("\n", "\\n")
                        + "\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"M-a ajutat\",\"payload\":\"y\"},{\"content_type\":\"text\",\"title\":\"Nu m-a ajutat\",\"payload\":\"n\"},{\"content_type\":\"text\",\"title\":\"Vorbește cu un om\",\"payload\":\"h\"}]}}");
    }
}
