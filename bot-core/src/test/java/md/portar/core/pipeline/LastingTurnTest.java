package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingTurnTest {
    private static final Duration WHILE = Duration.ofMillis(300);

    /** A close that does not wait for turns is over long before. */
    private static final Duration LONGER_THAN_A_CLOSE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();

    /** The first person's turns last; everybody is answered. */
    private static Responder lasting(Duration time) {
        return (before, batch, surroundings) -> {
            boolean first = before.key().equals(RecordingChannel.person(1));
            List<Effect> answer = List.of(Effect.Reply.of(CatalogueText.of(first ? "late" : "at once"), List.of()));
            return new Turn(before, answer, first ? time : Duration.ZERO);
        };
    }

    private RunningEngine oneWorker(Responder responder) {
        EngineSettings usual = RunningEngine.QUICK;
        EngineSettings one = new EngineSettings(
                usual.burstWindow(),
                1,
                Duration.ofHours(2),
                usual.sendsInFlight(),
                usual.retry(),
                usual.windowMargin(),
                usual.silence(),
                usual.retention(),
                usual.manners());
        RunningEngine running = RunningEngine.opened(folder.resolve("portar.db"), channel, Clock.systemUTC(), one);
        running.start(responder);
        return running;
    }

    @Test
    void aTurnThatLastsHoldsNoThread() {
        try (RunningEngine running = oneWorker(lasting(Duration.ofHours(1)))) {
            for (int i = 0; i < 10; i++) {
                running.take(Inbound.text(RecordingChannel.person(1), "m-1-" + i, "status"));
                running.take(Inbound.text(RecordingChannel.person(2), "m-2-" + i, "hello"));
            }
            await().until(() -> channel.words().contains("at once"));
            assertThat(channel.words()).doesNotContain("late");
            running.engine.close(Duration.ofMillis(100));
        }
    }

    @Test
    void nothingIsNoticedBeforeItHasLasted() {
        try (RunningEngine running = oneWorker(lasting(WHILE))) {
            long before = System.nanoTime();
            running.take(Inbound.text(RecordingChannel.person(1), "m-1", "status"));
            await().until(() -> channel.words().contains("late"));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(WHILE);
        }
    }

    @Test
    void aStopWaitsUntilItIsWritten() {
        AtomicBoolean thought = new AtomicBoolean();
        Responder slow = lasting(LONGER_THAN_A_CLOSE);
        try (RunningEngine running = oneWorker((before, batch, surroundings) -> {
            thought.set(true);
            return slow.respond(before, batch, surroundings);
        })) {
            running.take(Inbound.text(RecordingChannel.person(1), "m-1", "status"));
            await().untilTrue(thought);
            running.engine.close(Duration.ofMinutes(2));
            assertThat(running.engine
                            .desk()
                            .thread(running.onlyConversation(), Optional.empty(), 50)
                            .orElseThrow()
                            .messages())
                    .extracting(message -> message.text().value())
                    .contains("late");
        }
    }
}
