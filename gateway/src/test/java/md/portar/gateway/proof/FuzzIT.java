package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import md.portar.gateway.simulator.ChatApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * I3: odd bodies with genuine signatures. Never a 5xx, never a word about the inside, and the next good message is acknowledged.
 * {@code -Dproof.fuzz} sets how many per platform, {@code -Dproof.seed} repeats a run.
 */
@ExtendWith(Ground.class)
class FuzzIT {
    private static final int BODIES = Integer.getInteger("proof.fuzz", 20_000);
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime() & 0xffff_ffffL);
    private static final int CONNECTIONS = 8;
    private static final int AT_ONCE = 25;

    private final Ground.Place place;

    FuzzIT(Ground.Place place) {
        this.place = place;
    }

    /** Answers to people whom the platform does not know are given up at once, so that nothing waits for a next attempt. */
    @AfterEach
    void nothingIsTriedAgain() throws Exception {
        Stage.awaitSent(place.books());
        assertThat(place.books().dead()).isPositive();
        assertThat(Metrics.of(place.gateway()).sum("portar_deliveries_total", "outcome=\"retried_platform_down"))
                .isZero();
    }

    /** Bodies that went out on one connection. */
    private record Share(ChatApp app, long seed, int bodies, long numbers) {}

    @Test
    void mutatedBodiesNeverBreakAnything() throws Exception {
        double surprises = place.surprises();
        int complaints = place.complaints().size();
        long started = System.nanoTime();
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS * 3);
        Map<ChatApp, List<Future<Map<Integer, Integer>>>> runs = new EnumMap<>(ChatApp.class);
        try {
            for (ChatApp app : ChatApp.values()) {
                for (int i = 0; i < CONNECTIONS; i++) {
                    Share share = new Share(app, SEED + i, BODIES / CONNECTIONS, 1_000_000L + i * 1_000L);
                    Callable<Map<Integer, Integer>> task = () -> send(share);
                    runs.computeIfAbsent(app, unused -> new ArrayList<>()).add(senders.submit(task));
                }
            }
            Map<ChatApp, Map<Integer, Integer>> statuses = new EnumMap<>(ChatApp.class);
            for (Map.Entry<ChatApp, List<Future<Map<Integer, Integer>>>> run : runs.entrySet()) {
                Map<Integer, Integer> sum = new TreeMap<>();
                for (Future<Map<Integer, Integer>> part : run.getValue()) {
                    part.get(60, TimeUnit.MINUTES).forEach((status, count) -> sum.merge(status, count, Integer::sum));
                }
                statuses.put(run.getKey(), sum);
            }
            System.out.printf(
                    "I3 bodiesPerPlatform=%d statuses=%s seconds=%.1f seed=%d%n",
                    BODIES, statuses, (System.nanoTime() - started) / 1e9, SEED);
            statuses.forEach(
                    (app, counts) -> assertThat(counts.keySet()).as(app.name()).isSubsetOf(200, 400, 401, 403));
        } finally {
            senders.shutdownNow();
        }
        assertThat(place.surprises()).isEqualTo(surprises);
        assertThat(place.complaints()).hasSize(complaints);
    }

    private Map<Integer, Integer> send(Share share) throws Exception {
        Mutator mutator = new Mutator(share.seed());
        List<String> good = place.updates().kinds(share.app(), share.numbers());
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            for (int sent = 0; sent < share.bodies(); sent += AT_ONCE) {
                byte[] together = new byte[0];
                for (int i = 0; i < AT_ONCE; i++) {
                    byte[] odd = mutator.mutate(good.get((sent + i) % good.size()), share.app() != ChatApp.WHATSAPP);
                    together = RawHttp.join(together, place.signed().request(share.app(), odd));
                }
                connection.send(RawHttp.join(together, goodMessage(share, sent)));
                for (int i = 0; i < AT_ONCE; i++) {
                    RawHttp.Answer answer = connection.receive();
                    assertThat(answer.tellsNothing())
                            .as("%s, seed %d", answer, SEED)
                            .isTrue();
                    statuses.merge(answer.status(), 1, Integer::sum);
                }
                assertThat(connection.receive().status())
                        .as("the good message after %d odd ones, seed %d", sent + AT_ONCE, SEED)
                        .isEqualTo(200);
            }
        }
        return statuses;
    }

    /** Twenty times the same one: it is the acknowledgement that counts here. */
    private byte[] goodMessage(Share share, int sent) {
        String player = share.app() == ChatApp.WHATSAPP ? "whatsapp:+37360000902" : "100000902";
        long number = 5_000_000L + share.numbers() + sent / AT_ONCE / 20;
        return place.signed().request(share.app(), place.updates().text(share.app(), number, player, "menu"));
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void everyFieldMissingNullOrOfAnotherKind(ChatApp app) throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        for (String good : place.updates().kinds(app, 2_000_000L)) {
            if (app == ChatApp.WHATSAPP) {
                oddForms(good).forEach(form -> bodies.add(form.getBytes(StandardCharsets.UTF_8)));
            } else {
                Mutator.withoutEach(good).forEach(body -> bodies.add(body.getBytes(StandardCharsets.UTF_8)));
                for (String odd : Mutator.ODD_VALUES.subList(0, 17)) {
                    Mutator.variants(good, odd).forEach(body -> bodies.add(body.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        bodies.addAll(Corpus.of(app, place.updates()));
        double surprises = place.surprises();
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            for (byte[] body : bodies) {
                RawHttp.Answer answer = connection.exchange(place.signed().request(app, body));
                String described = "%s to %s".formatted(answer, new String(body, StandardCharsets.UTF_8));
                assertThat(answer.tellsNothing()).as(described).isTrue();
                assertThat(answer.status()).as(described).isIn(200, 400, 401, 403);
            }
        }
        assertThat(place.surprises()).isEqualTo(surprises);
        System.out.printf("I3 corpus=%s bodies=%d%n", app, bodies.size());
    }

    private static List<String> oddForms(String good) {
        List<String> forms = new ArrayList<>();
        List<String> fields = List.of(good.split("&"));
        List<String> values = List.of(
                "", "%00", "%ED%A0%80", "%C0%AF", "%F4%90%80%80", "9223372036854775808", "a".repeat(5_000), "%2B%20");
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).substring(0, fields.get(i).indexOf('='));
            List<String> others = new ArrayList<>(fields);
            others.remove(i);
            String rest = String.join("&", others);
            forms.add(rest);
            forms.add(good + "&" + fields.get(i));
            values.forEach(value -> forms.add(rest + "&" + name + "=" + value));
        }
        return forms;
    }
}
