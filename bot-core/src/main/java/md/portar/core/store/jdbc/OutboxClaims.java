package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.store.Lease;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** Finds and claims what is due. */
final class OutboxClaims {
    private final ActionCodec actions;
    private final TextCodec texts;
    private final SqlDialect dialect;

    OutboxClaims(TextCodec texts, SqlDialect dialect) {
        this.actions = new ActionCodec(texts);
        this.texts = texts;
        this.dialect = dialect;
    }

    List<OutboxItem> claim(Tx tx, ChannelId channel, ChannelAccount account, Lease lease, Instant now, int limit) {
        Handle handle = JdbcTx.handle(tx);
        return claimed(
                handle,
                lease,
                due(handle, OutboxSql.DUE, channel, account, now, limit)
                        .mapTo(Long.class)
                        .list());
    }

    List<OutboxItem> claimRecent(
            Tx tx,
            ChannelId channel,
            ChannelAccount account,
            Lease lease,
            Instant enqueuedAfter,
            Instant now,
            int limit) {
        Handle handle = JdbcTx.handle(tx);
        return claimed(
                handle,
                lease,
                due(handle, OutboxSql.DUE_RECENT, channel, account, now, limit)
                        .bind("after", enqueuedAfter.toEpochMilli())
                        .mapTo(Long.class)
                        .list());
    }

    private Call due(
            Handle handle, String statement, ChannelId channel, ChannelAccount account, Instant now, int limit) {
        return handle.createQuery(statement)
                .define("skip", dialect.skipLocked())
                .bind("channel", channel.value())
                .bind("account", account.value())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit);
    }

    private List<OutboxItem> claimed(Handle handle, Lease lease, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, OutboxItem> claimed = new HashMap<>();
        handle.createQuery(OutboxSql.CLAIM)
                .define("ids", dialect.numbers("ids"))
                .bind("ids", ids.toString())
                .bind("owner", lease.owner().value())
                .bind("until", lease.until().toEpochMilli())
                .map(row -> item(row))
                .forEach(item -> claimed.put(item.id(), item));
        // The database returns them in any order.
        return ids.stream().flatMap(id -> Stream.ofNullable(claimed.get(id))).toList();
    }

    private OutboxItem item(Row row) throws SQLException {
        ConversationKey to = new ConversationKey(
                new ChannelId(row.getString("channel")),
                new ChannelAccount(row.getString("account")),
                new PlatformUserId(row.getString("user_id")));
        String words = Columns.nullableText(row, "text");
        SafeText text = words == null ? ActionCodec.none() : texts.read(row.getInt("origin"), words);
        JsonNode payload = Json.read(row.getString("payload"));
        OutboundAction action = actions.read(ActionCodec.Kind.valueOf(row.getString("kind")), to, text, payload);
        long message = row.getLong("message_id");
        OutboxEntry entry = new OutboxEntry(
                action,
                row.getLong("epoch"),
                message == 0 ? null : new MessageId(message),
                Columns.flag(row, "last_part"),
                actions.followUp(payload));
        return new OutboxItem(
                row.getLong("id"),
                new ConversationNumber(row.getLong("conversation_id")),
                entry,
                row.getInt("attempts"),
                row.getInt("uncertain"),
                row.getInt("failures"),
                Columns.instant(row, "created_at"));
    }

    Optional<Instant> nextDue(Tx tx, ChannelId channel, ChannelAccount account) {
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.NEXT_DUE)
                .bind("channel", channel.value())
                .bind("account", account.value())
                .map(row -> Optional.ofNullable(firstLong(row)).map(Instant::ofEpochMilli))
                .one();
    }

    static @Nullable Long firstLong(Row row) throws SQLException {
        long value = row.first();
        return row.wasNull() ? null : value;
    }

    List<OutboxItem> orphans(Tx tx, Instant now, boolean all, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.ORPHANS)
                .define("skip", dialect.skipLocked())
                .bind("now", now.toEpochMilli())
                .bind("all", Columns.flag(all))
                .bind("limit", limit)
                .map(row -> item(row))
                .list();
    }

    int forgo(Tx tx, Lease lease, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.FORGO)
                .bind("owner", lease.owner().value())
                .bind("until", lease.until().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    int shift(Tx tx, Duration by, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.SHIFT)
                .bind("by", by.toMillis())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
