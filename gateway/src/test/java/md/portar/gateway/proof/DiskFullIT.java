package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F4: the disk runs full under load, and has room again. Needs the right to mount a small file system; skipped without. */
class DiskFullIT {
    private static final int MOST = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Signed signed = new Signed(Stage.accounts());
    private final Updates updates = new Updates(Stage.accounts());
    private final String words = "a long story about nothing in particular, told once more ".repeat(60);

    @Test
    void aFullDiskIsToldAndSurvived(@TempDir Path folder) throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString()))
                .as("may mount a small file system")
                .isTrue();
        try (Simulator simulator = Stage.quietPlatforms()) {
            Path file = small.resolve("portar.db");
            Site site = Stage.fastSite(folder, simulator).on(folder, "jdbc:sqlite:" + file);
            try (GatewayProcess gateway = new GatewayProcess(site).start(simulator)) {
                survives(gateway, small, new Books("jdbc:sqlite:" + file));
            }
        } finally {
            run("umount", "-l", small.toString());
        }
    }

    private void survives(GatewayProcess gateway, Path small, Books books) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        int refusal = fill(gateway, acknowledged);
        assertThat(refusal).isEqualTo(503);
        AtomicLong more = new AtomicLong(9_500_000L);
        // A small piece may still fit where a large one did not.
        HttpResponse<String> health = Awaitility.await("health tells of the full disk")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            send(gateway, more.getAndIncrement());
                            return Metrics.get(gateway, "/health/ready");
                        },
                        answer -> answer.statusCode() == 503);
        assertThat(health.body()).contains("disk");
        assertThat(gateway.isAlive()).isTrue();

        assertThat(run("mount", "-o", "remount,size=64m", small.toString())).isTrue();
        long freed = System.nanoTime();
        Awaitility.await("acknowledgements go on")
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> send(gateway, 9_900_000L) == 200);
        long resumed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - freed);
        Awaitility.await("health is up again")
                .atMost(PATIENCE)
                .until(() -> Metrics.get(gateway, "/health/ready").statusCode() == 200);
        long kept = 0;
        for (long number : acknowledged) {
            kept += books.count("SELECT COUNT(*) FROM inbound_event WHERE event_key = 'u" + number + "'");
        }
        System.out.printf(
                "F4 acknowledgedBeforeFull=%d lost=%d resumedAfterMs=%d%n",
                acknowledged.size(), acknowledged.size() - kept, resumed);
        assertThat(kept).isEqualTo(acknowledged.size());
    }

    /** Sends until a message is not acknowledged; gives that answer's status. */
    private int fill(GatewayProcess gateway, List<Long> acknowledged) throws IOException {
        for (long number = 9_000_000L; number < 9_000_000L + MOST; number++) {
            int status = send(gateway, number);
            if (status != 200) {
                return status;
            }
            acknowledged.add(number);
        }
        return 200;
    }

    private int send(GatewayProcess gateway, long number) throws IOException {
        String player = Long.toString(130_000_000L + number % 50);
        try (RawHttp connection = new RawHttp(gateway.webhookPort())) {
            return connection
                    .exchange(signed.request(
                            ChatApp.TELEGRAM, updates.text(ChatApp.TELEGRAM, number, player, words + number)))
                    .status();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
