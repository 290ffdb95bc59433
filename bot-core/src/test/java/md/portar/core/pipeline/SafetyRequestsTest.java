package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.message.Language;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyRequestsTest {
    private static final int PLAYERS = 3;

    @TempDir
    Path folder;

    /** The first asks for any person, the others for protection. */
    private static Responder asking() {
        return (before, batch, surroundings) -> {
            boolean any = before.key().equals(RecordingChannel.person(1));
            HandoffReason reason = any ? HandoffReason.REQUESTED : HandoffReason.SAFETY;
            Priority priority = any ? Priority.NORMAL : Priority.SAFETY;
            return new Turn(before, List.of(new Effect.OpenTicket(reason, priority, Language.EN, null)));
        };
    }

    private RunningEngine start(Responder responder) {
        return RunningEngine.started(folder.resolve("portar.db"), RecordingChannel.generous(), responder);
    }

    private static void takeAll(RunningEngine running) {
        for (int i = 1; i <= PLAYERS; i++) {
            running.take(Inbound.text(RecordingChannel.person(i), "m-" + i, "help"));
        }
    }

    @Test
    void everyRequestForProtectionIsCounted() {
        RunningEngine running = start(asking());
        try (running) {
            takeAll(running);
            await().until(() -> running.metrics.count("safety") >= PLAYERS - 1);
        }
        // After closing, whatever was to be counted has been.
        assertThat(running.metrics.count("safety")).isEqualTo(PLAYERS - 1);
    }
}
