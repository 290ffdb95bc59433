package md.portar.gateway.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/** Bodies of webhooks, made up after the platforms' documentation; everybody in them is invented. */
final class Updates {
    private final SimulatorSettings accounts;

    Updates(SimulatorSettings accounts) {
        this.accounts = accounts;
    }

    /** A text message nobody sent before. */
    String text(ChatApp app, long number, String player, String text) {
        return switch (app) {
            case TELEGRAM -> telegram(number, player, "\"text\":\"" + text + "\"");
            case MESSENGER -> messenger(player, "\"message\":{\"mid\":\"m_" + number + "\",\"text\":\"" + text + "\"}");
            case WHATSAPP -> whatsApp(number, player, Map.of("Body", text, "MessageType", "text"));
        };
    }

    /** A tap on a topic, on Messenger. */
    String tap(long number, String player, String payload) {
        return messenger(
                player,
                "\"postback\":{\"mid\":\"m_" + number + "\",\"title\":\"topic\",\"payload\":\"" + payload + "\"}");
    }

    static String telegram(long number, String player, String content) {
        return "{\"update_id\":" + number + ",\"message\":{\"message_id\":" + number + ",\"from\":{\"id\":" + player
                + ",\"is_bot\":false,\"first_name\":\"Test\",\"last_name\":\"User\",\"language_code\":\"en\"},\"chat\":{"
                + "\"id\":" + player + ",\"first_name\":\"Test\",\"type\":\"private\"},\"date\":" + seconds() + ","
                + content + "}}";
    }

    String messenger(String player, String event) {
        String page = accounts.messenger().ids().page();
        return "{\"object\":\"page\",\"entry\":[{\"id\":\"" + page + "\",\"time\":" + millis()
                + ",\"messaging\":[{\"sender\":{\"id\":\"" + player + "\"},\"recipient\":{\"id\":\"" + page
                + "\"},\"timestamp\":" + millis() + "," + event + "}]}]}";
    }

