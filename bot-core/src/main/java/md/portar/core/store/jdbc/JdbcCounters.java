package md.portar.core.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import md.portar.core.store.AnswerCount;
import md.portar.core.store.Counters;
import md.portar.core.store.MissedQuestion;
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

    private static final String MISSES = """
            SELECT question, language, count, last_seen FROM faq_miss
            WHERE last_seen >= :since ORDER BY last_seen DESC, id DESC LIMIT :limit
            """;

    private static final String ANSWERS = """
            SELECT topic, signal, SUM(count) AS total FROM faq_count
            WHERE day >= :day GROUP BY topic, signal ORDER BY topic, signal
            """;

    private static final String FORGET = """
            DELETE FROM faq_miss WHERE last_seen < :before
            """;

    private final TextCodec texts;

    JdbcCounters(TextCodec texts) {
        this.texts = texts;
    }

    @Override
    public void answer(Tx tx, Effect.CountAnswer count, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(ANSWER)
                .bind("day", day(now))
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
    public List<MissedQuestion> misses(Tx tx, Instant since, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(MISSES)
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map(row -> new MissedQuestion(
                        texts.screened(row.getString("question")),
                        Language.valueOf(row.getString("language")),
                        row.getLong("count"),
                        Instant.ofEpochMilli(row.getLong("last_seen"))))
                .list();
    }

    @Override
    public List<AnswerCount> answers(Tx tx, Instant since) {
        return JdbcTx.handle(tx)
                .createQuery(ANSWERS)
                .bind("day", day(since))
                .map(row -> new AnswerCount(
                        new TopicId(row.getString("topic")),
                        Effect.CountAnswer.Signal.valueOf(row.getString("signal")),
                        row.getLong("total")))
                .list();
    }

    private static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), Duration.ofDays(1).toMillis());
    }

    @Override
    public int forgetMisses(Tx tx, Instant olderThan) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
