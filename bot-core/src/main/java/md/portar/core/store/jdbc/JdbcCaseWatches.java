package md.portar.core.store.jdbc;

import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.store.CaseWatches;
import md.portar.core.store.Tx;

/** Wishes to be told of changes. */
final class JdbcCaseWatches implements CaseWatches {
    private static final String WATCH = """
            INSERT INTO case_watch (number, conversation_id, owner, told, since)
            VALUES (:number, :conversation, :owner, :told, :now)
            ON CONFLICT (number, conversation_id) DO UPDATE
               SET owner = excluded.owner, told = excluded.told, since = excluded.since
            """;

    private static final String WATCHERS = """
            SELECT conversation_id, owner, told FROM case_watch WHERE number = :number ORDER BY conversation_id
            """;

    private static final String TOLD = """
            UPDATE case_watch SET told = :status
             WHERE number = :number AND conversation_id = :conversation AND told = :before
            """;

    private static final String FORGET = """
            DELETE FROM case_watch WHERE number = :number AND conversation_id = :conversation
            """;

    private static final String FORGET_ALL = """
            DELETE FROM case_watch WHERE conversation_id = :conversation
            """;

    private static final String WATCHED = """
            SELECT DISTINCT number FROM case_watch WHERE number > :after ORDER BY number LIMIT :limit
            """;

    private static final String FORGET_OLDER = """
            DELETE FROM case_watch WHERE since < :before
            """;

    @Override
    public void watch(Tx tx, ConversationNumber conversation, Watch watch, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(WATCH)
                .bind("number", watch.number().value())
                .bind("conversation", conversation.value())
                .bind("owner", watch.owner().value())
                .bind("told", watch.told().name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<Watcher> watchers(Tx tx, CaseNumber number) {
        return JdbcTx.handle(tx)
                .createQuery(WATCHERS)
                .bind("number", number.value())
                .map(row -> new Watcher(
                        new ConversationNumber(row.getLong("conversation_id")),
                        new AccountId(row.getString("owner")),
                        CaseStatus.valueOf(row.getString("told"))))
                .list();
    }

    @Override
    public boolean told(Tx tx, CaseNumber number, Watcher watcher, CaseStatus status) {
        return JdbcTx.handle(tx)
                        .createUpdate(TOLD)
                        .bind("number", number.value())
                        .bind("conversation", watcher.conversation().value())
                        .bind("before", watcher.told().name())
                        .bind("status", status.name())
                        .execute()
                > 0;
    }

    @Override
    public void forget(Tx tx, CaseNumber number, ConversationNumber conversation) {
        JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .bind("number", number.value())
                .bind("conversation", conversation.value())
                .execute();
    }

    @Override
    public int forgetAll(Tx tx, ConversationNumber conversation) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET_ALL)
                .bind("conversation", conversation.value())
                .execute();
    }

    @Override
    public List<CaseNumber> watched(Tx tx, String after, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(WATCHED)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(CaseNumber::new)
                .list();
    }

    @Override
    public int forgetOlder(Tx tx, Instant than) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET_OLDER)
                .bind("before", than.toEpochMilli())
                .execute();
    }
}
