package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import md.portar.core.testkit.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator's tables say what the platforms' specifications say. */
class RulesTest {
    @Test
    void telegramMethodsHaveTheDocumentedFields() throws IOException {
        JsonNode documented = read("specs/telegram-bot-api.json").path("methods");
        new TelegramRules().methods().forEach((method, fields) -> {
            Set<String> required = new HashSet<>();
            Set<String> all = new HashSet<>();
            documented.path(method).path("fields").forEach(field -> {
                all.add(field.path("name").asText());
                if (field.path("required").asBoolean()) {
                    required.add(field.path("name").asText());
                }
            });
            assertThat(fields.keySet()).as(method).isEqualTo(all);
            Set<String> ours = new HashSet<>();
            fields.forEach((name, field) -> {
                if (field.required()) {
                    ours.add(name);
                }
            });
            assertThat(ours).as(method).isEqualTo(required);
        });
    }

    @Test
    void twilioSendsHaveTheDocumentedFields() throws IOException {
        JsonNode schema = read("specs/twilio_api_v2010.messages.openapi.json")
                .path("paths")
                .path("/2010-04-01/Accounts/{AccountSid}/Messages.json")
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/x-www-form-urlencoded")
                .path("schema")
                .path("properties");
        Set<String> documented = new TreeSet<>();
        schema.fieldNames().forEachRemaining(documented::add);
        assertThat(new TreeSet<>(TwilioRules.fields())).isEqualTo(documented);
    }

    @Test
    void aKeyboardWithLongCallbackDataIsNoticed() {
        String data = "ț".repeat(33);
        JsonNode params = Json.read("{\"chat_id\":\"100000001\",\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":"
                        + "[[{\"text\":\"a\",\"callback_data\":\"" + data + "\"}]]}}")
                .orElseThrow();
        assertThat(new TelegramRules().broken("sendMessage", params.deepCopy()))
                .containsExactly("callback_data must have 1 to 64 bytes");
    }

    @Test
    void unknownAndMissingAndMistypedFieldsAreNoticed() {
        JsonNode params = Json.read(
                        "{\"chat_id\":100000001,\"disable_notification\":\"yes\",\"txt\":\"x\",\"method\":\"sendmessage\"}")
                .orElseThrow();
        assertThat(new TelegramRules().broken("sendMessage", params.deepCopy()))
                .containsExactlyInAnyOrder(
                        "text is required", "disable_notification must be boolean, is string", "unknown field txt");
    }

    @Test
    void twilioCrossFieldRulesAreNoticed() {
        Form form = Form.of(Map.of("To", "+37360000001", "Body", "x".repeat(1601), "ContentSid", "HX1", "Bodi", "y"));
        assertThat(TwilioRules.brokenBySend(form))
                .containsExactlyInAnyOrder(
                        "unknown field Bodi",
                        "To must start with whatsapp:",
                        "exactly one of From and MessagingServiceSid is required",
                        "ContentSid excludes Body and MediaUrl",
                        "ContentSid must be HX and 32 hexadecimal digits",
                        "Body has more than 1600 characters");
    }

