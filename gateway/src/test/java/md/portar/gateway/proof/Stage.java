package md.portar.gateway.proof;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import org.awaitility.Awaitility;

/** What most proofs begin and end with. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Stage() {}

    /** Platforms that report receipts only after the proof is over, so that the load is the players'. */
    static Simulator quietPlatforms() {
        return new Simulator(accounts()).start();
    }

    static SimulatorSettings accounts() {
        Duration never = Duration.ofHours(10);
        return SimulatorSettings.demo()
                .withPace(new SimulatorSettings.Pace(never, never, Duration.ofMillis(50), 1_000));
    }

    /** A gateway without limits of its own. */
    static Site fastSite(Path folder, Simulator simulator) {
        return Site.fast(folder, accounts(), simulator.url());
    }

    /** A gateway that keeps the platforms' limits. */
    static Site usualSite(Path folder, Simulator simulator) {
        return Site.usual(folder, accounts(), simulator.url());
    }

    /** Waits until everything asked is acknowledged, handled and sent. */
    static void awaitQuiet(Crowd crowd, Books books) {
        Awaitility.await("everything asked is acknowledged").atMost(PATIENCE).until(() -> crowd.waiting() == 0);
        awaitSent(books);
    }

    /** Waits until nothing is left to handle or to send. */
    static void awaitSent(Books books) {
        Awaitility.await("everything acknowledged is handled and sent")
                .pollInterval(Duration.ofMillis(200))
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(problem -> problem instanceof SQLException)
                .until(() -> books.open() == 0);
    }

    /** The figures every proof that asks questions prints. */
    static String figures(RunReport report) {
        RunReport.Questions questions = report.total().questions();
        return "asked=%d acknowledged=%d answered=%d lost=%d repeated=%d outOfOrder=%d"
                .formatted(
                        questions.asked(),
                        questions.acknowledged(),
                        questions.answered(),
                        questions.lost(),
                        questions.duplicated(),
                        questions.outOfOrder());
    }

    /** The first things that went wrong, for a failed assertion. */
    static String slips(RunReport report) {
        return report.slips().stream()
                .sorted(Comparator.comparing(RunReport.Slip::kind))
                .limit(5)
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }
}
