package md.portar.core.store.jdbc;

/** Statements on words that were given up. A message's parts stand under the number of the first of them. */
final class DeadLetterSql {
    /** Parts of the same letter: those of its message, or the row alone when it has none. */
    private static final String SAME = """
            d.state = 'DEAD' AND d.conversation_id = f.conversation_id
               AND (d.id = f.id OR (f.message_id IS NOT NULL AND d.message_id = f.message_id))
            """;

    private static final String FIRST = """
            f.state = 'DEAD'
               AND NOT EXISTS (SELECT 1 FROM outbox e
                                WHERE e.state = 'DEAD' AND e.conversation_id = f.conversation_id
                                  AND e.message_id = f.message_id AND e.id < f.id)
            """;

    static final String FIRSTS = """
            SELECT f.id FROM outbox f
             WHERE
            """ + FIRST + """
               AND (CAST(:before AS BIGINT) IS NULL OR f.id < :before)
               AND (CAST(:channel AS TEXT) IS NULL OR f.channel = :channel)
               AND (CAST(:cause AS TEXT) IS NULL OR f.cause = :cause)
             ORDER BY f.id DESC LIMIT :limit
            """;

    static final String FIRST_OF_MESSAGE = """
            SELECT f.id FROM outbox f
             WHERE f.state = 'DEAD' AND f.conversation_id = :conversation AND f.message_id = :message
             ORDER BY f.id LIMIT 1
            """;

    static final String PARTS = """
            SELECT d.id, d.conversation_id, d.channel, d.account, d.user_id, d.kind, d.text, d.origin, d.payload, d.message_id,
                   d.attempts, d.cause, d.platform_code, d.created_at, d.buried_at
              FROM outbox f JOIN outbox d ON
            """ + SAME + """
             WHERE f.id = :id AND f.state = 'DEAD'
             ORDER BY d.place, d.id
            """;

    static final String COUNTS = """
            SELECT f.channel, f.cause, COUNT(*) AS letters FROM outbox f
             WHERE
            """ + FIRST + """
             GROUP BY f.channel, f.cause ORDER BY f.channel, f.cause
            """;

    /** Starts again like something new, but keeps its age for the record. */
    static final String REVIVE = """
            UPDATE outbox
               SET state = 'OPEN', attempts = 0, uncertain = 0, failures = 0, cause = NULL, platform_code = NULL,
                   buried_at = NULL, place = :place, epoch = :epoch, next_attempt_at = NULL, created_at = :now
             WHERE id = :id AND state = 'DEAD'
            """;

    static final String DROP = """
            DELETE FROM outbox WHERE id = :id AND state = 'DEAD'
            """;

    static final String DROP_MESSAGE = """
            DELETE FROM outbox
             WHERE state = 'DEAD' AND conversation_id = :conversation AND message_id = :message
            """;

    private DeadLetterSql() {}
}
