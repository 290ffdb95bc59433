package md.portar.core.store.jdbc;

/** Statements on episodes. */
final class TicketSql {
    static final String OPEN = """
            INSERT INTO episode (conversation_id, reason, priority, language, topic, enqueued_at, returns)
            VALUES (:conversation, :reason, :priority, :language, :topic, :now, 0)
            ON CONFLICT (conversation_id) WHERE closed_at IS NULL DO UPDATE
               SET priority = CASE WHEN excluded.priority < episode.priority THEN excluded.priority
                                   ELSE episode.priority END,
                   language = excluded.language
            """;

    static final String REASON = """
            UPDATE conversation SET reason = :reason, waiting_since = COALESCE(waiting_since, :now) WHERE id = :conversation
            """;

    static final String CLAIMED = """
            UPDATE episode SET claimed_at = :now, assignee = :agent
             WHERE conversation_id = :conversation AND closed_at IS NULL
            """;

    static final String RETURNED = """
            UPDATE episode SET returns = returns + 1, assignee = NULL
             WHERE conversation_id = :conversation AND closed_at IS NULL
            """;

    static final String CANCELLED = """
            UPDATE episode SET closed_at = :now WHERE conversation_id = :conversation AND closed_at IS NULL
            """;

    static final String RESOLVED = """
            UPDATE episode SET closed_at = :now, outcome = :outcome
             WHERE conversation_id = :conversation AND closed_at IS NULL
            """;

    static final String RATE = """
            UPDATE episode SET rating = :stars
             WHERE rating IS NULL
               AND id = (SELECT id FROM episode WHERE conversation_id = :conversation AND outcome IS NOT NULL
                          ORDER BY id DESC LIMIT 1)
            """;

    static final String CURRENT = """
            SELECT id, priority, language, enqueued_at FROM episode
             WHERE conversation_id = :conversation AND closed_at IS NULL
            """;

    /** Somebody who does not wait yet would come last within his priority. */
    static final String AHEAD = """
            SELECT COUNT(*) FROM conversation q
              LEFT JOIN conversation me ON me.id = :conversation AND me.state = 'QUEUED'
             WHERE q.state = 'QUEUED' AND q.language = :language AND q.id <> :conversation
               AND (q.priority < :priority
                    OR (q.priority = :priority
                        AND (me.id IS NULL OR q.state_since < me.state_since
                             OR (q.state_since = me.state_since AND q.id < me.id))))
            """;

    static final String RECENT_CLAIMS = """
            SELECT COUNT(*) FROM episode WHERE language = :language AND claimed_at > :since
            """;

    static final String RECENT_WAITS = """
            SELECT claimed_at - enqueued_at AS wait FROM episode
             WHERE language = :language AND claimed_at > :since ORDER BY claimed_at DESC LIMIT 10
            """;

    static final String STAFFED = """
            SELECT languages FROM agent WHERE disabled = 0 AND present_until > :now
            """;

    private TicketSql() {}
}
