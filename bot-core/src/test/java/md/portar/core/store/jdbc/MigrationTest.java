package md.portar.core.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Lease;
import md.portar.core.store.NodeId;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoredConversation;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.postgres.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version, with something in every state in it, is opened by this one and goes on. */
class MigrationTest {
    private static final Instant NOW = FixedClock.MONDAY;
    private static final long AT = NOW.toEpochMilli();
    private static final ChannelId CHANNEL = new ChannelId("recorded");
    private static final ChannelAccount ACCOUNT = new ChannelAccount("main");

    private static final List<String> ROWS = List.of(
            "INSERT INTO conversation (id, channel, account, user_id, state, priority, state_since, epoch, version,"
                    + " memory, language, preview_origin, last_activity_at, unreachable, next_seq, pending_since,"
                    + " lease_owner, lease_until, lease_no) VALUES (7, 'recorded', 'main', '100000001', 'BOT', 2, "
                    + AT + ", 3, 5, 'LANGUAGE=ru', 'RU', 0, " + AT + ", 0, 3, " + AT + ", 'gone', " + AT + ", 4)",
            "INSERT INTO inbound_event VALUES ('recorded', 'main', 'k1', " + AT + ")",
            "INSERT INTO message (id, conversation_id, seq, at, sent_at, author, kind, text, origin, withheld, edited,"
                    + " platform_id) VALUES (1, 7, 1, " + AT + ", " + AT
                    + ", 'CUSTOMER', 'TEXT', 'hello', 0, 0, 0, 'm1')",
            "INSERT INTO message (id, conversation_id, seq, at, author, kind, text, origin, withheld, edited, delivery)"
                    + " VALUES (2, 7, 2, " + AT + ", 'BOT', 'TEXT', 'Good morning', 1, 0, 0, 'QUEUED')",
            "INSERT INTO inbox (id, conversation_id, kind, message_id, event_key, happened_at) VALUES (1, 7, 'MESSAGE',"
                    + " 1, 'k1', " + AT + ")",
            "INSERT INTO outbox (id, conversation_id, place, channel, account, user_id, kind, text, origin, payload,"
                    + " epoch, message_id, last_part, state, attempts, uncertain, next_attempt_at, created_at) VALUES"
                    + " (1, 7, 64, 'recorded', 'main', '100000001', 'SEND', 'Good morning', 1,"
                    + " '{\"speaker\":\"BOT\"}', 3, 2, 1, 'OPEN', 1, 0, " + AT + ", " + AT + ")",
            "INSERT INTO desk_event (id, conversation_id, kind, at) VALUES (9, 7, 'MESSAGE', " + AT + ")");

    @TempDir
    Path folder;

    @Test
    void sqliteGoesOn() throws Exception {
        goesOn(StoreSettings.sqlite(folder.resolve("portar.db")));
    }

    @Test
    void postgresGoesOn() throws Exception {
        String url = PostgresServer.shared().freshDatabase();
        try {
            goesOn(StoreSettings.of(url));
        } finally {
            PostgresServer.shared().drop(url);
        }
    }

    private static void goesOn(StoreSettings settings) throws SQLException {
        firstVersion(settings);
        try (JdbcStore store = JdbcStore.open(settings, SecretGuard.standard())) {
            Lease lease = new Lease(new NodeId("new"), Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
            // Leases of the first version were counted by wall clocks: they end when their holder has left.
            store.unitOfWork().run(tx -> {
                store.nodes().leave(tx, new NodeId("gone"));
                return true;
            });
            StoredConversation claimed = store.unitOfWork()
                    .run(tx -> store.conversations().claim(tx, lease, NOW, Duration.ZERO, 5))
                    .get(0);
            assertThat(claimed.number()).isEqualTo(new ConversationNumber(7));
            assertThat(claimed.leaseNumber()).isEqualTo(5);
            List<InboxItem> items = store.unitOfWork().run(tx -> store.inbox().pending(tx, claimed.number(), 5));
            assertThat(items).hasSize(1);
            OutboxItem item = store.unitOfWork()
                    .run(tx -> store.outbox().claim(tx, CHANNEL, ACCOUNT, lease, NOW, 5))
                    .get(0);
            assertThat(item.attempts()).isEqualTo(2);
            boolean done = store.unitOfWork().run(tx -> store.outbox().done(tx, item, NOW, Duration.ZERO));
            assertThat(done).isTrue();
            List<DeskMessage> history = store.unitOfWork()
                    .read(tx -> store.deskViews().messages(tx, claimed.number(), Optional.empty(), 10));
            assertThat(history).extracting(message -> message.text().value()).containsExactly("hello", "Good morning");
            store.unitOfWork().run(tx -> store.deskEvents().publish(tx));
            List<DeskEvent> events =
                    store.unitOfWork().read(tx -> store.deskEvents().after(tx, 0, 10));
            assertThat(events).extracting(DeskEvent::conversation).containsExactly(claimed.number());
        }
    }

    private static void firstVersion(StoreSettings settings) throws SQLException {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), null)
                .locations("classpath:md/portar/store/migrations")
                .table("schema_history")
                .placeholders(SqlDialect.of(settings).schemaWords())
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            for (String row : ROWS) {
                statement.execute(row);
            }
        }
    }
}
