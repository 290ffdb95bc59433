package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A unit of work on its way through the writer. */
final class PendingUnit<T> {
    private static final Logger log = LoggerFactory.getLogger(PendingUnit.class);

    private final Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable JdbcTx tx;
    private @Nullable T result;
    private @Nullable Throwable failure;
    private int contentions;

    PendingUnit(Work<T> work) {
        this.work = work;
    }

    CompletionStage<T> future() {
        return future;
    }

    /** Runs the work; false when it failed and its changes have to be undone. */
    boolean run(Handle handle) {
        JdbcTx mine = new JdbcTx(handle, false);
        tx = mine;
        failure = null;
        try {
            result = work.in(mine);
            return true;
        } catch (RuntimeException | Error e) {
            failure = e;
            return false;
        }
    }

    /** What consoles have to look at again because of it. */
    Map<DeskChange, Instant> changes() {
        return failure == null && tx != null ? tx.changes() : Map.of();
    }

    boolean wantsScrub() {
        return failure == null && tx != null && tx.wantsScrub();
    }

    /** What the database said, if it is what failed. */
    Optional<SQLException> databaseFailure() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** How often another node was in the way, this time included. */
    int countContention() {
        return ++contentions;
    }

    void failBecause(StoreUnavailable reason) {
        failure = reason;
    }

    /** Whether the database, rather than the work, was at fault. */
    boolean failedInDatabase() {
        return failure instanceof StatementFailed;
    }

    /** The commit has worked. Who waits for it finds what follows from it done. */
    void complete() {
        if (failure != null) {
            future.completeExceptionally(failure);
            return;
        }
        if (tx != null) {
            runActions(tx);
        }
        future.complete(result);
    }

    private static void runActions(JdbcTx tx) {
        for (Runnable action : tx.actions()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.error("An action after a commit failed", e);
            }
        }
    }

    void refuse(StoreUnavailable reason) {
        future.completeExceptionally(reason);
    }
}
