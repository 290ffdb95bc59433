package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Fault;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1: {@code kill -9} at random instants under load, a quarter of them while the platforms are
 * down and a quarter on the way up after the kill before. {@code -Dproof.kills},
 * {@code -Dproof.rate} and {@code -Dproof.seed} change the run.
 */
class KillProofIT {
    private static final int KILLS = Integer.getInteger("proof.kills", 20);
    private static final int RATE = Integer.getInteger("proof.rate", 200);
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime() & 0xffff_ffffL);
    /** Without a wish for more, a slow machine is spared kills after this time, but not the first few. */
    private static final Duration ENOUGH =
            System.getProperty("proof.kills") == null ? Duration.ofSeconds(60) : Duration.ofDays(1);

    private static final int FEWEST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long NOT_WAITED_FOR = -1;

    /** What went on when it was killed. */
    private enum Moment {
        LOAD,
        OUTAGE,
        START;

        /** A quarter each during an outage and on the way up; the rest under load. */
        static Moment of(int number) {
            return switch (number % 4) {
                case 0 -> OUTAGE;
                case 3 -> START;
                default -> LOAD;
            };
        }
    }

    /** One kill: what was in flight, and how long until the next acknowledgement, unless the next kill came before it. */
    private record Kill(int number, Moment moment, long acknowledged, long inFlight, long restartMillis) {}

    private final Random random = new Random(SEED);
    private final List<Kill> kills = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        try (Simulator simulator = Stage.quietPlatforms();
                GatewayProcess gateway = new GatewayProcess(Stage.fastSite(folder, simulator))) {
            simulator.enforceLimits(false);
            gateway.start(simulator);
            Topics topics = Topics.learn(simulator);
            simulator.recorder().clear();
            Books books = new Books("jdbc:sqlite:" + gateway.database());
            try (Crowd crowd = new Crowd(simulator, topics, SEED)) {
                crowd.ask(RATE);
                long started = System.nanoTime();
                for (int number = 1; number <= KILLS && isTime(started, number); number++) {
                    kills.add(killOnce(number, simulator, gateway, crowd, books));
                }
                if (!gateway.isAlive()) { // the next kill would have been on the way up
                    gateway.start(simulator);
                }
                crowd.rest();
                Stage.awaitQuiet(crowd, books);
            }
            judge(simulator.recorder().report(), books);
        }
    }

    private static boolean isTime(long started, int number) {
        return number <= FEWEST || System.nanoTime() - started < ENOUGH.toNanos();
    }

    private Kill killOnce(int number, Simulator simulator, GatewayProcess gateway, Crowd crowd, Books books)
            throws Exception {
        Moment moment = Moment.of(number);
        long before = crowd.acknowledged();
        // The random instants are the proof itself.
        switch (moment) {
            case START -> {
                gateway.launch();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
            }
            case OUTAGE -> {
                for (ChatApp app : ChatApp.values()) {
                    simulator.faults().set(app, Fault.on(FaultKind.OUTAGE).lasting(Duration.ofMillis(2_500)));
                }
                TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(450));
            }
            case LOAD -> TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(450));
        }
        gateway.kill();
        long acknowledged = crowd.acknowledged() - before;
        long inFlight = books.inFlight();
        long restart = Moment.of(number + 1) == Moment.START ? NOT_WAITED_FOR : restart(simulator, gateway, crowd);
        return new Kill(number, moment, acknowledged, inFlight, restart);
    }

    private static long restart(Simulator simulator, GatewayProcess gateway, Crowd crowd) throws IOException {
        long started = System.nanoTime();
        gateway.start(simulator);
        Awaitility.await("the first acknowledgement after the restart")
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> crowd.lastAcknowledged() - started > 0);
        return TimeUnit.NANOSECONDS.toMillis(crowd.lastAcknowledged() - started);
    }

    private void judge(RunReport report, Books books) throws Exception {
        long inFlight = kills.stream().mapToLong(Kill::inFlight).sum();
        long[] restarts = kills.stream()
                .mapToLong(Kill::restartMillis)
                .filter(millis -> millis != NOT_WAITED_FOR)
                .sorted()
                .toArray();
        print(report, inFlight, restarts);
        RunReport.Questions questions = report.total().questions();
        assertThat(questions.lost()).as(Stage.slips(report)).isZero();
        assertThat(questions.outOfOrder()).as(Stage.slips(report)).isZero();
        assertThat(questions.answered()).isEqualTo(questions.asked());
        assertThat(questions.duplicated()).isLessThanOrEqualTo(inFlight);
        assertThat(books.dead()).isZero();
        assertThat(report.total().sends().ruleBreaks()).isZero();
        assertThat(questions.acknowledged()).isGreaterThan(kills.size() * 5L);
    }

    private void print(RunReport report, long inFlight, long[] restarts) {
        System.out.println("kill  moment  acknowledged since  sends in flight  restart to first acknowledgement");
        for (Kill kill : kills) {
            System.out.printf(
                    "%4d  %-6s  %18d  %15d  %10s ms%n",
                    kill.number(),
                    kill.moment().name().toLowerCase(Locale.ROOT),
                    kill.acknowledged(),
                    kill.inFlight(),
                    kill.restartMillis() == NOT_WAITED_FOR ? "-" : Long.toString(kill.restartMillis()));
        }
        if (kills.size() < KILLS) {
            System.out.printf(
                    "F1 only %d of %d kills were made: the machine is slow and %d s were over%n",
                    kills.size(), KILLS, ENOUGH.toSeconds());
        }
        System.out.printf(
                "F1 kills=%d duringOutage=%d duringStart=%d %s inFlightAtKills=%d restartMs=%s seed=%d%n",
                kills.size(),
                during(Moment.OUTAGE),
                during(Moment.START),
                Stage.figures(report),
                inFlight,
                Arrays.toString(new long[] {restarts[restarts.length / 2], restarts[restarts.length - 1]}),
                SEED);
    }

    private long during(Moment moment) {
        return kills.stream().filter(kill -> kill.moment() == moment).count();
    }
}
