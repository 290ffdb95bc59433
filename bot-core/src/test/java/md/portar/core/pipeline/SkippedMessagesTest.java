package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Turn;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkippedMessagesTest {
    private static final Instant MINUTE = Instant.parse("2026-11-02T08:00:00Z");

    @TempDir
    Path folder;

    /** Each message is the number so far; "later" belongs to the next minute. */
    private static Turn skip(String words, Turn nothing) {
        boolean later = words.startsWith("later");
        int messages = Integer.parseInt(words.replace("later ", ""));
        Instant since = later ? MINUTE.plusSeconds(60) : MINUTE;
        return new Turn(nothing.after(), List.of(new Effect.MarkSkipped(since, messages)));
    }

    private static List<String> lines(RunningEngine running) {
        return running
                .engine
                .desk()
                .thread(running.onlyConversation(), Optional.empty(), 50)
                .orElseThrow()
                .messages()
                .stream()
                .filter(message -> message.author() == DeskMessage.Author.EVENT)
                .map(message -> message.text().value())
                .toList();
    }

    @Test
    void oneLineStandsForTheFloodOfAMinuteAndItsNumberGrows() {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = RunningEngine.started(
                folder.resolve("portar.db"),
                channel,
                (before, batch, surroundings) ->
                        skip(RunningEngine.words(batch.get(batch.size() - 1)).value(), new Turn(before, List.of())))) {
            take(running, "m-1", "1", "skipped 1");
            take(running, "m-2", "37", "skipped 37");
            assertThat(lines(running)).containsExactly("skipped 37");
            assertThat(running.engine.desk().eventsAfter(0, 100))
                    .extracting(DeskEvent::kind)
                    .contains(DeskEvent.Kind.MESSAGE_CHANGED);
            take(running, "m-3", "later 2", "skipped 2");
            assertThat(lines(running)).containsExactly("skipped 37", "skipped 2");
            assertThat(channel.words()).isEmpty();
        }
    }

    private static void take(RunningEngine running, String id, String words, String line) {
        running.take(Inbound.text(RecordingChannel.person(1), id, words));
        await().until(() -> lines(running).contains(line));
    }
}
