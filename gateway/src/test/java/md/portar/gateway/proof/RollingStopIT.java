package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F6: stopped and started again and again under load, as an update does it. {@code -Dproof.stops} sets how often. */
class RollingStopIT {
    private static final int STOPS = Integer.getInteger("proof.stops", 3);
    private static final int RATE = 100;
    private static final int BETWEEN = 50;
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime() & 0xffff_ffffL);

    /** The drain time is ten seconds; the rest is for the machine. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Test
    void aStopLosesAndRepeatsNothing(@TempDir Path folder) throws Exception {
        try (Simulator simulator = Stage.quietPlatforms();
                GatewayProcess gateway = new GatewayProcess(Stage.fastSite(folder, simulator))) {
            simulator.enforceLimits(false);
            gateway.start(simulator);
            Topics topics = Topics.learn(simulator);
            simulator.recorder().clear();
            Books books = new Books("jdbc:sqlite:" + gateway.database());
            Duration longest = Duration.ZERO;
            long leftInFlight = 0;
            try (Crowd crowd = new Crowd(simulator, topics, SEED)) {
                crowd.ask(RATE);
                for (int stop = 0; stop < STOPS; stop++) {
                    long before = crowd.acknowledged();
                    Awaitility.await("load")
                            .atMost(Duration.ofMinutes(2))
                            .until(() -> crowd.acknowledged() - before > BETWEEN);
                    Duration took = gateway.stop();
                    longest = took.compareTo(longest) > 0 ? took : longest;
                    leftInFlight += books.inFlight();
                    gateway.start(simulator);
                }
                crowd.rest();
                Stage.awaitQuiet(crowd, books);
            }
            RunReport report = simulator.recorder().report();
            System.out.printf(
                    "F6 stops=%d longestStopMs=%d leftInFlight=%d %s seed=%d%n",
                    STOPS, longest.toMillis(), leftInFlight, Stage.figures(report), SEED);
            assertThat(report.total().questions().lost())
                    .as(Stage.slips(report))
                    .isZero();
            assertThat(report.total().questions().outOfOrder()).isZero();
            // Nothing that was sent is forgotten in a stop, unless the platform did not answer before the drain time
            // was over.
            assertThat(report.total().questions().duplicated()).isLessThanOrEqualTo(leftInFlight);
            assertThat(longest).isLessThan(LONGEST);
        }
    }
}
