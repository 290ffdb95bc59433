package md.portar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome.Refused;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.testkit.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections are bounded in number, and refusals do not flood the log. */
class ConnectionsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = socket.getInputStream().read();
        while (read >= 0 && read != '\r') {
            line.append((char) read);
            read = socket.getInputStream().read();
        }
        return line.toString();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAndTheOthersServed() throws Exception {
        try (Listeners listeners = new Listeners(vertx, 2, Duration.ofSeconds(1))) {
            int port = listeners.openPublic(
                    new ListenAddress("127.0.0.1", 0),
                    (channel, account) -> Optional.empty(),
                    (channel, account, events) -> {
                        throw new AssertionError("nothing is taken in here");
                    },
                    new PrometheusMetrics());
            try (Socket first = connected(port);
                    Socket second = connected(port)) {
                send(first, "GET /webhooks/telegram/main HTTP/1.1\r\nHost: a\r\n\r\n");
                send(second, "GET /webhooks/telegram/main HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(statusLine(first)).contains(" 404 ");
                assertThat(statusLine(second)).contains(" 404 ");
                try (Socket third = connected(port)) {
                    assertThat(third.getInputStream().read()).isEqualTo(-1);
                }
            }
            await().until(() -> {
                try (Socket again = connected(port)) {
                    send(again, "GET /webhooks/telegram/main HTTP/1.1\r\nHost: a\r\n\r\n");
                    return statusLine(again).contains(" 404 ");
                } catch (IOException notYet) {
                    return false;
                }
            });
        }
    }

    @Test
    void aFloodOfRefusalsIsOneLineAMinute() {
        AtomicLong nanos = new AtomicLong();
        RefusalLog refusals = new RefusalLog(nanos::get);
        Refused refused = new Refused(RefusalReason.WRONG_SIGNATURE, "look at public-url");
        try (LogCapture log = LogCapture.open()) {
            for (int i = 0; i < 1_000; i++) {
                refusals.refused(new ChannelId("whatsapp"), new ChannelAccount("main"), refused);
            }
            assertThat(log.text().lines())
                    .filteredOn(line -> line.contains("look at public-url"))
                    .hasSize(1);
            nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
            refusals.refused(new ChannelId("whatsapp"), new ChannelAccount("main"), refused);
            assertThat(log.text().lines())
                    .filteredOn(line -> line.contains("look at public-url"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("1000");
        }
    }
}
