package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import md.portar.core.store.Hints;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LISTEN on a connection of its own, NOTIFY beside the writer. Not in the transaction of the change: notifying transactions
 * commit one after another in the whole database, and a hint is not worth that.
 */
final class PostgresHints implements Hints, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresHints.class);
    private static final String TELL = "SELECT pg_notify('portar', :news)";
    private static final long MOMENT_MS = 20;
    private static final int LISTEN_MS = 1_000;

    private final GroupCommitWriter.Opening opening;
    private final GroupCommitWriter writer;
    private final String me = UUID.randomUUID().toString();
    private final List<Consumer<Topic>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Topic> toTell = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::loop, "store-hints");
    private volatile @Nullable Connection listening;
    private volatile boolean closing;

    PostgresHints(GroupCommitWriter.Opening opening, GroupCommitWriter writer) {
        this.opening = opening;
        this.writer = writer;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void tell(Topic topic) {
        if (!closing && toTell.add(topic)) {
            CompletableFuture.delayedExecutor(MOMENT_MS, TimeUnit.MILLISECONDS).execute(() -> send(topic));
        }
    }

    private void send(Topic topic) {
        toTell.remove(topic);
        if (closing) {
            return;
        }
        writer.submit(tx -> JdbcTx.handle(tx)
                .createQuery(TELL)
                .bind("news", me + " " + topic.name())
                .map(row -> true)
                .one());
    }

    @Override
    public AutoCloseable listen(Consumer<Topic> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void loop() {
        while (!closing) {
            try (Connection connection = opening.open()) {
                listening = connection;
                listenOn(connection);
            } catch (SQLException | RuntimeException e) {
                log.debug("No hints from other nodes now", e);
                pause();
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN portar");
        }
        EnumSet.allOf(Topic.class).forEach(this::heard); // whatever was told meanwhile
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (!closing) {
            PGNotification[] news = notified.getNotifications(LISTEN_MS);
            if (news != null) {
                for (PGNotification one : news) {
                    read(one.getParameter());
                }
            }
        }
    }

    private void read(String news) {
        int space = news.indexOf(' ');
        if (space < 0 || news.startsWith(me)) {
            return;
        }
        String name = news.substring(space + 1).toUpperCase(Locale.ROOT);
        for (Topic topic : Topic.values()) {
            if (topic.name().equals(name)) {
                heard(topic);
            }
        }
    }

    private void heard(Topic topic) {
        for (Consumer<Topic> listener : listeners) {
            try {
                listener.accept(topic);
            } catch (RuntimeException e) {
                log.warn("A listener of hints failed", e);
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LISTEN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            Connection connection = listening;
            if (connection != null) {
                connection.abort(Runnable::run); // it waits for news in a way that cannot be interrupted
            }
            thread.join(2L * LISTEN_MS);
        } catch (SQLException e) {
            log.debug("The listening connection ends with the process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