    String whatsApp(long number, String player, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", "SM%032x".formatted(number));
        fields.put("SmsMessageSid", "SM%032x".formatted(number));
        fields.put("AccountSid", accounts.whatsApp().accountSid());
        fields.put("From", player);
        fields.put("To", accounts.whatsApp().from());
        fields.put("WaId", player.replaceAll("[^0-9]", ""));
        fields.put("ProfileName", "Test User");
        fields.put("SmsStatus", "received");
        fields.put("NumMedia", "0");
        fields.put("ApiVersion", "2010-04-01");
        fields.putAll(more);
        return form(fields);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One of each kind, to be taken apart; numbers from this one on. */
    List<String> kinds(ChatApp app, long number) {
        return switch (app) {
            case TELEGRAM -> telegramKinds(number);
            case MESSENGER -> messengerKinds(number);
            case WHATSAPP -> whatsAppKinds(number);
        };
    }

    private static List<String> telegramKinds(long number) {
        String player = "100000901";
        String file = "\"file_id\":\"f1\",\"file_unique_id\":\"u1\",\"file_size\":10";
        String person = "{\"id\":" + player + ",\"is_bot\":false,\"first_name\":\"Test\"}";
        String chat = "{\"id\":" + player + ",\"type\":\"private\",\"first_name\":\"Test\"}";
        String place = "\"chat\":" + chat + ",\"from\":" + person + ",\"date\":" + seconds();
        return List.of(
                telegram(
                        number,
                        player,
                        "\"text\":\"how do I verify my account?\",\"entities\":[{\"type\":\"bold\","
                                + "\"offset\":0,\"length\":3}],\"reply_to_message\":{\"message_id\":1," + place
                                + ",\"text\":\"x\"}"),
                telegram(
                        number + 1,
                        player,
                        "\"caption\":\"a picture\",\"photo\":[{" + file + ",\"width\":1,\"height\":1}]"),
                telegram(number + 2, player, "\"contact\":{\"phone_number\":\"+37360000001\",\"first_name\":\"Test\"}"),
                telegram(number + 3, player, "\"location\":{\"latitude\":47.02,\"longitude\":28.83}"),
                "{\"update_id\":" + (number + 4) + ",\"callback_query\":{\"id\":\"" + number + "\",\"from\":" + person
                        + ",\"message\":{\"message_id\":2," + place
                        + ",\"text\":\"x\"},\"chat_instance\":\"1\",\"data\":\"menu.faq\"}}",
                "{\"update_id\":" + (number + 5) + ",\"edited_message\":{\"message_id\":" + number + "," + place
                        + ",\"edit_date\":" + seconds() + ",\"text\":\"changed\"}}",
                "{\"update_id\":" + (number + 6) + ",\"my_chat_member\":{" + place
                        + ",\"old_chat_member\":{\"user\":" + person + ",\"status\":\"member\"},"
                        + "\"new_chat_member\":{\"user\":" + person + ",\"status\":\"member\"}}}");
    }

    private List<String> messengerKinds(long number) {
        String player = "7000000000000901";
        String mid = "\"mid\":\"m_k" + number;
        return List.of(
                messenger(
                        player,
                        "\"message\":{" + mid + "a\",\"text\":\"how do I verify my account?\","
                                + "\"quick_reply\":{\"payload\":\"menu.faq\"},\"reply_to\":{\"mid\":\"m_0\"}}"),
                messenger(
                        player,
                        "\"message\":{" + mid + "b\",\"attachments\":[{\"type\":\"image\",\"payload\":"
                                + "{\"url\":\"https://cdn.example.org/1.jpg\"}}]}"),
                messenger(
                        player,
                        "\"postback\":{" + mid + "c\",\"title\":\"Menu\",\"payload\":\"menu.faq\","
                                + "\"referral\":{\"ref\":\"menu\",\"source\":\"SHORTLINK\",\"type\":\"OPEN_THREAD\"}}"),
                messenger(player, "\"delivery\":{\"mids\":[\"m_1\"],\"watermark\":" + millis() + "}"),
                messenger(player, "\"read\":{\"watermark\":" + millis() + "}"),
                messenger(player, "\"message_edit\":{" + mid + "a\",\"text\":\"changed\",\"num_edit\":1}"),
                messenger(player, "\"message\":{" + mid + "d\",\"is_echo\":true,\"app_id\":1,\"text\":\"x\"}"),
                messenger(player, "\"reaction\":{\"reaction\":\"love\",\"action\":\"react\",\"mid\":\"m_1\"}"));
    }

    private List<String> whatsAppKinds(long number) {
        String player = "whatsapp:+37360000901";
        return List.of(
                whatsApp(number, player, Map.of("Body", "how do I verify my account?", "MessageType", "text")),
                whatsApp(
                        number + 1,
                        player,
                        Map.of(
                                "Body",
                                "a picture",
                                "NumMedia",
                                "1",
                                "MediaUrl0",
                                "https://api.example.org/1",
                                "MediaContentType0",
                                "image/jpeg",
                                "MessageType",
                                "image")),
                whatsApp(
                        number + 2,
                        player,
                        Map.of("Body", "", "Latitude", "47.02", "Longitude", "28.83", "MessageType", "location")),
                whatsApp(
                        number + 3,
                        player,
                        Map.of(
                                "Body",
                                "Menu",
                                "ButtonText",
                                "Menu",
                                "ButtonPayload",
                                "menu.faq",
                                "MessageType",
                                "button")),
                form(Map.of(
                        "MessageSid",
                        "SM%032x".formatted(number + 4),
                        "MessageStatus",
                        "delivered",
                        "To",
                        player,
                        "From",
                        accounts.whatsApp().from(),
                        "ErrorCode",
                        "0")));
    }

    private static long millis() {
        return System.currentTimeMillis();
    }

    private static long seconds() {
        return millis() / 1000;
    }
}
