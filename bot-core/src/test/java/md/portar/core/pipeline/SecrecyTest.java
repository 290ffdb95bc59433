package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.LogCapture;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guard stopped is found nowhere: not in the database, its log file, nor in ours. */
class SecrecyTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final String CARD = "5555 5555 5555 4444";
    private static final String PASSWORD = "parola mea este Zebra!4471";

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();

    /** Says the player's words again and counts them as questions. */
    private static Responder hoarding() {
        return (before, batch, surroundings) -> {
            List<Effect> effects = new ArrayList<>(
                    counting().respond(before, batch, surroundings).effects());
            batch.forEach(message -> effects.add(Effect.Reply.of(RunningEngine.words(message), List.of())));
            return new Turn(before, effects);
        };
    }

    private static Responder counting() {
        return (before, batch, surroundings) -> new Turn(
                before,
                batch.stream()
                        .<Effect>map(message -> new Effect.CountMiss(question(message), Language.RO))
                        .toList());
    }

    private static ScreenedText question(ScreenedMessage message) {
        return RunningEngine.words(message) instanceof ScreenedText words ? words : ScreenedText.EMPTY;
    }

    @Test
    void secretsInAnyFieldLeaveNoTrace() throws IOException {
        try (LogCapture log = LogCapture.open()) {
            try (RunningEngine running = RunningEngine.started(folder.resolve("portar.db"), channel, hoarding())) {
                running.take(Inbound.text(PERSON, "hello, this stays: zimbru"));
                running.take(Inbound.text(PERSON, "card " + CARD), Inbound.text(PERSON, PASSWORD));
                running.take(Inbound.received(Inbound.everywhere(RecordingChannel.person(2), "m-9", "card " + CARD)));
                running.take(Inbound.received(Inbound.everywhere(RecordingChannel.person(3), "m-9", PASSWORD)));
                running.take(Inbound.text(PERSON, "m-77", "a question"));
                // Answered first: an edit before the answer would take the question's place.
                await().until(() -> channel.words().contains("a question"));
                running.take(Inbound.edit(PERSON, "m-77", "rather " + CARD));
                await().until(() -> channel.messages().size() >= 7);
                SendResult note = running.engine
                        .desk()
                        .note(
                                running.onlyConversation(),
                                RunningEngine.ANA,
                                new ClientMessageId("note-0001"),
                                UntrustedText.of("his card is " + CARD));
                assertThat(note).isInstanceOf(SendResult.Refused.class);
                assertThat(found("zimbru")).isTrue();
                assertNoTrace(log);
                assertThat(running.metrics.count("secret CARD_NUMBER in")).isPositive();
                assertThat(running.metrics.count("secret PASSWORD in")).isPositive();
                assertThat(running.metrics.count("secret CARD_NUMBER out")).isPositive();
                assertThat(running.metrics.count("secret in EN")).isPositive();
            }
            assertNoTrace(log);
        }
    }

    private void assertNoTrace(LogCapture log) throws IOException {
        for (String secret : List.of(CARD, CARD.replace(" ", ""), "Zebra!4471", "5555 4444")) {
            assertThat(found(secret)).as("in a file").isFalse();
            assertThat(log.text().contains(secret)).as("in the log").isFalse();
        }
    }

    @Test
    void partsThatTurnOutToBeACardAreErasedFromTheFilesToo() {
        try (RunningEngine running = RunningEngine.started(folder.resolve("portar.db"), channel, counting())) {
            running.take(Inbound.text(PERSON, "m-1", "4111 1111"));
            await().until(() -> found("4111 1111"));
            running.take(Inbound.text(PERSON, "m-2", "1111 1111"));
            await().until(() -> !found("4111 1111"));
        }
    }

    /** Looks through every byte of every file beside the database. */
    private boolean found(String words) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith("-shm")
                        && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
