package md.portar.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import md.portar.core.testkit.SharedFiles;
import md.portar.core.testkit.channel.EventDescription;
import md.portar.core.testkit.channel.Outcomes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real updates collected elsewhere: each becomes what its index entry says. */
class SharedPayloadsTest {
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
    Stream<DynamicTest> everyCollectedUpdateIsUnderstood() throws IOException {
        Path folder = SharedFiles.orSkip("payloads");
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("channel").asText().equals("telegram")) {
                Path file = folder.resolve(entry.path("file").asText());
                tests.add(dynamicTest(file.getFileName().toString(), () -> check(entry, Files.readAllBytes(file))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(JsonNode entry, byte[] body) {
        JsonNode events = EventDescription.of(Outcomes.events(harness.adapter().receive(harness.sign(body))));
        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        String kind = entry.path("expectedKind").asText();
        if (kind.equals("membership")) {
            assertThat(event.path("event").asText()).isEqualTo("ReachabilityChanged");
            assertThat(event.path("reachable").asBoolean())
                    .isEqualTo(!entry.path("status").asText().equals("kicked"));
        } else if (isForeign(entry)) {
            assertThat(event.path("event").asText()).isEqualTo("Ignored");
            return;
        } else {
            assertThat(event.path("event").asText())
                    .isEqualTo(kind.equals("edited") ? "MessageEdited" : "MessageReceived");
            assertThat(event.path("id").asText())
                    .isEqualTo(entry.path("expectedMessageId").asText());
            checkContent(entry, event.path("content"));
        }
        assertThat(event.path("user").asText())
                .isEqualTo(entry.path("expectedChatId").asText());
    }

    /** Written outside a private chat, or a tap that belongs to none. */
    private static boolean isForeign(JsonNode entry) {
        String chatType = entry.path("chatType").asText("private");
        boolean strangeTap = entry.path("expectedKind").asText().equals("callback")
                && !entry.path("expectReply").asBoolean();
        return !chatType.equals("private") || strangeTap;
    }

    private static void checkContent(JsonNode entry, JsonNode content) {
        JsonNode file = entry.path("attachments").path(0);
        if (!file.isMissingNode()) {
            assertThat(content.path("kind").asText()).isEqualTo("media");
            assertThat(content.path("attachments").path(0).path("kind").asText())
                    .isEqualToIgnoringCase(file.path("type").asText());
            assertThat(content.path("attachments").path(0).path("reference").asText())
                    .isEqualTo(file.path("fileId").asText());
        }
        String expected = entry.path("expectedText").asText("").replaceFirst("^/start ", "");
        String found = content.path("text").asText("")
                + content.path("payload").asText("")
                + content.path("caption").asText("");
        assertThat(found).isEqualTo(entry.path("expectedText").isNull() ? "" : expected);
        if (entry.has("mustAnswerCallback")) {
            assertThat(content.path("callback").asText())
                    .isEqualTo(entry.path("mustAnswerCallback").asText());
        }
    }
}
