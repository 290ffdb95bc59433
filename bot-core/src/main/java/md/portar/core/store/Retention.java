package md.portar.core.store;

import java.time.Instant;

/** Forgetting what is old, some rows at a time. Each call returns how many went; fewer than asked means that no more are left. */
public interface Retention {
    /** Messages of conversations, except what still waits to be handled or to leave. */
    int messages(Tx tx, Instant olderThan, int limit);

    /** What could not be delivered and nobody sent again. */
    int unsent(Tx tx, Instant olderThan, int limit);

    /** Names and last words of people from whom nothing was heard since. */
    int people(Tx tx, Instant olderThan, int limit);

    /** Receipts for which no message turned up. */
    int receipts(Tx tx, Instant olderThan, int limit);

    int audit(Tx tx, Instant olderThan, int limit);
}
