package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop gives sends under way their time, and not more. */
class StopTest {
    private static final ConversationKey PLAYER = RecordingChannel.person(1);

    @TempDir
    private Path folder;

    @Test
    void waitsForASendUnderWayAndSettlesIt() throws Exception {
        CompletableFuture<DeliveryOutcome> answer = new CompletableFuture<>();
        RecordingChannel channel = RecordingChannel.generous();
        RunningEngine running = sending(channel, answer);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> running.engine.close(Duration.ofMinutes(1)));
        assertThat(stopped).isNotDone();
        answer.complete(new DeliveryOutcome.Delivered(new PlatformMessageId("out-of-the-first")));
        stopped.get(30, TimeUnit.SECONDS);
        running.store.close();

        RecordingChannel next = RecordingChannel.generous();
        try (RunningEngine again = restarted(next)) {
            again.take(Inbound.text(PLAYER, "m2", "second"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !next.words().isEmpty());
            assertThat(next.words()).containsExactly("second");
        }
    }

    @Test
    void leavesBehindWhatDoesNotEndInTimeAndFindsItAgain() throws Exception {
        CompletableFuture<DeliveryOutcome> never = new CompletableFuture<>();
        RecordingChannel channel = RecordingChannel.generous();
        RunningEngine running = sending(channel, never);

        CompletableFuture.runAsync(() -> running.engine.close(Duration.ofMillis(200)))
                .get(30, TimeUnit.SECONDS);
        running.store.close();

        RecordingChannel next = RecordingChannel.generous();
        try (RunningEngine again = restarted(next)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !next.words().isEmpty());
            assertThat(next.words()).containsExactly("first");
            assertThat(again.store.healthy()).isTrue();
        }
    }

    private RunningEngine sending(RecordingChannel channel, CompletableFuture<DeliveryOutcome> answer) {
        channel.answerLater(action -> answer);
        RunningEngine running = RunningEngine.started(folder.resolve("portar.db"), channel, RunningEngine.echo());
        running.take(Inbound.text(PLAYER, "m1", "first"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> channel.words().size() == 1);
        return running;
    }

    private RunningEngine restarted(RecordingChannel channel) {
        RunningEngine running =
                RunningEngine.opened(folder.resolve("portar.db"), channel, Clock.systemUTC(), RunningEngine.QUICK);
        running.start(RunningEngine.echo());
        return running;
    }
}
