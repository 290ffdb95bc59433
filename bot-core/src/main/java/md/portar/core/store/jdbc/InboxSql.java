package md.portar.core.store.jdbc;

/** Statements on arrivals. */
final class InboxSql {
    static final String KEEP_KEY = """
            INSERT INTO inbound_event (channel, account, event_key, received_at)
            VALUES (:channel, :account, :key, :now) ON CONFLICT DO NOTHING
            """;

    static final String FORGET_KEYS = """
            DELETE FROM inbound_event WHERE (channel, account, event_key) IN (
              SELECT channel, account, event_key FROM inbound_event WHERE received_at < :before
               ORDER BY received_at LIMIT :limit)
            """;

    static final String INSERT_MESSAGE = """
            INSERT INTO message (conversation_id, seq, at, sent_at, author, kind, text, origin, detail, findings,
                                 withheld, edited, platform_id)
            VALUES (:conversation, :seq, :now, :sent, :author, :kind, :text, 0, :detail, :findings,
                    :withheld, :edited, :platform)
            RETURNING id
            """;

    static final String INSERT_WORK = """
            INSERT INTO inbox (conversation_id, kind, message_id, event_key, happened_at)
            VALUES (:conversation, :kind, CAST(:message AS BIGINT), :key, :at)
            """;

    static final String FIND_OWN = """
            SELECT id FROM message
             WHERE conversation_id = :conversation AND platform_id = :platform AND author = 'CUSTOMER'
             ORDER BY id DESC LIMIT 1
            """;

    static final String REPLACE_WORDS = """
            UPDATE message
               SET kind = :kind, text = :text, origin = 0, detail = :detail, findings = :findings,
                   withheld = :withheld, edited = 1, redaction = NULL
             WHERE id = :id
            """;

    static final String TAKE_UNTOUCHED = """
            DELETE FROM inbox
             WHERE message_id = :message
               AND NOT EXISTS (SELECT 1 FROM conversation WHERE id = :conversation AND lease_owner IS NOT NULL)
            RETURNING kind
            """;

    static final String PENDING = """
            SELECT w.id AS work_id, w.conversation_id, w.kind AS work_kind, w.event_key, w.happened_at,
                   m.kind, m.text, m.detail, m.findings, m.withheld, m.platform_id, m.sent_at,
                   c.channel, c.account, c.user_id, c.customer_name, c.language_hint
              FROM <ids>
              JOIN inbox w ON w.conversation_id = CAST(value AS BIGINT)
              JOIN conversation c ON c.id = w.conversation_id
              LEFT JOIN message m ON m.id = w.message_id
             WHERE w.id <= COALESCE((SELECT last.id FROM inbox last WHERE last.conversation_id = w.conversation_id
                                      ORDER BY last.id LIMIT 1 OFFSET :others), 9223372036854775807)
             ORDER BY w.id
            """;

    static final String SETTLE = """
            DELETE FROM inbox WHERE id = :id
            """;

    private InboxSql() {}
}
