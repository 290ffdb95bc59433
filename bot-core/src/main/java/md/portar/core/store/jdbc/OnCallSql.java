package md.portar.core.store.jdbc;

/** Statements on notices for those on call. */
final class OnCallSql {
    static final String ADD = """
            INSERT INTO on_call_notice (episode_id, concern, notice_key, conversation_id, language, state, attempts,
                                        next_attempt_at, created_at)
            SELECT e.id, CAST(:concern AS TEXT), CAST(:key AS TEXT), e.conversation_id, CAST(:language AS TEXT), 'OPEN', 0,
                   CAST(:now AS BIGINT), CAST(:now AS BIGINT)
              FROM episode e WHERE e.conversation_id = :conversation AND e.closed_at IS NULL
            ON CONFLICT (episode_id, concern) DO NOTHING
            """;

    static final String DUE = """
            SELECT notice_key FROM on_call_notice
             WHERE next_attempt_at IS NOT NULL AND (next_attempt_at <= :now OR next_attempt_at > :beyond)
             ORDER BY next_attempt_at, notice_key LIMIT 1 <skip>
            """;

    static final String TAKE = """
            UPDATE on_call_notice SET state = 'SENDING', attempts = attempts + 1, next_attempt_at = :until
             WHERE notice_key = :key
            """;

    static final String NOTICE = """
            SELECT n.notice_key, n.concern, c.channel, n.conversation_id, n.language, n.created_at, n.attempts, n.state,
                   n.result, n.status
              FROM on_call_notice n JOIN conversation c ON c.id = n.conversation_id
             WHERE n.notice_key = :key
            """;

    static final String UNTOLD = """
            SELECT n.notice_key, n.concern, c.channel, n.conversation_id, n.language, n.created_at, n.attempts, n.state,
                   n.result, n.status
              FROM on_call_notice n JOIN conversation c ON c.id = n.conversation_id
             WHERE n.state <> 'TOLD'
             ORDER BY n.created_at DESC, n.notice_key LIMIT :limit
            """;

    static final String SETTLE = """
            UPDATE on_call_notice
               SET state = :state, next_attempt_at = CAST(:next AS BIGINT), settled_at = CAST(:settled AS BIGINT),
                   result = :result, status = :status
             WHERE notice_key = :key AND state = 'SENDING' AND attempts = :attempts
            """;

    static final String HASTEN = """
            UPDATE on_call_notice SET next_attempt_at = :now
             WHERE next_attempt_at > :now AND state = 'OPEN'
            """;

    static final String STANDING = """
            SELECT COUNT(next_attempt_at) AS waiting,
                   MIN(CASE WHEN next_attempt_at IS NOT NULL THEN created_at END) AS oldest,
                   COALESCE(SUM(CASE WHEN state = 'GIVEN_UP' AND settled_at >= :since THEN 1 ELSE 0 END), 0) AS given_up
              FROM on_call_notice WHERE next_attempt_at IS NOT NULL OR state = 'GIVEN_UP'
            """;

    static final String FORGET = """
            DELETE FROM on_call_notice WHERE created_at < :before
            """;

    private OnCallSql() {}
}
