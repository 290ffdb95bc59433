package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork.Work;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns the writing connection. It takes what waits, runs it in one transaction with a savepoint per unit, and
 * completes every unit after the one commit: while one sync runs, the next group gathers, so nobody waits to collect.
 */
final class GroupCommitWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final int LARGEST_GROUP = 1_024;

    /** Opens the writing connection, again after it broke. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /** What to do with the connection between transactions; false to do it again. */
    @FunctionalInterface
    interface Scrubbing {
        boolean scrub(Connection connection) throws SQLException;
    }

    private final Jdbi jdbi;
    private final String beginning;
    private final Scrubbing scrubbing;
    private final BlockingQueue<PendingUnit<?>> queue;
    private final Thread thread;
    private @Nullable WriterConnection connection;
    private boolean scrubDue;
    private volatile boolean closing;
    private volatile boolean halted;
    private volatile boolean ended;
    private volatile boolean healthy = true;

    GroupCommitWriter(Opening opening, String beginning, Scrubbing scrubbing, int capacity) {
        this.beginning = beginning;
        this.jdbi = Jdbi.create(opening::open);
        this.scrubbing = scrubbing;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = new Thread(this::loop, "store-writer");
        this.thread.setDaemon(true);
    }

    /** Opens the connection and starts; throws when the database cannot be opened. */
    void start() throws SQLException {
        connection = WriterConnection.open(jdbi, beginning);
        thread.start();
    }

    <T> CompletionStage<T> submit(Work<T> work) {
        PendingUnit<T> unit = new PendingUnit<>(work);
        if (closing || !queue.offer(unit)) {
            unit.refuse(new StoreUnavailable(closing ? "the store is closed" : "the store's queue is full"));
        } else if (ended && queue.remove(unit)) {
            unit.refuse(new StoreUnavailable("the store is closed"));
        }
        return unit.future();
    }

    boolean isWriterThread() {
        return Thread.currentThread() == thread;
    }

    boolean healthy() {
        return healthy && thread.isAlive();
    }

    private void loop() {
        List<PendingUnit<?>> group = new ArrayList<>(LARGEST_GROUP);
        while (!halted && !(closing && queue.isEmpty())) {
            try {
                PendingUnit<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    scrubIfDue();
                    continue;
                }
                group.add(first);
                queue.drainTo(group, LARGEST_GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                log.error("The store's writer failed outside a unit of work", e);
                refuse(group, new StoreUnavailable("the store failed", e));
                discardConnection();
            } finally {
                group.clear();
            }
        }
        end();
    }

    private void commit(List<PendingUnit<?>> group) {
        try {
            WriterConnection open = connection();
            open.begin();
            for (PendingUnit<?> unit : group) {
                runProtected(open, unit);
            }
            if (halted) {
                throw new SQLException("halted");
            }
            open.commit();
        } catch (SQLException | RuntimeException e) {
            healthy = false;
            log.error("The store could not commit {} units of work", group.size(), e);
            discardConnection();
            refuse(group, new StoreUnavailable("the store could not commit", e));
            return;
        }
        healthy = group.stream().noneMatch(PendingUnit::failedInDatabase);
        for (PendingUnit<?> unit : group) {
            scrubDue |= unit.wantsScrub();
            unit.complete();
        }
        scrubIfDue();
    }

    private static void runProtected(WriterConnection open, PendingUnit<?> unit) throws SQLException {
        open.protect();
        if (unit.run(open.handle())) {
            open.keep();
        } else {
            open.undo();
        }
    }

    private void scrubIfDue() {
        if (!scrubDue || halted) {
            return;
        }
        try {
            scrubDue = !scrubbing.scrub(connection().handle().getConnection());
        } catch (SQLException | RuntimeException e) {
            log.warn("Deleted words could not be removed from the log file yet; trying again", e);
            discardConnection();
        }
    }

    private WriterConnection connection() throws SQLException {
        WriterConnection open = connection;
        if (open == null) {
            open = WriterConnection.open(jdbi, beginning);
            connection = open;
        }
        return open;
    }

    private void discardConnection() {
        WriterConnection broken = connection;
        connection = null;
        if (broken != null) {
            broken.discard();
        }
    }

    private static void refuse(List<PendingUnit<?>> group, StoreUnavailable failure) {
        group.forEach(unit -> unit.refuse(failure));
    }

    private void end() {
        ended = true; // before draining: a unit offered now is refused here or by its submitter
        List<PendingUnit<?>> rest = new ArrayList<>();
        queue.drainTo(rest);
        refuse(rest, new StoreUnavailable("the store is closed"));
        scrubDue = !halted;
        scrubIfDue();
        discardConnection();
    }

    /** Stops as a crash would: what was not committed is gone. For tests of what survives. */
    void halt() {
        halted = true;
        close();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
