package md.portar.core.store.jdbc;

/** Statements on the history. */
final class MessageSql {
    static final String INSERT = """
            INSERT INTO message (conversation_id, seq, at, author, agent, kind, text, origin, choices, withheld, edited,
                                 client_id, delivery)
            VALUES (:conversation, :seq, :now, :author, :agent, 'TEXT', :text, :origin, :choices, 0, 0,
                    :client, :delivery)
            RETURNING id
            """;

    static final String BY_CLIENT = """
            SELECT id, seq FROM message WHERE conversation_id = :conversation AND client_id = :client
            """;

    static final String REWORD = """
            UPDATE message SET text = :text, origin = :origin WHERE id = :id AND author = 'EVENT'
            """;

    static final String FORGET_QUESTION = """
            DELETE FROM faq_miss
             WHERE question IN (SELECT text FROM message
                                 WHERE conversation_id = :conversation AND platform_id = :platform
                                   AND author = 'CUSTOMER')
            """;

    static final String WITHHOLD = """
            UPDATE message SET text = '', kind = 'TEXT', detail = NULL, withheld = 1, findings = :findings
             WHERE conversation_id = :conversation AND platform_id = :platform AND author = 'CUSTOMER'
            """;

    static final String FORGET_PREVIEW = """
            UPDATE conversation SET preview = NULL, version = version + 1 WHERE id = :conversation
            """;

    static final String REDACTION = """
            UPDATE message SET redaction = :redaction
             WHERE conversation_id = :conversation AND platform_id = :platform AND author = 'CUSTOMER'
            """;

    static final String DELIVERY = """
            UPDATE message SET delivery = :delivery, failure = :failure
             WHERE id = :id
               AND CASE delivery WHEN 'QUEUED' THEN 0 WHEN 'UNKNOWN' THEN 1 WHEN 'SENT' THEN 2 WHEN 'FAILED' THEN 3
                                 WHEN 'DELIVERED' THEN 4 ELSE 5 END < :rank
            """;

    static final String PLATFORM_ID = """
            UPDATE message SET platform_id = :platform WHERE id = :id
            """;

    static final String REQUEUE = """
            UPDATE message SET delivery = 'QUEUED', failure = NULL, platform_id = NULL, resends = resends + 1
             WHERE id = :id AND delivery IN ('FAILED', 'UNKNOWN')
            """;

    private static final String OUTBOUND = """
            SELECT id, author, agent, text, origin, choices, delivery, resends FROM message
             WHERE conversation_id = :conversation AND author IN ('BOT', 'AGENT') AND delivery IS NOT NULL
            """;

    static final String OUTBOUND_BY_ID = OUTBOUND + """
               AND platform_id = :platform
            """;

    static final String OUTBOUND_AT = OUTBOUND + """
               AND seq = :seq
            """;

    static final String REPORT = """
            UPDATE message SET delivery = :delivery, failure = :failure
             WHERE conversation_id = :conversation AND platform_id = :platform AND delivery IS NOT NULL
               AND CASE delivery WHEN 'QUEUED' THEN 0 WHEN 'UNKNOWN' THEN 1 WHEN 'SENT' THEN 2 WHEN 'FAILED' THEN 3
                                 WHEN 'DELIVERED' THEN 4 ELSE 5 END < :rank
            """;

    static final String REPORT_UP_TO = """
            UPDATE message SET delivery = :delivery, failure = NULL
             WHERE conversation_id = :conversation AND at <= :upTo AND delivery IN ('UNKNOWN', 'SENT', 'DELIVERED')
               AND CASE delivery WHEN 'QUEUED' THEN 0 WHEN 'UNKNOWN' THEN 1 WHEN 'SENT' THEN 2 WHEN 'FAILED' THEN 3
                                 WHEN 'DELIVERED' THEN 4 ELSE 5 END < :rank
            """;

    private MessageSql() {}
}
