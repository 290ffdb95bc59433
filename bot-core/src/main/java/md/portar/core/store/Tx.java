package md.portar.core.store;

/** A running transaction, handed from call to call; valid only inside the work it was made for. */
public interface Tx {
    /**
     * Runs something small once the transaction is durable, on the store's own thread: wake somebody, count something. Not run
     * when the work or the commit fails. Must not block or call the store.
     */
    void afterCommit(Runnable action);
}