    @Test
    void messengerLimitsAreNoticed() {
        StringBuilder replies = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            replies.append(i == 0 ? "" : ",")
                    .append("{\"content_type\":\"text\",\"title\":\"a title of 21 chars..\",\"payload\":\"p\"}");
        }
        JsonNode body = Json.read("{\"recipient\":{\"id\":\"7\"},\"message\":{\"text\":\"" + "x".repeat(2001)
                        + "\",\"quick_replies\":[" + replies + "]}}")
                .orElseThrow();
        assertThat(GraphRules.broken(body))
                .contains(
                        "messaging_type must be RESPONSE, UPDATE or MESSAGE_TAG",
                        "text must have 1 to 2000 characters, has 2001",
                        "at most 13 quick replies, has 14",
                        "quick reply title must have 1 to 20 characters, has 21");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sendMessage | {\"chat_id\":1,\"text\":\"   \"} | text must have 1 to 4096 characters after entities, has 0",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"parse_mode\":\"HTML5\"} | parse_mode is unknown",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"parse_mode\":\"HTML\",\"entities\":[]} | parse_mode excludes entities",
                "sendMessage | {\"chat_id\":1,\"text\":\"a.b\",\"parse_mode\":\"MarkdownV2\"} | text has markup that cannot be parsed",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[]]}} | a row of buttons is empty",
                "sendChatAction | {\"chat_id\":1,\"action\":\"thinking\"} | action is unknown",
                "setMyCommands | {\"commands\":[{\"command\":\"Menu\",\"description\":\"x\"}]} | a command is 1 to 32 of a-z, 0-9 and _",
                "setMyCommands | {\"commands\":[{\"command\":\"menu\",\"description\":\"\"}]} | command description must have 1 to 256 characters, has 0",
                "setWebhook | {\"url\":\"http://bots.example.org/\"} | url must be HTTPS on port 443, 80, 88 or 8443",
                "setWebhook | {\"url\":\"https://bots.example.org/\",\"secret_token\":\"a b\"} | secret_token must be 1 to 256 of A-Z, a-z, 0-9, _ and -",
                "setWebhook | {\"url\":\"\",\"max_connections\":101} | max_connections must be 1 to 100",
            })
    void telegramLimitsAreNoticed(String method, String params, String rule) {
        ObjectNode body = Json.object(params.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(new TelegramRules().broken(method, body)).containsExactly(rule);
    }

    @Test
    void telegramCountsWhatIsLeftAfterTheMarkup() {
        String text = "<b>" + "x".repeat(4096) + "</b>";
        ObjectNode fits =
                Json.object().put("chat_id", 1).put("parse_mode", "HTML").put("text", text);
        assertThat(new TelegramRules().broken("sendMessage", fits)).isEmpty();
        fits.put("text", text + "&amp;");
        assertThat(new TelegramRules().broken("sendMessage", fits))
                .containsExactly("text must have 1 to 4096 characters after entities, has 4097");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To=whatsapp:%2B1&From=whatsapp:%2B2&Body=x&MediaUrl=https://example.org/a.png | Body excludes MediaUrl: the gateway sends no captions",
                "To=whatsapp:%2B1&From=whatsapp:%2B2&MediaUrl=https://example.org/a&MediaUrl=https://example.org/b | WhatsApp takes one MediaUrl",
                "To=whatsapp:%2B1&To=whatsapp:%2B3&From=whatsapp:%2B2&Body=x | To is there more than once",
                "To=whatsapp:%2B1&From=whatsapp:%2B2 | one of Body, MediaUrl, ContentSid is required",
                "To=whatsapp:%2B1&From=whatsapp:%2B2&Body=x&ContentVariables=%7B%7D | ContentVariables go with a ContentSid",
                "To=whatsapp:%2B1&From=whatsapp:%2B2&Body=x&StatusCallback=/here | StatusCallback must be an absolute address, its host without underscores",
                "To=whatsapp:%2B1&From=whatsapp:%2B2&ContentSid=HX0123456789abcdef0123456789abcdef&ContentVariables=%7B%221%22:5%7D | a content variable must be a text, not empty",
            })
    void twilioRulesAreNoticed(String form, String rule) {
        assertThat(TwilioRules.brokenBySend(Form.urlEncoded(form))).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"recipient\":{\"id\":7},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"x\"}} | recipient.id must be a text",
                "{\"recipient\":{\"id\":\"7\",\"name\":\"x\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"x\"}} | unknown field name",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"RESPONSE\"} | message is required",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"UPDATE\",\"tag\":\"HUMAN_AGENT\",\"message\":{\"text\":\"x\"}} | MESSAGE_TAG and the tag HUMAN_AGENT belong together",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"RESPONSE\",\"sender_action\":\"typing_on\"} | sender_action goes alone",
                "{\"recipient\":{\"id\":\"7\"},\"sender_action\":\"dance\"} | sender_action is unknown",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":5}} | text must be a text",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"x\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"a\",\"payload\":\"p\",\"colour\":1}]}} | unknown field colour",
                "{\"recipient\":{\"id\":\"7\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"attachment\":{\"payload\":{\"template_type\":\"button\",\"text\":\"x\",\"buttons\":[{\"type\":\"tap\",\"title\":\"a\"}]}}}} | button type is unknown",
            })
    void messengerRulesAreNoticed(String body, String rule) {
        assertThat(GraphRules.broken(Json.read(body).orElseThrow())).containsExactly(rule);
    }

    @Test
    void messengerProfilesAndThreadControlAreHeldToTheirRules() {
        JsonNode profile = Json.read(
                        "{\"get_started\":{},\"greeting\":[{\"locale\":\"ro_RO\",\"text\":\"x\"}],\"colour\":1}")
                .orElseThrow();
        assertThat(GraphRules.brokenByProfile(profile))
                .containsExactlyInAnyOrder(
                        "get_started payload must have 1 to 1000 characters, has 0",
                        "greeting has no entry for the locale default",
                        "unknown field colour");
        JsonNode control = Json.read("{\"recipient\":{\"id\":\"7\"},\"metadata\":\"" + "x".repeat(1001) + "\"}")
                .orElseThrow();
        assertThat(GraphRules.brokenByControl("pass_thread_control", control))
                .containsExactly(
                        "target_app_id belongs to pass_thread_control",
                        "metadata must have 0 to 1000 characters, has 1001");
    }

    private static JsonNode read(String file) throws IOException {
        return Json.read(Files.readAllBytes(SharedFiles.orSkip(file))).orElseThrow();
    }
}
