package md.portar.gateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.gateway.demo.Demo;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Fault;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.PlatformRules;
import md.portar.gateway.simulator.Question;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.ScaledClock;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A platform is away for a while, on a clock that is quicker than the wall's: everything arrives once. */
class OutageIT {
    /** Quicker, and the gateway takes the machine's clock for set again and again. */
    private static final int FACTOR = 8;

    /** Each asks once: two questions in one breath are one thought to the bot, and get one answer. */
    private static final int PLAYERS = 16;

    private static final Duration AWAY = Duration.ofSeconds(90);

    @RegisterExtension
    final PlatformRules rules = new PlatformRules();

    @Test
    void afterAnOutageAndAStormNothingIsLostOrSentEarly(@TempDir Path folder) throws Demo.CannotStart {
        Clock clock = new ScaledClock(Clock.systemUTC(), FACTOR);
        SimulatorSettings settings =
                SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK).withClock(clock);
        try (Demo demo = Demo.start(settings, folder.resolve("demo"))) {
            Simulator simulator = rules.watch(demo.simulator());
            demo.gateway().engine().caseImport().store(cases(clock.instant()));
            simulator.faults().outage(ChatApp.TELEGRAM, AWAY);
            simulator
                    .faults()
                    .set(
                            ChatApp.WHATSAPP,
                            Fault.on(FaultKind.RATE_LIMIT)
                                    .share(0.3)
                                    .between(Duration.ofSeconds(1), Duration.ofSeconds(5))
                                    .lasting(AWAY));
            Instant end = clock.instant().plus(AWAY);
            ask(simulator);
            int asked = 2 * PLAYERS;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> questions(simulator).answered() == asked);
            assertThat(clock.instant()).isAfter(end);
            RunReport report = simulator.recorder().report();
            // A send the gateway gave up on, on a slow machine, is explained, and allowed.
            assertThat(report.isClean()).as("%s", report.slips()).isTrue();
            assertThat(report.total().questions().acknowledged()).isEqualTo(asked);
            assertThat(report.total().questions().lost()).isZero();
            assertThat(simulator.faults().struck(ChatApp.TELEGRAM)).containsKey(FaultKind.OUTAGE);
        }
    }

    private static RunReport.Questions questions(Simulator simulator) {
        return simulator.recorder().report().total().questions();
    }

    private static String caseNumber(int player) {
        return "C-2%02d00".formatted(player);
    }

    private static List<CaseRecord> cases(Instant now) {
        List<CaseRecord> cases = new ArrayList<>();
        for (int player = 0; player < PLAYERS; player++) {
            cases.add(new CaseRecord(
                    new CaseNumber(caseNumber(player)), new AccountId("123456"), CaseStatus.IN_REVIEW, now));
        }
        return cases;
    }

    private static void ask(Simulator simulator) {
        for (int player = 0; player < PLAYERS; player++) {
            String number = caseNumber(player);
            String text = "status of my request " + number + ", account ID 123456";
            simulator
                    .asks(new Question(ChatApp.TELEGRAM, String.valueOf(100000401L + player), text, number))
                    .status();
            simulator
                    .asks(new Question(ChatApp.WHATSAPP, "whatsapp:+373600004%02d".formatted(player), text, number))
                    .status();
        }
    }
}
