package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
    private static final EngineSettings.Retry RETRY = EngineSettings.Retry.defaults();

    @TempDir
    Path folder;

    @Test
    void inNoSecondAreMuchMoreCallsMadeThanAllowed() {
        int allowed = 50;
        RecordingChannel channel = new RecordingChannel(
                new ChannelCapabilities(400, 400, 1, 20, null, null, true, true, true, Duration.ZERO, allowed));
        List<Long> at = new CopyOnWriteArrayList<>();
        channel.answerLater(action -> {
            at.add(System.nanoTime());
            return channel.delivered(action);
        });
        try (RunningEngine running = RunningEngine.started(folder.resolve("p.db"), channel, RunningEngine.echo())) {
            for (int i = 0; i < 120; i++) {
                running.take(Inbound.text(RecordingChannel.person(i), "hello"));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> at.size() == 120);
        }
        for (int i = 0; i < at.size(); i++) {
            long end = at.get(i) + TimeUnit.SECONDS.toNanos(1);
            assertThat(at.stream().skip(i).filter(time -> time < end).count()).isLessThanOrEqualTo(allowed + 4);
        }
    }

    @Test
    void delaysDoubleUpToTheLongestWithJitter() {
        Backoff backoff = new Backoff(RETRY, new Random(7));
        for (int attempt = 1; attempt <= 40; attempt++) {
            Duration usual = attempt > 9 ? Duration.ofMinutes(5) : Duration.ofSeconds(1L << (attempt - 1));
            assertThat(backoff.delay(attempt, Duration.ZERO)).isBetween(usual.dividedBy(2), usual);
        }
    }

    @Test
    void neverLessThanThePlatformAskedFor() {
        Backoff backoff = new Backoff(RETRY, new Random(7));
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.delay(1, Duration.ofSeconds(35)))
                    .isBetween(Duration.ofSeconds(35), Duration.ofSeconds(36));
        }
    }
}
