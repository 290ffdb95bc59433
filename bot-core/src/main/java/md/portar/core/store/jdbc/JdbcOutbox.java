package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.store.Lease;
import md.portar.core.store.Outbox;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Outbound rows. Only the first open row of a conversation has a time at which it is due; ending a row gives the next one
 * its time. That keeps the order without a lock and lets one small index find what is due.
 */
final class JdbcOutbox implements Outbox {
    /** Room between two rows for what may have to be said in place of the first. */
    private static final long STEP = 64;

    private final ActionCodec actions;
    private final TextCodec texts;
    private final SqlDialect dialect;

    JdbcOutbox(TextCodec texts, SqlDialect dialect) {
        this.actions = new ActionCodec(texts);
        this.texts = texts;
        this.dialect = dialect;
    }

    @Override
    public void enqueue(Tx tx, ConversationNumber conversation, OutboxEntry entry, Instant now, Duration gap) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        Optional<Long> last = handle.createQuery(OutboxSql.LAST_PLACE)
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findOne();
        if (last.isPresent()) {
            insert(handle, conversation, entry, last.get() + STEP, now, null);
            return;
        }
        Instant earliest = gap.isZero() ? now : afterGap(handle, conversation, now, gap);
        insert(handle, conversation, entry, STEP, now, earliest);
    }

    private static Instant afterGap(Handle handle, ConversationNumber conversation, Instant now, Duration gap) {
        return handle.createQuery(OutboxSql.LAST_SENT)
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findOne()
                .map(millis -> Instant.ofEpochMilli(millis).plus(gap))
                .filter(earliest -> earliest.isAfter(now) && !earliest.isAfter(now.plus(gap)))
                .orElse(now);
    }

    private static void insert(
            Handle handle,
            ConversationNumber conversation,
            OutboxEntry entry,
            long place,
            Instant now,
            @Nullable Instant next) {
        ActionCodec.Stored stored = ActionCodec.write(entry);
        ConversationKey to = entry.action().to();
        SafeText text = stored.text();
        handle.createUpdate(OutboxSql.INSERT)
                .bind("conversation", conversation.value())
                .bind("place", place)
                .bind("channel", to.channel().value())
                .bind("account", to.account().value())
                .bind("user", to.user().value())
                .bind("kind", stored.kind().name())
                .bind("text", text == null ? null : TextCodec.words(text))
                .bind("origin", text == null ? TextCodec.SCREENED : TextCodec.origin(text))
                .bind("payload", Json.write(stored.payload()))
                .bind("epoch", entry.epoch())
                .bind(
                        "message",
                        entry.message() == null ? null : entry.message().value())
                .bind("lastPart", Columns.flag(entry.lastPart()))
                .bind("next", Columns.millis(next))
                .bind("created", now.toEpochMilli())
                .execute();
    }

    @Override
    public boolean replace(Tx tx, OutboxItem item, List<OutboxEntry> by, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, item.conversation().value());
        Optional<Long> place = delete(handle, item);
        if (place.isEmpty()) {
            return false;
        }
        for (int i = 0; i < by.size(); i++) {
            insert(handle, item.conversation(), by.get(i), place.get() + i, now, null);
        }
        advance(handle, item.conversation(), now);
        return true;
    }

    private static Optional<Long> delete(Handle handle, OutboxItem item) {
        return handle.createQuery(OutboxSql.DELETE_CLAIMED)
                .bind("id", item.id())
                .bind("attempts", item.attempts())
                .mapTo(Long.class)
                .findOne();
    }

    private static void advance(Handle handle, ConversationNumber conversation, Instant at) {
        handle.createUpdate(OutboxSql.ADVANCE)
                .bind("conversation", conversation.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<OutboxItem> claim(
            Tx tx, ChannelId channel, ChannelAccount account, Lease lease, Instant now, int limit) {
        Handle handle = JdbcTx.handle(tx);
        List<Long> ids = handle.createQuery(OutboxSql.DUE)
                .define("skip", dialect.skipLocked())
                .bind("channel", channel.value())
                .bind("account", account.value())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        List<OutboxItem> claimed = new ArrayList<>(ids.size());
        for (long id : ids) {
            handle.createQuery(OutboxSql.CLAIM)
                    .bind("id", id)
                    .bind("owner", lease.owner().value())
                    .bind("until", lease.until().toEpochMilli())
                    .map(row -> item(row))
                    .findOne()
                    .ifPresent(claimed::add);
        }
        return claimed;
    }

    private OutboxItem item(ResultSet row) throws SQLException {
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
                Columns.instant(row, "created_at"));
    }

    @Override
    public Optional<Instant> nextDue(Tx tx, ChannelId channel, ChannelAccount account) {
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.NEXT_DUE)
                .bind("channel", channel.value())
                .bind("account", account.value())
                .map(row -> Optional.ofNullable(firstLong(row)).map(Instant::ofEpochMilli))
                .one();
    }

    private static @Nullable Long firstLong(ResultSet row) throws SQLException {
        long value = row.getLong(1);
        return row.wasNull() ? null : value;
    }

    @Override
    public boolean done(Tx tx, OutboxItem item, Instant now, Duration pause) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, item.conversation().value());
        if (delete(handle, item).isEmpty()) {
            return false;
        }
        advance(handle, item.conversation(), now.plus(pause));
        return true;
    }

    @Override
    public boolean retry(Tx tx, OutboxItem item, Instant at, boolean uncertain) {
        return JdbcTx.handle(tx)
                        .createUpdate(OutboxSql.RETRY)
                        .bind("id", item.id())
                        .bind("attempts", item.attempts())
                        .bind("at", at.toEpochMilli())
                        .bind("uncertain", Columns.flag(uncertain))
                        .execute()
                == 1;
    }

    @Override
    public boolean unclaim(Tx tx, OutboxItem item, Instant at) {
        return JdbcTx.handle(tx)
                        .createUpdate(OutboxSql.UNCLAIM)
                        .bind("id", item.id())
                        .bind("attempts", item.attempts())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean bury(Tx tx, OutboxItem item, DeliveryFailure cause, int platformCode, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, item.conversation().value());
        boolean mine = handle.createUpdate(OutboxSql.BURY)
                        .bind("id", item.id())
                        .bind("attempts", item.attempts())
                        .bind("cause", cause.name())
                        .bind("code", platformCode)
                        .execute()
                == 1;
        if (mine) {
            if (item.entry().message() != null) {
                handle.createUpdate(OutboxSql.DROP_PARTS)
                        .bind("message", item.entry().message().value())
                        .execute();
            }
            advance(handle, item.conversation(), now);
        }
        return mine;
    }

    @Override
    public List<MessageId> abandon(Tx tx, ConversationNumber conversation) {
        dialect.lock(JdbcTx.handle(tx), conversation.value());
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.ABANDON)
                .bind("conversation", conversation.value())
                .map(row -> Optional.ofNullable(firstLong(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .map(MessageId::new)
                .toList();
    }

    @Override
    public int forgo(Tx tx, Lease lease, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.FORGO)
                .bind("owner", lease.owner().value())
                .bind("until", lease.until().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int shift(Tx tx, Duration by, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.SHIFT)
                .bind("by", by.toMillis())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int hasten(Tx tx, Instant beyond, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.HASTEN)
                .bind("beyond", beyond.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<OutboxItem> orphans(Tx tx, Instant now, boolean all, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.ORPHANS)
                .define("skip", dialect.skipLocked())
                .bind("now", now.toEpochMilli())
                .bind("all", Columns.flag(all))
                .bind("limit", limit)
                .map(row -> item(row))
                .list();
    }

    @Override
    public int buried(Tx tx) {
        return JdbcTx.handle(tx)
                .createQuery(OutboxSql.BURIED)
                .mapTo(Integer.class)
                .one();
    }
}
