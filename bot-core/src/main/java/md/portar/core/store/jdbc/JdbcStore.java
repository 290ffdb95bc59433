package md.portar.core.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Agents;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.CaseWatches;
import md.portar.core.store.Cases;
import md.portar.core.store.Conversations;
import md.portar.core.store.Counters;
import md.portar.core.store.DeadLetters;
import md.portar.core.store.DeskEvents;
import md.portar.core.store.DeskViews;
import md.portar.core.store.Hints;
import md.portar.core.store.Inbox;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Nodes;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.Outbox;
import md.portar.core.store.QueueNotices;
import md.portar.core.store.Retention;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.Tickets;
import md.portar.core.store.UnitOfWork;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The store on a JDBC database. */
public final class JdbcStore implements Store {
    private static final int READERS = 4;

    private final SqlDialect dialect;
    private final SqlDialect.Occupation occupation;
    private final HikariDataSource pool;
    private final GroupCommitWriter writer;
    private final UnitOfWork unitOfWork;
    private final Beside beside;
    private final TextCodec texts;

    private JdbcStore(SqlDialect dialect, SqlDialect.Occupation occupation, StoreSettings settings, SecretGuard guard)
            throws SQLException {
        this.dialect = dialect;
        this.occupation = occupation;
        this.texts = new TextCodec(guard);
        GroupCommitWriter.Opening opening = () -> dialect.openWriter(settings);
        this.writer = new GroupCommitWriter("store-writer", opening, dialect, settings.queueCapacity());
        migrate(settings, dialect);
        writer.start();
        this.pool = openPool(dialect.readers(settings));
        DataSource readers = pool;
        this.unitOfWork = new JdbcUnitOfWork(writer, readers, settings.patience());
        this.beside = dialect.singleNode() || settings.role() == StoreSettings.Role.TOOL
                ? new Beside(unitOfWork, new NoHints(), () -> {})
                : Beside.ofWriter(opening, dialect, readers, settings);
    }

    /**
     * Opens or creates the database and brings its schema up to date.
     *
     * @throws StoreUnavailable when that is not possible; the message says why
     */
    public static JdbcStore open(StoreSettings settings, SecretGuard guard) {
        return open(SqlDialect.of(settings), settings, guard);
    }

    /** As {@link #open(StoreSettings, SecretGuard)}, on connections that a test may spoil. */
    static JdbcStore open(SqlDialect dialect, StoreSettings settings, SecretGuard guard) {
        SqlDialect.Occupation occupation = dialect.occupy(settings);
        try {
            return new JdbcStore(dialect, occupation, settings, guard);
        } catch (SQLException | StatementFailed | FlywayException e) {
            occupation.close();
            throw new StoreUnavailable(
                    settings.isSqlite()
                            ? "cannot open the database: is it a SQLite file of Portar, readable and writable, with space left?"
                            : "cannot open the database: is PostgreSQL running, and are address, user and password right?",
                    e);
        }
    }

    private static void migrate(StoreSettings settings, SqlDialect dialect) {
        Flyway.configure()
                .dataSource(
                        settings.url(),
                        settings.user(),
                        settings.password() == null ? null : settings.password().reveal())
                .locations("classpath:md/portar/store/migrations")
                .table("schema_history")
                .placeholders(dialect.schemaWords())
                .load()
                .migrate();
    }

    private static HikariDataSource openPool(HikariConfig config) {
        config.setPoolName("store-readers");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public UnitOfWork urgent() {
        return beside.unitOfWork();
    }

    @Override
    public Nodes nodes() {
        return new JdbcNodes();
    }

    @Override
    public Hints hints() {
        return beside.hints();
    }

    @Override
    public Inbox inbox() {
        return new JdbcInbox(texts, dialect);
    }

    @Override
    public Conversations conversations() {
        return new JdbcConversations(dialect);
    }

    @Override
    public MessageLog messages() {
        return new JdbcMessageLog(texts, dialect);
    }

    @Override
    public Outbox outbox() {
        return new JdbcOutbox(texts, dialect);
    }

    @Override
    public DeadLetters deadLetters() {
        return new JdbcDeadLetters(texts, dialect);
    }

    @Override
    public Tickets tickets() {
        return new JdbcTickets();
    }

    @Override
    public DeskViews deskViews() {
        return new JdbcDeskViews(texts);
    }

    @Override
    public DeskEvents deskEvents() {
        return new JdbcDeskEvents(dialect);
    }

    @Override
    public Agents agents() {
        return new JdbcAgents(texts);
    }

    @Override
    public Cases cases() {
        return new JdbcCases();
    }

    @Override
    public QueueNotices queueNotices() {
        return new JdbcQueueNotices();
    }

    @Override
    public OnCallNotices onCallNotices() {
        return new JdbcOnCallNotices(dialect);
    }

    @Override
    public CaseWatches caseWatches() {
        return new JdbcCaseWatches();
    }

    @Override
    public Counters counters() {
        return new JdbcCounters(texts);
    }

    @Override
    public AuditTrail audit() {
        return new JdbcAuditTrail();
    }

    @Override
    public Retention retention() {
        return new JdbcRetention();
    }

    @Override
    public boolean singleNode() {
        return dialect.singleNode();
    }

    @Override
    public boolean healthy() {
        return writer.healthy();
    }

    /** What runs beside the writer where there are several nodes. */
    private record Beside(UnitOfWork unitOfWork, Hints hints, Runnable end) {
        private static final int FEW = 1_000;

        static Beside ofWriter(
                GroupCommitWriter.Opening opening, SqlDialect dialect, DataSource readers, StoreSettings settings)
                throws SQLException {
            GroupCommitWriter writer = new GroupCommitWriter("store-urgent", opening, dialect, FEW);
            writer.start();
            PostgresHints hints = new PostgresHints(opening, writer);
            hints.start();
            return new Beside(new JdbcUnitOfWork(writer, readers, settings.patience()), hints, () -> {
                hints.close();
                writer.close();
            });
        }
    }

    /** Stops as a crash would: nothing is finished, nothing is tidied. For tests of what survives. */
    void halt() {
        writer.halt();
        beside.end().run();
        pool.close();
        occupation.close();
    }

    @Override
    public void close() {
        beside.end().run();
        pool.close();
        writer.close();
        occupation.close();
    }
}
