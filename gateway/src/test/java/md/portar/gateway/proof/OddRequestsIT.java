package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.gateway.simulator.ChatApp;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** N7 and I7: bodies that are too large, endless, or lie about their length, and requests of nobody. */
@ExtendWith(Ground.class)
class OddRequestsIT {
    private static final Duration CLOSED = Duration.ofSeconds(40);
    private static final Set<Integer> REFUSALS = Set.of(0, 400, 403, 404, 405, 413, 414, 415, 431, 501, 505);
    private static final AtomicInteger SENT = new AtomicInteger();

    private final Ground.Place place;

    OddRequestsIT(Ground.Place place) {
        this.place = place;
    }

    @AfterAll
    static void tell() {
        System.out.printf("N7 oddRequests=%d accepted=0%n", SENT.get());
    }

    /** Side by side, because some are only given up after half a minute. */
    @Test
    void noOddRequestIsAccepted() throws Exception {
        ExecutorService senders = Executors.newCachedThreadPool();
        SoftAssertions softly = new SoftAssertions();
        try {
            Map<OddRequests.Odd, Future<String>> answers = new LinkedHashMap<>();
            OddRequests.all().forEach(odd -> answers.put(odd, senders.submit(() -> complaint(odd))));
            for (Map.Entry<OddRequests.Odd, Future<String>> answer : answers.entrySet()) {
                softly.assertThat(answer.getValue().get(5, TimeUnit.MINUTES))
                        .as(answer.getKey().name())
                        .isEmpty();
            }
        } finally {
            senders.shutdownNow();
        }
        softly.assertAll();
        theNextGoodMessageIsAcknowledged();
    }

    /** What is wrong with the answer; empty when nothing is. */
    private String complaint(OddRequests.Odd odd) throws IOException {
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            RawHttp.Answer answer = connection.insist(odd.bytes());
            SENT.incrementAndGet();
            if (!REFUSALS.contains(answer.status()) || !answer.body().isEmpty()) {
                return "answered " + answer;
            }
            return odd.closes() && !connection.isClosedWithin(CLOSED) ? "left the connection open" : "";
        }
    }

    /** Whoever goes by the length sees another request in what follows; we must not. */
    @Test
    void aLengthBesideChunkedHidesNoSecondRequest() throws Exception {
        byte[] hidden = place.signed()
                .request(ChatApp.TELEGRAM, place.updates().text(ChatApp.TELEGRAM, 7_700_000L, "100000906", "menu"));
        byte[] good = place.updates()
                .text(ChatApp.TELEGRAM, 7_700_001L, "100000906", "menu")
                .getBytes(StandardCharsets.UTF_8);
        byte[] chunked = OddRequests.chunked(good);
        long keys = place.books().count("SELECT COUNT(*) FROM inbound_event");
        for (String lengths : List.of(
                "Transfer-Encoding: chunked\r\nContent-Length: " + (chunked.length + hidden.length) + "\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n")) {
            String head = "POST " + Site.path(ChatApp.TELEGRAM) + " HTTP/1.1\r\nHost: x\r\n"
                    + String.join("\r\n", place.signed().headers(ChatApp.TELEGRAM, good)) + "\r\n" + lengths + "\r\n";
            byte[] both = RawHttp.join(RawHttp.join(head.getBytes(StandardCharsets.ISO_8859_1), chunked), hidden);
            try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
                assertThat(connection.insist(both).status()).isIn(200, 400);
                assertThat(connection.receive()).isEqualTo(RawHttp.Answer.NONE);
            }
        }
        assertThat(place.books().count("SELECT COUNT(*) FROM inbound_event")).isBetween(keys, keys + 1);
    }

    private void theNextGoodMessageIsAcknowledged() throws IOException {
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            byte[] good = place.signed()
                    .request(ChatApp.TELEGRAM, place.updates().text(ChatApp.TELEGRAM, 7_900_000L, "100000905", "menu"));
            assertThat(connection.exchange(good).status()).isEqualTo(200);
        }
    }

    @Test
    void anEndlessBodyIsCutOffEarly() throws Exception {
        long before = memory();
        byte[] chunk = OddRequests.chunked(new byte[64 * 1024]);
        byte[] withoutEnd = java.util.Arrays.copyOf(chunk, chunk.length - 5);
        long sent = 0;
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            connection.send("POST " + Site.path(ChatApp.TELEGRAM) + " HTTP/1.1\r\nHost: x\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            try {
                while (sent < 1L << 30) {
                    connection.send(withoutEnd);
                    sent += withoutEnd.length;
                }
            } catch (IOException closed) {
                // as it should be
            }
            assertThat(connection.receive().status()).isIn(0, 413);
        }
        SENT.incrementAndGet();
        long grown = memory() - before;
        System.out.printf("N7 endlessBody cutOffAfterMB=%d memoryGrowthMB=%d%n", sent >> 20, grown >> 20);
        assertThat(sent).isLessThan(1L << 30);
        assertThat(grown).isLessThan(200L << 20);
        theNextGoodMessageIsAcknowledged();
    }

    @Test
    void aBodyShorterThanAnnouncedIsGivenUp() throws Exception {
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            byte[] good = place.signed()
                    .request(ChatApp.TELEGRAM, place.updates().text(ChatApp.TELEGRAM, 7_800_000L, "100000905", "menu"));
            String lie = new String(good, StandardCharsets.UTF_8).replace("Content-Length: ", "Content-Length: 1");
            RawHttp.Answer answer = connection.exchange(lie.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isIn(0, 400, 408);
            assertThat(connection.isClosedWithin(CLOSED)).isTrue();
        }
        SENT.incrementAndGet();
    }

    @Test
    void tenThousandRequestsOfNobodyChangeNothing() throws Exception {
        long keys = place.books().count("SELECT COUNT(*) FROM inbound_event");
        byte[] together = new byte[0];
        for (ChatApp app : List.of(ChatApp.TELEGRAM, ChatApp.WHATSAPP, ChatApp.MESSENGER, ChatApp.TELEGRAM)) {
            String type = app == ChatApp.WHATSAPP ? Signed.FORM : "Content-Type: application/json";
            byte[] body = (app == ChatApp.WHATSAPP ? "Body=x" : "{\"update_id\":1}").getBytes(StandardCharsets.UTF_8);
            together = RawHttp.join(together, RawHttp.request("POST", Site.path(app), List.of(type), body));
        }
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            for (int sent = 0; sent < 10_000; sent += 4) {
                connection.send(together);
                for (int i = 0; i < 4; i++) {
                    assertThat(connection.receive().status()).isEqualTo(401);
                }
            }
        }
        assertThat(place.books().count("SELECT COUNT(*) FROM inbound_event")).isEqualTo(keys);
        theNextGoodMessageIsAcknowledged();
        System.out.println("I7 unauthenticated=10000 refused=10000");
    }

    /** The process's resident memory in bytes; 0 where the system does not tell. */
    private long memory() throws IOException {
        Path status = Path.of("/proc/" + place.gateway().pid() + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }
}
