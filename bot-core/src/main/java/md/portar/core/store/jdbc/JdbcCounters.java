package md.portar.core.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import md.portar.core.conversation.Effect;
import md.portar.core.store.Counters;
import md.portar.core.store.Tx;

/** Counts by day, and questions by their words. */
final class JdbcCounters implements Counters {
    private static final int LONGEST_QUESTION = 300;

    private static final String ANSWER = """
            INSERT INTO faq_count (day, topic, language, signal, count) VALUES (:day, :topic, :language, :signal, 1)
            ON CONFLICT (day, topic, language, signal) DO UPDATE SET count = faq_count.count + 1
            """;

    private static final String MISS = """
            INSERT INTO faq_miss (question, language, count, last_seen) VALUES (:question, :language, 1, :now)
            ON CONFLICT (question, language) DO UPDATE SET count = faq_miss.count + 1, last_seen = excluded.last_seen
            """;

    private static final String FORGET = """
            DELETE FROM faq_miss WHERE last_seen < :before
            """;

    @Override
    public void answer(Tx tx, Effect.CountAnswer count, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(ANSWER)
                .bind("day", now.toEpochMilli() / Duration.ofDays(1).toMillis())
                .bind("topic", count.topic().value())
                .bind("language", count.language().name())
                .bind("signal", count.signal().name())
                .execute();
    }

    @Override
    public void miss(Tx tx, Effect.CountMiss miss, Instant now) {
        String question = TextCodec.words(miss.question());
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return; // nobody reads those, and the longer a text, the less likely it is asked twice
        }
        JdbcTx.handle(tx)
                .createUpdate(MISS)
                .bind("question", question)
                .bind("language", miss.language().name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int forgetMisses(Tx tx, Instant olderThan) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
