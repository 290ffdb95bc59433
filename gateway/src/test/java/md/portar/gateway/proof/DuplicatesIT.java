package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** I1, I2 and I5: the same message again and again, messages all mixed up, and messages of long ago. */
@ExtendWith(Ground.class)
class DuplicatesIT {
    private static final int UPDATES = 1_000;
    private static final int COPIES = 10;
    private static final int AT_ONCE = 20;
    private static final int CHATS = Integer.getInteger("proof.chats", 200);
    private static final int PER_CHAT = 5;
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime() & 0xffff_ffffL);

    private final Ground.Place place;

    DuplicatesIT(Ground.Place place) {
        this.place = place;
    }

    @Test
    void aThousandUpdatesTenTimesEachAreAnsweredOnceEach() throws Exception {
        Simulator simulator = place.simulator();
        List<byte[]> requests = new ArrayList<>();
        List<Report> started = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) {
            long player = 110_000_000L + i;
            started.add(simulator.telegram().unblocks(player)); // lets the bot write to him
            simulator.recorder().asks(ChatApp.TELEGRAM, Long.toString(player), "verification");
            String text = place.updates().text(ChatApp.TELEGRAM, 8_000_000L + i, Long.toString(player), Topics.WRITTEN);
            requests.add(place.signed().request(ChatApp.TELEGRAM, text));
        }
        started.forEach(report -> assertThat(report.answer().join()).isEqualTo(200));
        ExecutorService senders = Executors.newFixedThreadPool(COPIES);
        try {
            List<Future<Integer>> copies = new ArrayList<>();
            for (int i = 0; i < COPIES; i++) {
                long seed = SEED + i;
                copies.add(senders.submit(() -> sendShuffled(requests, seed)));
            }
            for (Future<Integer> copy : copies) {
                assertThat(copy.get(10, TimeUnit.MINUTES)).isEqualTo(UPDATES);
            }
        } finally {
            senders.shutdownNow();
        }
        for (int i = 0; i < UPDATES; i++) {
            simulator.recorder().acknowledged(ChatApp.TELEGRAM, Long.toString(110_000_000L + i), "verification");
        }
        Stage.awaitSent(place.books());
        long taken = simulator.recorder().report().total().sends().taken();

        place.gateway().stop();
        place.gateway().start(simulator);
        assertThat(sendShuffled(requests, SEED)).isEqualTo(UPDATES);
        Stage.awaitSent(place.books());

        RunReport report = simulator.recorder().report();
        System.out.printf(
                "I1 updates=%d deliveries=%d %s extraAfterRestart=%d seed=%d%n",
                UPDATES,
                UPDATES * (COPIES + 1),
                Stage.figures(report),
                report.total().sends().taken() - taken,
                SEED);
        assertThat(report.total().questions().answered()).isEqualTo(UPDATES);
        assertThat(report.total().questions().lost()).isZero();
        assertThat(report.total().questions().duplicated()).isZero();
        assertThat(report.total().sends().taken()).isEqualTo(taken);
    }

    private int sendShuffled(List<byte[]> requests, long seed) throws Exception {
        List<byte[]> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, new Random(seed));
        int acknowledged = 0;
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            for (int from = 0; from < shuffled.size(); from += AT_ONCE) {
                List<byte[]> some = shuffled.subList(from, Math.min(from + AT_ONCE, shuffled.size()));
                for (byte[] request : some) {
                    connection.send(request);
                }
                for (int i = 0; i < some.size(); i++) {
                    acknowledged += connection.receive().status() == 200 ? 1 : 0;
                }
            }
        }
        return acknowledged;
    }

    @Test
    void messagesOfManyChatsMixedUpAreAnsweredInTheirOrder() {
        Simulator simulator = place.simulator();
        Topics topics = Topics.learn(simulator);
        simulator.recorder().clear();
        Random random = new Random(SEED);
        List<Integer> turns = new ArrayList<>();
        List<List<Topics.Topic>> wanted = new ArrayList<>();
        for (int chat = 0; chat < CHATS; chat++) {
            List<Topics.Topic> shuffled = new ArrayList<>(topics.all());
            Collections.shuffle(shuffled, random);
            wanted.add(shuffled);
            turns.addAll(Collections.nCopies(PER_CHAT, chat));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[CHATS];
        List<Report> reports = new ArrayList<>();
        for (int chat : turns) {
            Topics.Topic topic = wanted.get(chat).get(next[chat]++);
            reports.add(tap(simulator, "71%014d".formatted(chat), topic));
        }
        reports.forEach(report -> assertThat(report.answer().join()).isEqualTo(200));
        Stage.awaitSent(place.books());
        RunReport report = simulator.recorder().report();
        System.out.printf("I2 chats=%d %s seed=%d%n", CHATS, Stage.figures(report), SEED);
        assertThat(report.total().questions().answered()).isEqualTo((long) CHATS * PER_CHAT);
        assertThat(report.isClean()).as(Stage.slips(report)).isTrue();
    }

    private static Report tap(Simulator simulator, String player, Topics.Topic topic) {
        simulator.recorder().asks(ChatApp.MESSENGER, player, topic.mark());
        Report report = simulator.messenger().postback(player, "topic", topic.payload());
        var unused = report.answer()
                .thenAccept(status -> simulator.recorder().acknowledged(ChatApp.MESSENGER, player, topic.mark()));
        return report;
    }

    @Test
    void aMessageOfLastWeekIsKeptAndNotAnswered() throws Exception {
        String player = "7200000000000001";
        String old = place.updates()
                .text(ChatApp.MESSENGER, 8_900_000L, player, Topics.WRITTEN)
                .replaceFirst(
                        "\"timestamp\":[0-9]+",
                        "\"timestamp\":" + (System.currentTimeMillis() - TimeUnit.DAYS.toMillis(8)));
        long kept = place.books().count("SELECT COUNT(*) FROM message");
        long taken = place.simulator().recorder().report().total().sends().taken();
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            assertThat(connection
                            .exchange(place.signed().request(ChatApp.MESSENGER, old))
                            .status())
                    .isEqualTo(200);
        }
        Stage.awaitSent(place.books());
        assertThat(place.books().count("SELECT COUNT(*) FROM message")).isEqualTo(kept + 1);
        assertThat(place.simulator().recorder().report().total().sends().taken())
                .isEqualTo(taken);
        System.out.println("I5 olderThanSevenDays=kept answers=0");
    }
}
