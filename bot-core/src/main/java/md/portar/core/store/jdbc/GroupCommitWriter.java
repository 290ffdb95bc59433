package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that owns the writing connection. It takes what waits, runs it in one transaction, and completes every unit after
 * the one commit: while one sync runs, the next group gathers, so nobody waits to collect.
 */
final class GroupCommitWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final int LARGEST_GROUP = 1_024;
    private static final int MOST_CONTENTIONS = 5;

    /** Opens the writing connection, again after it broke. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final SqlDialect dialect;
    private final BlockingQueue<PendingUnit<?>> queue;
    private final Thread thread;
    private @Nullable WriterConnection connection;
    private boolean scrubDue;
    private volatile boolean closing;
    private volatile boolean halted;
    private volatile boolean ended;
    private volatile boolean healthy = true;

    GroupCommitWriter(String name, Opening opening, SqlDialect dialect, int capacity) {
        this.opening = opening;
        this.dialect = dialect;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = new Thread(this::loop, name);
        this.thread.setDaemon(true);
    }

    /** Opens the connection and starts; throws when the database cannot be opened. */
    void start() throws SQLException {
        connection = WriterConnection.of(opening.open(), dialect.begin());
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

    /** Usually one transaction; more when another node holds what a unit in the middle wants. */
    private void commit(List<PendingUnit<?>> group) {
        int from = 0;
        try {
            while (from < group.size()) {
                from = commitSome(group.subList(from, group.size())) + from;
            }
        } catch (SQLException | RuntimeException e) {
            failed(e, group.size() - from);
            discardConnection();
            refuse(group.subList(from, group.size()), new StoreUnavailable("the store could not commit", e));
        }
        scrubIfDue();
    }

    /**
     * Runs and commits units from the first on. The first one waits for other nodes; the others, when somebody is in their way,
     * end the transaction in front of them and begin the next one: who holds something never waits, so nobody waits in a circle.
     *
     * @return how many are done
     */
    private int commitSome(List<PendingUnit<?>> units) throws SQLException {
        WriterConnection open = connection();
        open.begin();
        int done = runTrusting(open, units) ? units.size() : runProtecting(open, units);
        List<PendingUnit<?>> committed = units.subList(0, done);
        tellConsoles(open, committed);
        if (halted) {
            throw new SQLException("halted");
        }
        open.commit();
        healthy = committed.stream().noneMatch(PendingUnit::failedInDatabase);
        for (PendingUnit<?> unit : committed) {
            scrubDue |= unit.wantsScrub();
            unit.complete();
        }
        return done;
    }

    private void tellConsoles(WriterConnection open, List<PendingUnit<?>> units) {
        Map<DeskChange, Instant> changes = new LinkedHashMap<>();
        units.forEach(unit -> changes.putAll(unit.changes()));
        if (!changes.isEmpty()) {
            JdbcDeskEvents.write(open.handle(), dialect, changes);
        }
    }

    /** Without a savepoint each, since hardly any unit fails; when one does, none has happened and all are run again. */
    private boolean runTrusting(WriterConnection open, List<PendingUnit<?>> units) throws SQLException {
        for (int place = 0; place < units.size(); place++) {
            if (place == 1) {
                dialect.beImpatient(open.handle());
            }
            if (!units.get(place).run(open.handle())) {
                open.rollback();
                open.begin();
                return false;
            }
        }
        return true;
    }

    private int runProtecting(WriterConnection open, List<PendingUnit<?>> units) throws SQLException {
        int done = 0;
        while (done < units.size() && runProtected(open, units.get(done), done)) {
            done++;
        }
        return done;
    }

    /** Runs a unit as so many-th of its transaction; false when it has to begin one of its own. */
    private boolean runProtected(WriterConnection open, PendingUnit<?> unit, int place) throws SQLException {
        if (place == 1) {
            dialect.beImpatient(open.handle());
        }
        open.protect();
        if (unit.run(open.handle())) {
            open.keep();
            return true;
        }
        open.undo();
        if (unit.databaseFailure().filter(dialect::isContention).isEmpty()) {
            return true;
        }
        if (place > 0) {
            return false;
        }
        if (unit.countContention() < MOST_CONTENTIONS) {
            return false; // nothing is done and nothing held: the next transaction begins with it again
        }
        unit.failBecause(new StoreUnavailable("other nodes were in the way too long"));
        return true;
    }

    /** Said once; until it works again the reason will be the same for everybody. */
    private void failed(Exception e, int units) {
        if (healthy) {
            log.error("The store could not commit {} units of work", units, e);
        } else {
            log.debug("The store still cannot commit", e);
        }
        healthy = false;
    }

    private void scrubIfDue() {
        if (!scrubDue || halted) {
            return;
        }
        try {
            scrubDue = !dialect.scrub(connection().handle().getConnection());
        } catch (SQLException | RuntimeException e) {
            log.warn("Deleted words could not be removed from the log file yet; trying again", e);
            discardConnection();
        }
    }

    private WriterConnection connection() throws SQLException {
        WriterConnection open = connection;
        if (open == null) {
            open = WriterConnection.of(opening.open(), dialect.begin());
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
