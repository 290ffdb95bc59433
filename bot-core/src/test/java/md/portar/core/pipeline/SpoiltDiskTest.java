package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.Crash;
import md.portar.core.store.jdbc.SpoiltDisk;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F3: the store fails at its N-th statement, for N from 1 to 300; nothing that was acknowledged is lost. */
class SpoiltDiskTest {
    private static final int STATEMENTS = 300;
    private static final int BETWEEN_CRASHES = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final EngineSettings SETTINGS = RunningEngine.QUICK.withLease(Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private final SpoiltDisk disk = new SpoiltDisk();
    private final RecordingChannel channel = RecordingChannel.generous();
    private final List<String> acknowledged = new ArrayList<>();
    private int refused;

    private RunningEngine start() {
        StoreSettings settings = StoreSettings.sqlite(folder.resolve("portar.db"));
        RunningEngine running = RunningEngine.on(disk.open(settings), channel, Clock.systemUTC(), SETTINGS);
        running.start(RunningEngine.echo());
        return running;
    }

    private static ChannelEvent event(String name) {
        int run = Integer.parseInt(name.substring(0, name.indexOf('-')));
        return Inbound.text(RecordingChannel.person(run), name, words(name));
    }

    /** Letters only: many numbers in a row look like a secret told in pieces. */
    private static String words(String name) {
        return name.chars()
                .mapToObj(c -> Character.toString(Character.isDigit(c) ? c - '0' + 'a' : c))
                .collect(Collectors.joining());
    }

    /** Sends it once; what is not acknowledged may be lost. */
    private void send(RunningEngine running, String name) {
        try {
            running.engine
                    .intake()
                    .accept(RecordingChannel.ID, RecordingChannel.ACCOUNT, List.of(event(name)))
                    .toCompletableFuture()
                    .join();
            acknowledged.add(name);
        } catch (CompletionException | IllegalStateException notTaken) {
            refused++;
        }
    }

    private void failOnce(RunningEngine running, int statement) {
        SpoiltDisk.Way[] ways = SpoiltDisk.Way.values();
        disk.failAt(statement, ways[statement % ways.length]);
        for (int i = 0; disk.isPending(); i++) {
            send(running, statement + "-" + i);
        }
        send(running, statement + "-last");
        disk.mend();
    }

    @Test
    void nothingAcknowledgedIsLostWhicheverStatementFails() {
        RunningEngine running = start();
        try {
            for (int statement = 1; statement <= STATEMENTS; statement++) {
                failOnce(running, statement);
                if (statement % BETWEEN_CRASHES == 0) { // what counts is what the file holds
                    Crash.of(running.store);
                    running.engine.close();
                    running = start();
                }
            }
            List<String> wanted =
                    acknowledged.stream().map(SpoiltDiskTest::words).toList();
            await("everything acknowledged is answered")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(answered()).containsAll(wanted));
            long duplicates = running.metrics.count("duplicate");
            running.take(acknowledged.stream().map(SpoiltDiskTest::event).toArray(ChannelEvent[]::new));
            RunningEngine last = running;
            await("everything acknowledged is known")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(last.metrics.count("duplicate") - duplicates)
                            .isEqualTo(acknowledged.size()));
        } finally {
            running.close();
        }
        int repeated = channel.words().size() - answered().size();
        System.out.printf(
                "F3 statements=%d failures=%d acknowledged=%d refused=%d lost=0 repeated=%d%n",
                STATEMENTS, disk.failures(), acknowledged.size(), refused, repeated);
        assertThat(disk.failures()).isGreaterThanOrEqualTo(STATEMENTS);
        assertThat(refused).isPositive();
    }

    private Set<String> answered() {
        return new HashSet<>(channel.words());
    }
}
