package md.portar.core.store.jdbc;

/** Statements on what has to leave. */
final class OutboxSql {
    static final String LAST_PLACE = """
            SELECT MAX(place) FROM outbox WHERE conversation_id = :conversation AND state <> 'DEAD' AND place > 0
            """;

    static final String LAST_SENT = """
            SELECT last_sent_at FROM conversation WHERE id = :conversation AND last_sent_at IS NOT NULL
            """;

    static final String INSERT = """
            INSERT INTO outbox (conversation_id, place, channel, account, user_id, kind, text, origin, payload, epoch,
                                message_id, last_part, state, attempts, uncertain, next_attempt_at, created_at)
            VALUES (:conversation, :place, :channel, :account, :user, :kind, :text, :origin, :payload, :epoch,
                    CAST(:message AS BIGINT), :lastPart, 'OPEN', 0, 0, CAST(:next AS BIGINT), :created)
            """;

    static final String DUE = """
            SELECT id FROM outbox
             WHERE channel = :channel AND account = :account AND state = 'OPEN' AND next_attempt_at <= :now
             ORDER BY next_attempt_at, id LIMIT :limit <skip>
            """;

    /** Both bounds on the same index: what was enqueued recently became due recently. */
    static final String DUE_RECENT = """
            SELECT id FROM outbox
             WHERE channel = :channel AND account = :account AND state = 'OPEN'
               AND next_attempt_at BETWEEN :after AND :now AND created_at >= :after
             ORDER BY next_attempt_at, id LIMIT :limit <skip>
            """;

    static final String CLAIM = """
            UPDATE outbox SET state = 'SENDING', attempts = attempts + 1, owner = :owner, lease_until = :until
             WHERE id IN (SELECT CAST(value AS BIGINT) FROM <ids>) AND state = 'OPEN'
            RETURNING id, conversation_id, channel, account, user_id, kind, text, origin, payload, epoch, message_id,
                      last_part, attempts, uncertain, failures, created_at, place
            """;

    static final String NEXT_DUE = """
            SELECT MIN(next_attempt_at) FROM outbox
             WHERE channel = :channel AND account = :account AND state = 'OPEN' AND next_attempt_at IS NOT NULL
            """;

    static final String DELETE_CLAIMED = """
            DELETE FROM outbox WHERE id = :id AND state = 'SENDING' AND attempts = :attempts RETURNING place
            """;

    static final String ADVANCE = """
            UPDATE outbox SET next_attempt_at = :at
             WHERE id = (SELECT id FROM outbox WHERE conversation_id = :conversation AND state <> 'DEAD'
                            AND place > 0
                          ORDER BY place, id LIMIT 1)
               AND state = 'OPEN' AND next_attempt_at IS NULL
            """;

    static final String RETRY = """
            UPDATE outbox
               SET state = 'OPEN', next_attempt_at = :at, owner = NULL, lease_until = NULL,
                   uncertain = uncertain + :uncertain, failures = failures + :failed
             WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """;

    static final String UNCLAIM = """
            UPDATE outbox
               SET state = 'OPEN', next_attempt_at = :at, owner = NULL, lease_until = NULL
             WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """;

    static final String BURY = """
            UPDATE outbox
               SET state = 'DEAD', next_attempt_at = NULL, owner = NULL, lease_until = NULL, cause = :cause,
                   platform_code = :code, buried_at = :now
             WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """;

    /** The rest of a message whose beginning will not arrive. */
    static final String BURY_PARTS = """
            UPDATE outbox
               SET state = 'DEAD', next_attempt_at = NULL, cause = :cause, platform_code = :code, buried_at = :now
             WHERE conversation_id = :conversation AND message_id = :message AND state = 'OPEN'
            """;

    static final String ABANDON = """
            UPDATE outbox
               SET state = 'DEAD', next_attempt_at = NULL, cause = :cause, platform_code = 0, buried_at = :now
             WHERE conversation_id = :conversation AND state = 'OPEN' AND kind IN ('SEND', 'TEMPLATE')
            RETURNING message_id
            """;

    /** Deleting a secret is right even where nobody listens. */
    static final String ABANDON_REST = """
            DELETE FROM outbox
             WHERE conversation_id = :conversation AND state = 'OPEN'
               AND kind NOT IN ('SEND', 'TEMPLATE', 'REDACT')
            """;

    static final String PLACE = """
            SELECT place FROM outbox WHERE id = :id AND state = 'SENDING' AND attempts = :attempts
            """;

    /** Outside the line: no place of its own, but a time. */
    static final String SET_ASIDE = """
            UPDATE outbox
               SET state = 'OPEN', next_attempt_at = :at, owner = NULL, lease_until = NULL, failures = failures + 1,
                   place = -1, payload = :payload
             WHERE id = :id AND state = 'SENDING'
            """;

    static final String ORPHANS = """
            SELECT id, conversation_id, channel, account, user_id, kind, text, origin, payload, epoch, message_id,
                   last_part, attempts, uncertain, failures, created_at, place
              FROM outbox WHERE state = 'SENDING' AND (lease_until <= :now OR :all = 1)
             ORDER BY id LIMIT :limit <skip>
            """;

    static final String FORGO = """
            UPDATE outbox SET state = 'OPEN', next_attempt_at = :now, owner = NULL, lease_until = NULL
             WHERE state = 'SENDING' AND owner = :owner AND lease_until = :until
            """;

    static final String SHIFT = """
            UPDATE outbox SET next_attempt_at = next_attempt_at + :by WHERE state = 'OPEN' AND next_attempt_at > :now
            """;

    static final String HASTEN = """
            UPDATE outbox SET next_attempt_at = :now WHERE state = 'OPEN' AND next_attempt_at > :beyond
            """;

    private OutboxSql() {}
}
