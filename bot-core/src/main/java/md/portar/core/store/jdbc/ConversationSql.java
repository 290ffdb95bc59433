package md.portar.core.store.jdbc;

/** Statements on the table of conversations. */
final class ConversationSql {
    static final String INSERT = """
            INSERT INTO conversation (channel, account, user_id, state, priority, state_since, epoch, version, memory,
                                      language, preview_origin, last_activity_at, unreachable, next_seq, lease_no)
            VALUES (:channel, :account, :user, 'BOT', 2, :now, 0, 1, '', :language, 0, :now, 0, 1, 0)
            ON CONFLICT DO NOTHING
            """;

    static final String NUMBER = """
            SELECT id FROM conversation WHERE channel = :channel AND account = :account AND user_id = :user
            """;

    static final String FIND = """
            SELECT id, channel, account, user_id, state, priority, state_since, assignee, epoch, memory, language,
                   last_inbound_at, unreachable, lease_no
              FROM conversation WHERE id = :id
            """;

    static final String FIND_ALL = """
            SELECT id, channel, account, user_id, state, priority, state_since, assignee, epoch, memory, language,
                   last_inbound_at, unreachable, lease_no
              FROM conversation WHERE id IN (SELECT CAST(value AS BIGINT) FROM <ids>)
            """;

    static final String CLAIMABLE = """
            SELECT id FROM conversation
             WHERE pending_since <= :ready AND (lease_until IS NULL OR lease_until <= :now)
             ORDER BY pending_since LIMIT :limit <skip>
            """;

    static final String CLAIM = """
            UPDATE conversation SET lease_owner = :owner, lease_until = :until, lease_no = lease_no + 1
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM <ids>)
            RETURNING id, channel, account, user_id, state, priority, state_since, assignee, epoch, memory, language,
                      last_inbound_at, unreachable, lease_no
            """;

    /** What still waits goes to the end of the line, so that one who writes a lot does not delay the others. */
    static final String SAVE_TURN = """
            UPDATE conversation
               SET state_since = CASE WHEN CAST(:since AS BIGINT) IS NOT NULL THEN CAST(:since AS BIGINT)
                                      WHEN state <> :state THEN :now ELSE state_since END,
                   state = :state, priority = COALESCE(CAST(:priority AS SMALLINT), priority), assignee = :assignee,
                   epoch = :epoch, memory = :memory, language = :language, version = version + 1,
                   pending_since = CASE WHEN EXISTS (SELECT 1 FROM inbox WHERE conversation_id = :id)
                                        THEN CAST(:now AS BIGINT) END,
                   lease_owner = NULL, lease_until = NULL
             WHERE id = :id AND lease_no = :lease AND lease_owner IS NOT NULL AND epoch = :expected
            """;

    static final String CHANGE = """
            UPDATE conversation
               SET state_since = CASE WHEN CAST(:since AS BIGINT) IS NOT NULL THEN CAST(:since AS BIGINT)
                                      WHEN state <> :state THEN :now ELSE state_since END,
                   state = :state, priority = COALESCE(CAST(:priority AS SMALLINT), priority), assignee = :assignee,
                   epoch = :epoch, memory = :memory, language = :language, version = version + 1
             WHERE id = :id AND epoch = :expected
            """;

    static final String RELEASE = """
            UPDATE conversation
               SET lease_owner = NULL, lease_until = NULL,
                   pending_since = CASE WHEN EXISTS (SELECT 1 FROM inbox WHERE conversation_id = :id)
                                        THEN CAST(:now AS BIGINT) END
             WHERE id = :id AND lease_no = :lease
            """;

    static final String RELEASE_ALL = """
            UPDATE conversation SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL
            """;

    static final String FORGO = """
            UPDATE conversation SET lease_owner = NULL, lease_until = NULL
             WHERE lease_owner = :owner AND lease_until = :until
            """;

    static final String HASTEN = """
            UPDATE conversation SET pending_since = :now WHERE pending_since > :now
            """;

    static final String HEARD = """
            UPDATE conversation
               SET last_inbound_at = CASE WHEN last_inbound_at > :sent THEN last_inbound_at ELSE :sent END,
                   customer_name = COALESCE(CAST(:name AS TEXT), customer_name),
                   language = CASE WHEN language_hint IS NULL THEN COALESCE(CAST(:hint AS TEXT), language)
                                   ELSE language END,
                   language_hint = COALESCE(CAST(:hint AS TEXT), language_hint),
                   preview = :preview, preview_origin = 0,
                   waiting_since = COALESCE(waiting_since, :now), last_activity_at = :now, unreachable = 0,
                   version = version + 1
             WHERE id = :id
            """;

    /** The bot's words end the wait only where the bot is who he waits for. */
    static final String SAID = """
            UPDATE conversation
               SET preview = :preview, preview_origin = :origin, last_activity_at = :now,
                   waiting_since = CASE WHEN :agent = 1 OR state IN ('BOT', 'RESOLVED') THEN NULL
                                        ELSE waiting_since END,
                   version = version + 1
             WHERE id = :id
            """;

    static final String SENT = """
            UPDATE conversation SET last_sent_at = :at WHERE id = :id
            """;

    static final String REACHABLE = """
            UPDATE conversation SET unreachable = :unreachable, version = version + 1 WHERE id = :id
            """;

    static final String TOUCH = """
            UPDATE conversation SET version = version + 1 WHERE id = :id
            """;

    /** A place in the conversation's history, and work to do. */
    static final String NEXT_SEQ_WITH_WORK = """
            UPDATE conversation
               SET next_seq = next_seq + 1, version = version + 1, pending_since = COALESCE(pending_since, :now)
             WHERE id = :id RETURNING next_seq - 1
            """;

    static final String NEXT_SEQ = """
            UPDATE conversation SET next_seq = next_seq + 1, version = version + 1 WHERE id = :id
            RETURNING next_seq - 1
            """;

    static final String HAS_WORK = """
            UPDATE conversation SET pending_since = COALESCE(pending_since, :now), version = version + 1 WHERE id = :id
            """;

    private ConversationSql() {}
}
