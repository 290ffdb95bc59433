package md.portar.core.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.message.ConversationKey;
import md.portar.core.store.Cases;
import md.portar.core.store.Tx;

/** Cases and failed look-ups. */
final class JdbcCases implements Cases {
    private static final String FIND = """
            SELECT number, owner, status, updated_at FROM support_case WHERE number = :number
            """;

    private static final String UPSERT = """
            INSERT INTO support_case (number, owner, status, updated_at) VALUES (:number, :owner, :status, :updated)
            ON CONFLICT (number) DO UPDATE
               SET owner = excluded.owner, status = excluded.status, updated_at = excluded.updated_at
             WHERE excluded.updated_at >= support_case.updated_at
               AND (excluded.owner <> support_case.owner OR excluded.status <> support_case.status
                    OR excluded.updated_at <> support_case.updated_at)
            """;

    private static final String FAILED = """
            INSERT INTO lookup_failure (channel, account, user_id, number, at)
            VALUES (:channel, :account, :user, :number, :at)
            """;

    private static final String BY_PERSON = """
            SELECT at FROM lookup_failure
             WHERE channel = :channel AND account = :account AND user_id = :user AND at > :since ORDER BY at DESC
            """;

    private static final String BY_CASE = """
            SELECT at FROM lookup_failure WHERE number = :number AND at > :since ORDER BY at DESC
            """;

    private static final String FORGET = """
            DELETE FROM lookup_failure WHERE at < :before
            """;

    @Override
    public Optional<CaseRecord> find(Tx tx, CaseNumber number) {
        return JdbcTx.handle(tx)
                .createQuery(FIND)
                .bind("number", number.value())
                .map(row -> new CaseRecord(
                        new CaseNumber(row.getString("number")),
                        new AccountId(row.getString("owner")),
                        CaseStatus.valueOf(row.getString("status")),
                        Columns.instant(row, "updated_at")))
                .findOne();
    }

    @Override
    public boolean upsert(Tx tx, CaseRecord record) {
        return JdbcTx.handle(tx)
                        .createUpdate(UPSERT)
                        .bind("number", record.number().value())
                        .bind("owner", record.owner().value())
                        .bind("status", record.status().name())
                        .bind("updated", record.updatedAt().toEpochMilli())
                        .execute()
                > 0;
    }

    @Override
    public void failed(Tx tx, ConversationKey person, CaseNumber number, Instant at) {
        JdbcTx.handle(tx)
                .createUpdate(FAILED)
                .bind("channel", person.channel().value())
                .bind("account", person.account().value())
                .bind("user", person.user().value())
                .bind("number", number.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<Instant> failuresOf(Tx tx, ConversationKey person, Instant since) {
        return JdbcTx.handle(tx)
                .createQuery(BY_PERSON)
                .bind("channel", person.channel().value())
                .bind("account", person.account().value())
                .bind("user", person.user().value())
                .bind("since", since.toEpochMilli())
                .map(row -> Columns.instant(row, "at"))
                .list();
    }

    @Override
    public List<Instant> failuresOn(Tx tx, CaseNumber number, Instant since) {
        return JdbcTx.handle(tx)
                .createQuery(BY_CASE)
                .bind("number", number.value())
                .bind("since", since.toEpochMilli())
                .map(row -> Columns.instant(row, "at"))
                .list();
    }

    @Override
    public int forgetFailures(Tx tx, Instant olderThan) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
