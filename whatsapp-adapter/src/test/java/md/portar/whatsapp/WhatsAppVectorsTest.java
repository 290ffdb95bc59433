package md.portar.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.message.ChannelAccount;
import md.portar.core.settings.Secret;
import org.junit.jupiter.api.Test;

/** Against vectors, error bodies and payloads of others, where they lie beside the project. */
class WhatsAppVectorsTest {
    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void signatureVectorsHold() throws IOException {
        int checked = 0;
        for (JsonNode vector : read("specs/twilio-signature-vectors.json").path("vectors")) {
            WhatsAppSignature signature =
                    new WhatsAppSignature(List.of(Secret.of(vector.path("token").asText())));
            String url = vector.path("url").asText();
            String sent = vector.path("signature").asText("");
            boolean genuine = vector.has("rawBody")
                    ? signature.isGenuineJson(
                            url, vector.path("rawBody").asText().getBytes(StandardCharsets.UTF_8), sent)
                    : signature.isGenuine(url, parameters(vector.path("params")), sent);
            assertThat(genuine)
                    .as(vector.path("name").asText())
                    .isEqualTo(vector.path("valid").asBoolean());
            checked++;
        }
        assertThat(checked).isEqualTo(31);
    }

    private static Map<String, List<String>> parameters(JsonNode params) {
        Map<String, List<String>> parameters = new TreeMap<>();
        params.properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> values.add(value.asText()));
            } else {
                values.add(field.getValue().asText());
            }
            parameters.put(field.getKey(), values);
        });
        return parameters;
    }

    @Test
    void errorBodiesMapAsTheirRetryClassSays() throws IOException {
        int checked = 0;
        for (JsonNode error : read("specs/error-responses.json").path("twilio")) {
            String body = error.has("rawBody")
                    ? error.path("rawBody").asText()
                    : error.path("body").toString();
            DeliveryOutcome outcome =
                    WhatsAppReply.ofFailure(TwilioRefusal.of(error.path("http").asInt(), body, null));
            assertThat(retryClass(outcome))
                    .as(body)
                    .isEqualTo(error.path("retry").asText());
            checked++;
        }
        assertThat(checked).isGreaterThan(10);
    }

    private static String retryClass(DeliveryOutcome outcome) {
        return outcome.fold(
                delivered -> "delivered",
                retry -> "backoff",
                uncertain -> "backoff",
                never -> never.cause() == DeliveryFailure.UNAUTHORISED ? "reauth" : "never");
    }

    @Test
    void payloadsOfOthersAreUnderstood() throws Exception {
        Path index = SHARED.resolve("payloads/index.jsonl");
        assumeTrue(Files.exists(index), "skipped: ../shared/payloads is not beside the project");
        int checked = 0;
        for (String line : Files.readAllLines(index)) {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("channel").asText().equals("whatsapp")) {
                check(entry);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(15);
    }

    private static void check(JsonNode entry) throws Exception {
        String name = entry.path("file").asText();
        String body = Files.readString(SHARED.resolve("payloads").resolve(name)).strip();
        ChannelEvent event = new WhatsAppUpdateParser(new ChannelAccount("main"), Clock.systemUTC())
                .parse(WhatsAppForm.parse(body.getBytes(StandardCharsets.UTF_8)));
        String user = entry.path("expectedUserId").asText();
        if (entry.path("expectedKind").asText().equals("status")) {
            assertThat(event).as(name).isNotInstanceOf(ChannelEvent.MessageReceived.class);
        } else if (user.startsWith("whatsapp:")) {
            assertThat(event).as(name).isInstanceOfSatisfying(ChannelEvent.MessageReceived.class, received -> {
                assertThat("whatsapp:"
                                + received.message().conversation().user().value())
                        .isEqualTo(user);
                assertThat(received.message().id().value())
                        .isEqualTo(entry.path("expectedMessageId").asText());
            });
        } else {
            assertThat(event).as(name).isInstanceOf(ChannelEvent.Ignored.class);
        }
    }

    private static JsonNode read(String name) throws IOException {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "skipped: ../shared/" + name + " is not beside the project");
        return JSON.readTree(Files.readString(file));
    }
}
