package md.portar.core.store.jdbc;

import java.time.Instant;
import md.portar.core.store.Retention;
import md.portar.core.store.Tx;

/** Deletes the oldest rows. */
final class JdbcRetention implements Retention {
    /** Old rows that still have to be kept may stand in the way of so many younger ones. */
    private static final int KEPT = 1_000;

    /** The oldest have the lowest numbers: an index by age, which every message would have to pay for, is not needed. */
    private static final String MESSAGES = """
            DELETE FROM message WHERE id IN (
              SELECT oldest.id FROM (SELECT id, at FROM message ORDER BY id LIMIT :window) oldest
               WHERE oldest.at < :before
                 AND NOT EXISTS (SELECT 1 FROM inbox WHERE message_id = oldest.id)
                 AND oldest.id NOT IN (SELECT message_id FROM outbox WHERE message_id IS NOT NULL)
               ORDER BY oldest.id LIMIT :limit)
            """;

    private static final String UNSENT = """
            DELETE FROM outbox WHERE id IN (
              SELECT id FROM outbox WHERE state = 'DEAD' AND created_at < :before ORDER BY id LIMIT :limit)
            """;

    private static final String PEOPLE = """
            UPDATE conversation SET customer_name = NULL, preview = NULL, version = version + 1 WHERE id IN (
              SELECT id FROM conversation
               WHERE last_activity_at < :before AND state IN ('BOT', 'RESOLVED')
                 AND (customer_name IS NOT NULL OR preview IS NOT NULL)
               ORDER BY last_activity_at LIMIT :limit)
            """;

    private static final String RECEIPTS = """
            DELETE FROM early_receipt WHERE (conversation_id, reference) IN (
              SELECT conversation_id, reference FROM early_receipt WHERE at < :before ORDER BY at LIMIT :limit)
            """;

    private static final String AUDIT = """
            DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < :before ORDER BY at LIMIT :limit)
            """;

    @Override
    public int messages(Tx tx, Instant olderThan, int limit) {
        int gone = JdbcTx.handle(tx)
                .createUpdate(MESSAGES)
                .bind("window", limit + KEPT)
                .bind("before", olderThan.toEpochMilli())
                .bind("limit", limit)
                .execute();
        return erased(tx, gone);
    }

    @Override
    public int unsent(Tx tx, Instant olderThan, int limit) {
        return erased(tx, oldest(tx, UNSENT, olderThan, limit));
    }

    @Override
    public int people(Tx tx, Instant olderThan, int limit) {
        return erased(tx, oldest(tx, PEOPLE, olderThan, limit));
    }

    @Override
    public int receipts(Tx tx, Instant olderThan, int limit) {
        return oldest(tx, RECEIPTS, olderThan, limit);
    }

    @Override
    public int audit(Tx tx, Instant olderThan, int limit) {
        return oldest(tx, AUDIT, olderThan, limit);
    }

    private static int oldest(Tx tx, String statement, Instant olderThan, int limit) {
        return JdbcTx.handle(tx)
                .createUpdate(statement)
                .bind("before", olderThan.toEpochMilli())
                .bind("limit", limit)
                .execute();
    }

    private static int erased(Tx tx, int rows) {
        if (rows > 0) {
            JdbcTx.scrubAfterCommit(tx);
        }
        return rows;
    }
}
