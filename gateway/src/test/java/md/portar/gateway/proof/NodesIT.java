package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import md.portar.core.testkit.postgres.PostgresServer;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F1 on PostgreSQL: three gateways on one database, one of them killed again and again, one frozen and thawed. {@code
 * -Dproof.nodeKills} sets how often.
 */
class NodesIT {
    private static final int KILLS = Integer.getInteger("proof.nodeKills", 2);
    private static final int RATE = 60;
    private static final int BETWEEN = 60;
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime() & 0xffff_ffffL);

    private final List<GatewayProcess> nodes = new ArrayList<>();
    private final Random random = new Random(SEED);

    @Test
    void nothingIsLostWhenOneOfThreeGatewaysDies(@TempDir Path folder) throws Exception {
        PostgresServer server = PostgresServer.shared();
        String url = server.freshDatabase();
        ScheduledExecutorService balancer = Executors.newSingleThreadScheduledExecutor();
        try (Simulator simulator = Stage.quietPlatforms()) {
            simulator.enforceLimits(false);
            Site site = Stage.fastSite(folder, simulator);
            for (int node = 0; node < 3; node++) {
                nodes.add(new GatewayProcess(site.on(folder.resolve("node" + node), url)).start(simulator));
            }
            Topics topics = Topics.learn(simulator);
            simulator.recorder().clear();
            var unused = balancer.scheduleAtFixedRate(
                    () -> nodes.get(random.nextInt(nodes.size())).aim(simulator), 50, 50, TimeUnit.MILLISECONDS);
            Books books = new Books(url);
            long inFlight = 0;
            try (Crowd crowd = new Crowd(simulator, topics, SEED)) {
                crowd.ask(RATE);
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitMore(crowd);
                    GatewayProcess victim = nodes.get(kill % nodes.size());
                    victim.kill();
                    inFlight += books.inFlight(); // of all nodes: no fewer than the victim's
                    victim.start(simulator);
                }
                awaitMore(crowd);
                nodes.get(2).freeze();
                inFlight += books.inFlight();
                awaitMore(crowd);
                nodes.get(2).thaw();
                awaitMore(crowd);
                crowd.rest();
                Stage.awaitQuiet(crowd, books);
            }
            judge(simulator.recorder().report(), inFlight);
        } finally {
            balancer.shutdownNow();
            nodes.forEach(GatewayProcess::close);
            server.drop(url);
        }
    }

    private static void awaitMore(Crowd crowd) {
        long before = crowd.acknowledged();
        Awaitility.await("load").atMost(Duration.ofMinutes(3)).until(() -> crowd.acknowledged() - before > BETWEEN);
    }

    private static void judge(RunReport report, long inFlight) {
        System.out.printf(
                "F1 postgresql nodes=3 kills=%d freezes=1 %s inFlight=%d seed=%d%n",
                KILLS, Stage.figures(report), inFlight, SEED);
        assertThat(report.total().questions().lost()).as(Stage.slips(report)).isZero();
        assertThat(report.total().questions().outOfOrder())
                .as(Stage.slips(report))
                .isZero();
        assertThat(report.total().questions().answered())
                .isEqualTo(report.total().questions().asked());
        assertThat(report.total().questions().duplicated()).isLessThanOrEqualTo(inFlight);
    }
}
