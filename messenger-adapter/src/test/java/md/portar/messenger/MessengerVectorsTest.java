package md.portar.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelAccount;
import md.portar.core.settings.Secret;
import org.junit.jupiter.api.Test;

/** Against vectors, error bodies and payloads of others, where they lie beside the project. */
class MessengerVectorsTest {
    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void signatureVectorsHold() throws IOException {
        JsonNode vectors = read("specs/meta-signature-vectors.json").path("vectors");
        int checked = 0;
        for (JsonNode vector : vectors) {
            if (!vector.has("rawBodyBase64")) {
                continue;
            }
            byte[] body =
                    Base64.getDecoder().decode(vector.path("rawBodyBase64").asText());
            WebhookRequest request = new WebhookRequest(
                    "POST",
                    "",
                    Map.of(
                            vector.path("header").asText(),
                            List.of(vector.path("signature").asText())),
                    RawBody.of(body));
            boolean genuine = new MessengerSignature(
                            List.of(Secret.of(vector.path("appSecret").asText())))
                    .objection(request)
                    .isEmpty();
            assertThat(genuine)
                    .as(vector.path("name").asText())
                    .isEqualTo(vector.path("valid").asBoolean());
            checked++;
        }
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void errorBodiesMapAsTheirRetryClassSays() throws IOException {
        int checked = 0;
        for (JsonNode error : read("specs/error-responses.json").path("graph")) {
            String body = error.has("rawBody")
                    ? error.path("rawBody").asText()
                    : error.path("body").toString();
            DeliveryOutcome outcome = MessengerReply.of(
                    new MessengerHttp.Answer(error.path("http").asInt(), body, MessengerUsage.NONE, Duration.ZERO));
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
            if (entry.path("channel").asText().equals("messenger")) {
                check(entry);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    private static void check(JsonNode entry) throws Exception {
        byte[] body = Files.readAllBytes(
                SHARED.resolve("payloads").resolve(entry.path("file").asText()));
        List<String> users = new ArrayList<>();
        for (String page : pages(body)) {
            List<ChannelEvent> events = new MessengerUpdateParser(new ChannelAccount("main"), page, "").parse(body);
            events.forEach(event -> {
                if (event instanceof ChannelEvent.MessageReceived received) {
                    users.add(received.message().conversation().user().value());
                } else if (event instanceof ChannelEvent.Ignored ignored) {
                    assertThat(ignored.reason()).as(entry.path("file").asText()).isNotEqualTo(IgnoredReason.MALFORMED);
                }
            });
        }
        for (JsonNode expected : entry.path("events")) {
            String user = expected.path("expectedUserId").asText();
            if (expected.path("expectReply").asBoolean()) {
                assertThat(users).as(entry.path("file").asText()).contains(user);
            } else if (!expected.path("kind").asText().equals("referral")) {
                assertThat(users).as(entry.path("file").asText()).doesNotContain(user);
            }
        }
    }

    private static Set<String> pages(byte[] body) throws IOException {
        Set<String> pages = new TreeSet<>();
        JSON.readTree(body)
                .path("entry")
                .forEach(entry -> pages.add(entry.path("id").asText()));
        return pages;
    }

    private static JsonNode read(String name) throws IOException {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "skipped: ../shared/" + name + " is not beside the project");
        return JSON.readTree(Files.readString(file));
    }
}
