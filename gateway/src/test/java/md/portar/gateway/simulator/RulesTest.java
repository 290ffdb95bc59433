package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import md.portar.core.testkit.SharedFiles;
import org.junit.jupiter.api.Test;

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

    private static JsonNode read(String file) throws IOException {
        return Json.read(Files.readAllBytes(SharedFiles.orSkip(file))).orElseThrow();
    }
}
