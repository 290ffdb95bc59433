package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Question;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** I6 and S9: a machine that answers every word of ours, and one chat that floods; the others do not notice. */
@ExtendWith(Ground.class)
class FloodIT {
    private static final int LOOP = 10_000;
    private static final int FLOOD = 1_000;
    private static final int OTHERS = 100;
    private static final int AT_ONCE = 50;

    private final Ground.Place place;
    private final AtomicLong numbers = new AtomicLong(9_600_000L);

    FloodIT(Ground.Place place) {
        this.place = place;
    }

    private byte[] from(String player, String text) {
        return place.signed()
                .request(
                        ChatApp.TELEGRAM,
                        place.updates().text(ChatApp.TELEGRAM, numbers.incrementAndGet(), player, text));
    }

    private void sendAll(List<byte[]> requests) throws Exception {
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            for (int from = 0; from < requests.size(); from += AT_ONCE) {
                List<byte[]> some = requests.subList(from, Math.min(from + AT_ONCE, requests.size()));
                for (byte[] request : some) {
                    connection.send(request);
                }
                for (int i = 0; i < some.size(); i++) {
                    assertThat(connection.receive().status()).isEqualTo(200);
                }
            }
        }
    }

    /** Another bot's automatic reply, which it sends whatever it hears. */
    @Test
    void aLoopOfTwoMachinesEndsByItself() throws Exception {
        Simulator simulator = place.simulator();
        String machine = "150000001";
        assertThat(simulator.telegram().unblocks(Long.parseLong(machine)).status())
                .isEqualTo(200);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < LOOP; i++) {
            requests.add(from(machine, "Thank you for your message. We are away and will answer on Monday."));
        }
        sendAll(requests);
        Stage.awaitSent(place.books());
        long sent = simulator.recorder().sentTo(ChatApp.TELEGRAM, machine).size();
        System.out.printf("I6 loopMessages=%d answers=%d%n", LOOP, sent);
        assertThat(sent).isBetween(1L, 5L);
    }

    /** Always other words, none of them a secret: those are answered for themselves. */
    private static String impatient(int number) {
        List<String> words =
                List.of("hurry", "please", "quick", "now", "today", "hello", "again", "still", "what", "so");
        return words.get(number % 10) + " " + words.get(number / 10 % 10) + " " + words.get(number / 100 % 10);
    }

    @Test
    void aFloodFromOneChatDelaysNobodyElse() throws Exception {
        Simulator simulator = place.simulator();
        String flooder = "150000002";
        assertThat(simulator.telegram().unblocks(Long.parseLong(flooder)).status())
                .isEqualTo(200);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            requests.add(from(flooder, impatient(i)));
        }
        sendAll(requests);
        List<Report> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(simulator.asks(
                    new Question(ChatApp.MESSENGER, "74000000000%05d".formatted(i), Topics.WRITTEN, "verification")));
        }
        others.forEach(report -> assertThat(report.status()).isEqualTo(200));
        Stage.awaitSent(place.books());
        RunReport report = simulator.recorder().report();
        long sent = simulator.recorder().sentTo(ChatApp.TELEGRAM, flooder).size();
        System.out.printf("S9 flood=%d answersToFlooder=%d others: %s%n", FLOOD, sent, Stage.figures(report));
        assertThat(report.total().questions().answered()).isEqualTo(OTHERS);
        assertThat(sent).isLessThan(FLOOD / 5);
    }
}
