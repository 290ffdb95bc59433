package md.portar.core.store.jdbc;

/** What agents' lists are made of. Every list is served by an index in its order. */
final class DeskSql {
    private static final String ROW = """
            SELECT c.id, c.version, c.channel, c.customer_name, c.language, c.state, c.priority, c.reason, c.assignee,
                   c.waiting_since, c.preview, c.preview_origin, c.last_activity_at
              FROM conversation c
            """;

    static final String ONE = ROW + """
             WHERE c.id = :id
            """;

    static final String QUEUE = ROW + """
              LEFT JOIN conversation a ON a.id = :after
             WHERE c.state = 'QUEUED'
               AND (a.id IS NULL OR (c.priority, c.state_since, c.id) > (a.priority, a.state_since, a.id))
             ORDER BY c.priority, c.state_since, c.id LIMIT :limit
            """;

    static final String MINE = ROW + """
              LEFT JOIN conversation a ON a.id = :after
             WHERE c.assignee = :me
               AND (a.id IS NULL
                    OR (COALESCE(c.waiting_since, 9000000000000), c.id)
                       > (COALESCE(a.waiting_since, 9000000000000), a.id))
             ORDER BY COALESCE(c.waiting_since, 9000000000000), c.id LIMIT :limit
            """;

    static final String ALL = ROW + """
              LEFT JOIN conversation a ON a.id = :after
             WHERE (a.id IS NULL OR (c.last_activity_at, c.id) < (a.last_activity_at, a.id))
             ORDER BY c.last_activity_at DESC, c.id DESC LIMIT :limit
            """;

    static final String RESOLVED = ROW + """
              LEFT JOIN conversation a ON a.id = :after
             WHERE c.state = 'RESOLVED' AND (a.id IS NULL OR (c.state_since, c.id) < (a.state_since, a.id))
             ORDER BY c.state_since DESC, c.id DESC LIMIT :limit
            """;

    static final String COUNTS = """
            SELECT (SELECT COUNT(*) FROM conversation WHERE state = 'QUEUED') AS waiting,
                   (SELECT COUNT(*) FROM conversation WHERE assignee = :me) AS mine,
                   (SELECT MIN(state_since) FROM conversation WHERE state = 'QUEUED') AS oldest
            """;

    static final String MESSAGES = """
            SELECT seq, at, author, agent, kind, text, origin, detail, choices, findings, withheld, edited, redaction,
                   delivery, failure
              FROM message WHERE conversation_id = :id AND seq < :before ORDER BY seq DESC LIMIT :limit
            """;

    static final String NEXT = """
            SELECT id, language FROM conversation WHERE state = 'QUEUED' ORDER BY priority, state_since, id LIMIT :limit
            """;

    private DeskSql() {}
}
