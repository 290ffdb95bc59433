package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.testkit.SharedFiles;
import md.portar.core.testkit.channel.Outcomes;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Error bodies as Telegram documents them, each with what is to be done about it. */
class SharedAnswersTest {
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

    @TestFactory
    Stream<DynamicTest> everyDocumentedErrorHasTheRightOutcome() throws IOException {
        JsonNode all = JSON.readTree(Files.readString(SharedFiles.orSkip("specs/error-responses.json")));
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode entry : all.path("telegram")) {
            String name = entry.path("http").asInt() + " "
                    + entry.path("body").path("description").asText("page");
            tests.add(dynamicTest(name, () -> check(entry)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(JsonNode entry) {
        ResponseDefinitionBuilder reply = aResponse()
                .withStatus(entry.path("http").asInt())
                .withHeader("Content-Type", entry.path("contentType").asText("application/json"))
                .withBody(entry.path("rawBody").asText(entry.path("body").toString()));
        harness.platform().resetAll();
        harness.platform().stubFor(any(anyUrl()).willReturn(reply));
        DeliveryOutcome outcome = Samples.await(harness.adapter().deliver(action(entry)));
        assertThat(Outcomes.kind(outcome)).isEqualTo(expected(entry));
        if (entry.has("after_seconds")) {
            long seconds = outcome.fold(d -> -1L, r -> r.delay().toSeconds(), u -> -1L, n -> -1L);
            assertThat(seconds).isEqualTo(entry.path("after_seconds").asLong());
        }
    }

    private static OutboundAction action(JsonNode entry) {
        String description = entry.path("body").path("description").asText();
        if (description.contains("to delete")) {
            return TelegramAnswers.REDACT;
        }
        return description.contains("query is too old") ? TelegramAnswers.ACKNOWLEDGE : TelegramAnswers.HELLO;
    }

    /** The entry's retry class in our words; an answer that belongs to getUpdates is looked at as if it came to a send. */
    private static String expected(JsonNode entry) {
        int status = entry.path("http").asInt();
        String effect = entry.path("effect").asText();
        if (effect.equals("treat as success") || effect.equals("ignore")) {
            return "Delivered";
        }
        if (status == 403 || effect.contains("unreachable")) {
            return "Undeliverable(RECIPIENT_BLOCKED)";
        }
        if (status == 409) {
            return "RetryAfter(PLATFORM_DOWN)";
        }
        Map<String, String> outcomes = Map.of(
                "never", "Undeliverable(INVALID_MESSAGE)",
                "once without parse_mode", "Undeliverable(INVALID_MESSAGE)",
                "once with the new chat id", "Undeliverable(INVALID_MESSAGE)",
                "reauth", "Undeliverable(UNAUTHORISED)",
                "after", "RetryAfter(RATE_LIMITED)",
                "backoff", entry.has("rawBody") ? "Uncertain(PLATFORM_DOWN)" : "RetryAfter(PLATFORM_DOWN)");
        return outcomes.getOrDefault(entry.path("retry").asText(), "an unknown retry class");
    }
}
