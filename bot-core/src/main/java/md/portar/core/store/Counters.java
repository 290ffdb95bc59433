package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.Effect;

/** Counts for the supervisor's pages. */
public interface Counters {
    void answer(Tx tx, Effect.CountAnswer count, Instant now);

    /** Counts a question without an answer, by its words. */
    void miss(Tx tx, Effect.CountMiss miss, Instant now);

    /** Questions without an answer asked at or after {@code since}, the latest first, at most {@code limit}. */
    List<MissedQuestion> misses(Tx tx, Instant since, int limit);

    /** What became of answers on the day of {@code since} (UTC) and later, summed over the days. */
    List<AnswerCount> answers(Tx tx, Instant since);

    int forgetMisses(Tx tx, Instant olderThan);
}
