package md.portar.core.store;

import java.util.concurrent.CompletionStage;

/**
 * The only way to the database. Units of work are run one after another in the order submitted, each whole or not at all;
 * several may share one commit. Thread-safe.
 */
public interface UnitOfWork {
    /**
     * Queues a unit without blocking. Completes after the commit that makes it durable; completes exceptionally with what the
     * work threw, or with {@link StoreUnavailable} when the queue is full or the commit failed. Stages that depend on the
     * result run on the store's thread: keep them short and do not call {@link #run} there.
     */
    <T> CompletionStage<T> submit(Work<T> work);

    /** Submits a unit and waits for it. Throws what the work threw, or {@link StoreUnavailable}. */
    <T> T run(Work<T> work);

    /** Looks at committed data beside the writer, on the calling thread. The work must not change anything. */
    <T> T read(Work<T> query);

    /** What to do within a transaction. May be run on any thread; must not keep the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Tx tx);
    }
}
