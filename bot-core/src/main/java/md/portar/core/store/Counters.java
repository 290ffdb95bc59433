package md.portar.core.store;

import java.time.Instant;
import md.portar.core.conversation.Effect;

/** Counts for the supervisor's pages. */
public interface Counters {
    void answer(Tx tx, Effect.CountAnswer count, Instant now);

    /** Counts a question without an answer, by its words. */
    void miss(Tx tx, Effect.CountMiss miss, Instant now);

    int forgetMisses(Tx tx, Instant olderThan);
}
