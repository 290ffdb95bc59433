package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Fault;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.Faults;
import md.portar.gateway.simulator.Question;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.RunReport;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * N1 to N5: platforms that are down, overwhelmed, cut connections or are slow. The platforms' own limits are in force, in the
 * gateway as at the platforms. {@code -Dproof.outage=PT10M} for the real length.
 */
class OutageIT {
    private static final Duration OUTAGE = Duration.parse(System.getProperty("proof.outage", "PT6S"));
    private static final int PER_SECOND = 10;

    /** N4: this many a second, for 200 chats or more. */
    private static final int BELOW_LIMIT = 25;

    private static final Duration STEADY = OUTAGE.plusSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3).plus(OUTAGE.multipliedBy(2));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Simulator simulator;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static GatewayProcess gateway;

    private static long players = 120_000_000L;

    @BeforeAll
    static void start() throws Exception {
        simulator = Stage.quietPlatforms();
        Site site = Stage.usualSite(folder, simulator);
        gateway = new GatewayProcess(site.with(ChatApp.MESSENGER, "request-timeout: 8s")).start(simulator);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        simulator.close();
    }

    @BeforeEach
    void forget() {
        simulator.recorder().clear();
    }

    @AfterEach
    void calm() {
        simulator.faults().clear();
    }

    private static Books books() {
        return new Books("jdbc:sqlite:" + gateway.database());
    }

    private static String player(ChatApp app) {
        long number = players++;
        return switch (app) {
            case TELEGRAM -> Long.toString(number);
            case WHATSAPP -> "whatsapp:+1555%07d".formatted(number % 10_000_000L);
            case MESSENGER -> "7300000" + number;
        };
    }

    /** New players ask one question each, at a steady pace, for a while. Gives when each was asked. */
    private static List<Asked> ask(Collection<ChatApp> apps, Duration time) {
        return ask(apps, time, PER_SECOND);
    }

    private static List<Asked> ask(Collection<ChatApp> apps, Duration time, int perSecond) {
        List<Asked> asked = new ArrayList<>();
        long started = System.nanoTime();
        for (long sent = 0; sent < time.toMillis() * perSecond / 1000; sent++) {
            long due = started + sent * TimeUnit.SECONDS.toNanos(1) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            for (ChatApp app : apps) {
                String player = player(app);
                long at = System.currentTimeMillis();
                asked.add(new Asked(
                        app, player, at, simulator.asks(new Question(app, player, Topics.WRITTEN, "verification"))));
            }
        }
        asked.forEach(one -> assertThat(one.report().answer().join()).isEqualTo(200));
        return asked;
    }

    private record Asked(ChatApp app, String player, long at, Report report) {}

    private static RunReport.Figures figures(ChatApp app) {
        return Objects.requireNonNull(simulator.recorder().report().byApp().get(app));
    }

    private static long unanswered(ChatApp app) {
        return figures(app).questions().lost();
    }

    /** Everything is down until the others have answered all they were asked meanwhile. */
    private static void outage(String name, List<ChatApp> down, List<Fault> faults) {
        List<ChatApp> all = List.of(ChatApp.values());
        List<ChatApp> up = all.stream().filter(app -> !down.contains(app)).toList();
        Faults switches = simulator.faults();
        for (int i = 0; i < down.size(); i++) {
            switches.set(down.get(i), faults.get(i));
        }
        ask(all, OUTAGE);
        Awaitility.await("channels that are up answer during the outage of others")
                .atMost(PATIENCE)
                .until(() -> up.stream().allMatch(app -> unanswered(app) == 0));
        long backlog = down.stream().mapToLong(OutageIT::unanswered).sum();
        long recovered = System.nanoTime();
        switches.clear();
        ask(down, Duration.ofSeconds(1));
        Awaitility.await("the backlog is sent")
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> down.stream().allMatch(app -> unanswered(app) == 0));
        double seconds = (System.nanoTime() - recovered) / 1e9;
        RunReport report = simulator.recorder().report();
        System.out.printf(
                "N1 outage=%s seconds=%d backlog=%d %s drainedInSeconds=%.1f perSecond=%.0f%n",
                name, OUTAGE.toSeconds(), backlog, Stage.figures(report), seconds, backlog / seconds);
        assertThat(backlog).isPositive();
        assertThat(report.total().questions().lost()).isZero();
        assertThat(report.total().questions().duplicated())
                .as(Stage.slips(report))
                .isZero();
        assertThat(report.total().questions().outOfOrder()).isZero();
        Stage.awaitSent(books());
    }

    @Test
    void nothingIsLostOrRepeatedWhileTwoPlatformsAreDown() {
        outage(
                "telegram 502, whatsapp reset",
                List.of(ChatApp.TELEGRAM, ChatApp.WHATSAPP),
                List.of(Fault.on(FaultKind.HTML_502), Fault.on(FaultKind.OUTAGE).lasting(Duration.ofHours(1))));
    }

    @Test
    void nothingIsLostOrRepeatedWhileAPlatformSwallowsEverything() {
        outage("messenger black hole", List.of(ChatApp.MESSENGER), List.of(Fault.on(FaultKind.BLACK_HOLE)));
    }

    @Test
    void nobodyIsSentToBeforeTheTimeARefusalNamed() {
        simulator
                .faults()
                .set(
                        ChatApp.TELEGRAM,
                        Fault.on(FaultKind.RATE_LIMIT)
                                .share(0.3)
                                .between(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        ask(List.of(ChatApp.TELEGRAM), OUTAGE);
        Stage.awaitSent(books());
        RunReport report = simulator.recorder().report();
        long struck = simulator.faults().struck(ChatApp.TELEGRAM).getOrDefault(FaultKind.RATE_LIMIT, 0L);
        System.out.printf(
                "N2 refusals=%d early=%d %s%n", struck, report.total().sends().early(), Stage.figures(report));
        assertThat(struck).isPositive();
        assertThat(report.total().sends().early()).isZero();
        assertThat(report.total().questions().lost()).isZero();
        assertThat(report.total().questions().duplicated()).isZero();
    }

    @Test
    void aCutConnectionCostsAtMostOneRepeatedAnswer() throws Exception {
        double before = uncertain();
        for (ChatApp app : ChatApp.values()) {
            simulator.faults().set(app, Fault.on(FaultKind.CUT_AFTER).share(0.05));
        }
        ask(List.of(ChatApp.values()), OUTAGE);
        Stage.awaitSent(books());
        RunReport report = simulator.recorder().report();
        double uncertain = uncertain() - before;
        System.out.printf(
                "N3 cuts=%d countedUncertain=%.0f %s%n",
                report.total().sends().ambiguous(), uncertain, Stage.figures(report));
        RunReport.Questions questions = report.total().questions();
        assertThat(report.total().sends().ambiguous()).isPositive();
        assertThat(questions.lost()).as(Stage.slips(report)).isZero();
        assertThat((double) questions.duplicated()).isLessThanOrEqualTo(uncertain);
    }

    private static double uncertain() throws Exception {
        return Metrics.of(gateway).sum("portar_deliveries_total", "outcome=\"uncertain");
    }

    @Test
    void noLimitIsHitAtTwentyFiveASecondOverManyChats() throws Exception {
        double before = Metrics.of(gateway).sum("portar_deliveries_total", "retried_rate_limited");
        ask(List.of(ChatApp.TELEGRAM), STEADY, BELOW_LIMIT);
        Stage.awaitSent(books());
        RunReport report = simulator.recorder().report();
        double refused = Metrics.of(gateway).sum("portar_deliveries_total", "retried_rate_limited") - before;
        System.out.printf(
                "N4 perSecond=%d refusals=%.0f overLimit=%d %s%n",
                BELOW_LIMIT, refused, report.total().sends().overLimit(), Stage.figures(report));
        assertThat(report.total().sends().overLimit()).isZero();
        assertThat(refused).isZero();
        assertThat(report.total().questions().answered()).isGreaterThanOrEqualTo(200);
        assertThat(report.total().questions().lost()).isZero();
    }

    @Test
    void slowChatsDoNotSlowTheOthers() {
        long usual = slowest(ask(List.of(ChatApp.MESSENGER), OUTAGE), 0.99);
        simulator
                .faults()
                .set(
                        ChatApp.MESSENGER,
                        Fault.on(FaultKind.DELAY).shareOfChats(0.1).amount(Duration.ofMillis(1_800)));
        List<Asked> asked = ask(List.of(ChatApp.MESSENGER), OUTAGE);
        long others = slowest(asked, 0.5);
        System.out.printf(
                "N5 slowCalls=%s p50ms=%d p99ms=%d p99msBefore=%d%n",
                simulator.faults().struck(ChatApp.MESSENGER).get(FaultKind.DELAY), others, slowest(asked, 0.99), usual);
        assertThat(others).isLessThan(1_800 + 3 * usual);
    }

    /** Milliseconds from the question to its answer at the platform, of this share of the players. */
    private static long slowest(List<Asked> asked, double share) {
        Stage.awaitSent(books());
        long[] times = asked.stream()
                .mapToLong(one -> simulator.recorder().sentTo(one.app(), one.player()).stream()
                                .mapToLong(sent -> sent.at().toEpochMilli())
                                .max()
                                .orElseThrow()
                        - one.at())
                .sorted()
                .toArray();
        return times[(int) (share * (times.length - 1))];
    }
}
