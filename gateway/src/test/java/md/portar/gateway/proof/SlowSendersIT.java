package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import md.portar.gateway.simulator.ChatApp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** N6: a thousand connections that send one byte now and then, half in the head, half in the body. */
@ExtendWith(Ground.class)
class SlowSendersIT {
    private static final int CONNECTIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Ground.Place place;

    SlowSendersIT(Ground.Place place) {
        this.place = place;
    }

    @Test
    void slowSendersAreClosedAndNobodyWaitsForThem() throws Exception {
        List<RawHttp> open = new ArrayList<>();
        long started = System.nanoTime();
        long served = 0;
        long slowest = 0;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                RawHttp connection = new RawHttp(place.gateway().webhookPort());
                connection.send("POST " + Site.path(ChatApp.TELEGRAM) + " HTTP/1.1\r\nHost: x\r\n"
                        + (i % 2 == 0 ? "X-Slow: " : "Content-Length: 1000\r\n\r\n"));
                open.add(connection);
            }
            while (!open.isEmpty() && System.nanoTime() - started < PATIENCE.toNanos()) {
                trickle(open);
                long sent = System.nanoTime();
                goodMessage(served++);
                slowest = Math.max(slowest, System.nanoTime() - sent);
            }
            System.out.printf(
                    "N6 slowConnections=%d allClosedAfterSeconds=%.0f goodMessagesMeanwhile=%d slowestMs=%d%n",
                    CONNECTIONS, (System.nanoTime() - started) / 1e9, served, TimeUnit.NANOSECONDS.toMillis(slowest));
            assertThat(open).as("still open").isEmpty();
            assertThat(served).isPositive();
        } finally {
            open.forEach(RawHttp::close);
        }
    }

    /** One byte to everybody, at most every second. */
    private static void trickle(List<RawHttp> open) {
        long from = System.nanoTime();
        open.removeIf(connection -> {
            try {
                connection.send("a");
                return false;
            } catch (IOException closed) {
                connection.close();
                return true;
            }
        });
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> System.nanoTime() - from > TimeUnit.SECONDS.toNanos(1));
    }

    private void goodMessage(long number) throws IOException {
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            byte[] good = place.signed()
                    .request(
                            ChatApp.TELEGRAM,
                            place.updates().text(ChatApp.TELEGRAM, 9_500_000L + number, "100000907", "menu"));
            assertThat(connection.exchange(good).status()).isEqualTo(200);
        }
    }
}
