package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.store.StoreSettings;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import md.portar.core.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two gateways owe each other besides the work: pauses, parts of the limits, news. */
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final EngineSettings SETTINGS = RunningEngine.QUICK.withLease(Duration.ofSeconds(5));

    private final RecordingChannel channelHere = RecordingChannel.generous();
    private final RecordingChannel channelThere = RecordingChannel.generous();
    private String url = "";
    private RunningEngine here;
    private RunningEngine there;

    @BeforeEach
    void start() {
        url = PostgresServer.shared().freshDatabase();
        here = RunningEngine.opened(StoreSettings.of(url), channelHere, Clock.systemUTC(), SETTINGS);
        there = RunningEngine.opened(StoreSettings.of(url), channelThere, Clock.systemUTC(), SETTINGS);
        here.start(RunningEngine.echo());
        there.start(RunningEngine.echo());
    }

    @AfterEach
    void end() {
        here.close();
        there.close();
        PostgresServer.shared().drop(url);
    }

    private int attempts() {
        return channelHere.words().size() + channelThere.words().size();
    }

    @Test
    void whatAPlatformAskedOfOneBindsTheOther() throws SQLException {
        for (RecordingChannel channel : List.of(channelHere, channelThere)) {
            channel.answerWith(action -> new DeliveryOutcome.RetryAfter(
                    Duration.ofHours(1), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT));
        }
        here.take(Inbound.text(RecordingChannel.person(1), "first"));
        await().atMost(PATIENCE).until(() -> attempts() == 1);
        await().atMost(PATIENCE).until(() -> query("SELECT COUNT(*) FROM account_rest") == 1);
        // Signs of life of both nodes that began after the rest was known.
        long until = query("SELECT until_lease FROM account_rest");
        Duration later = SETTINGS.lease().plus(NodePresence.sign(SETTINGS.lease()));
        long known = until - Duration.ofHours(1).toMillis() + later.toMillis();
        await().atMost(PATIENCE).until(() -> query("SELECT MIN(lease_until) FROM node") > known);
        here.take(Inbound.text(RecordingChannel.person(2), "second"));
        there.take(Inbound.text(RecordingChannel.person(3), "third"));
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> attempts() == 1);
    }

    private long query(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    @Test
    void aConsoleHearsOfWhatHappensElsewhere() throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = there.engine.desk().onChange(heard::add)) {
            here.take(Inbound.text(RecordingChannel.person(1), "hello"));
            await().atMost(PATIENCE).until(() -> !heard.isEmpty());
            assertThat(listening).isNotNull();
        }
    }

    @Test
    void eachUsesItsPartOfTheRate() {
        LaneLimits limits = new LaneLimits(40, SETTINGS, Clock.systemUTC());
        limits.shareAmong(4);
        int calls = 0;
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (System.nanoTime() < end) {
            if (limits.enter(Instant.now())) {
                calls++;
                limits.leave();
            }
        }
        assertThat(calls).isBetween(1, 12);
    }
}
