package md.portar.core.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
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
    static final long STEP = 64;

    private final OutboxClaims claims;
    private final SqlDialect dialect;

    JdbcOutbox(TextCodec texts, SqlDialect dialect) {
        this.dialect = dialect;
        this.claims = new OutboxClaims(texts, dialect);
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

    @Override
    public void enqueueAt(Tx tx, ConversationNumber conversation, OutboxEntry entry, Instant now, Instant earliest) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        Optional<Long> last = handle.createQuery(OutboxSql.LAST_PLACE)
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findOne();
        insert(handle, conversation, entry, last.orElse(0L) + STEP, now, last.isPresent() ? null : earliest);
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

    static void advance(Handle handle, ConversationNumber conversation, Instant at) {
        handle.createUpdate(OutboxSql.ADVANCE)
                .bind("conversation", conversation.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<OutboxItem> claim(
            Tx tx, ChannelId channel, ChannelAccount account, Lease lease, Instant now, int limit) {
        return claims.claim(tx, channel, account, lease, now, limit);
    }

    @Override
    public List<OutboxItem> claimRecent(
            Tx tx,
            ChannelId channel,
            ChannelAccount account,
            Lease lease,
            Instant enqueuedAfter,
            Instant now,
            int limit) {
        return claims.claimRecent(tx, channel, account, lease, enqueuedAfter, now, limit);
    }

    @Override
    public Optional<Instant> nextDue(Tx tx, ChannelId channel, ChannelAccount account) {
        return claims.nextDue(tx, channel, account);
    }

    @Override
    public List<OutboxItem> orphans(Tx tx, Instant now, boolean all, int limit) {
        return claims.orphans(tx, now, all, limit);
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
        return retry(tx, item, at, uncertain, false);
    }

    @Override
    public boolean retryFailed(Tx tx, OutboxItem item, Instant at) {
        return retry(tx, item, at, false, true);
    }

    private static boolean retry(Tx tx, OutboxItem item, Instant at, boolean uncertain, boolean failed) {
        return JdbcTx.handle(tx)
                        .createUpdate(OutboxSql.RETRY)
                        .bind("id", item.id())
                        .bind("attempts", item.attempts())
                        .bind("at", at.toEpochMilli())
                        .bind("uncertain", Columns.flag(uncertain))
                        .bind("failed", Columns.flag(failed))
                        .execute()
                == 1;
    }

    @Override
    public boolean setAside(Tx tx, OutboxItem item, Instant at, List<OutboxEntry> by, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, item.conversation().value());
        OutboxEntry alone = OutboxEntry.of(item.entry().action(), item.entry().epoch());
        Optional<Long> place = handle.createQuery(OutboxSql.PLACE)
                .bind("id", item.id())
                .bind("attempts", item.attempts())
                .mapTo(Long.class)
                .findOne();
        if (place.isEmpty()) {
            return false;
        }
        handle.createUpdate(OutboxSql.SET_ASIDE)
                .bind("id", item.id())
                .bind("at", at.toEpochMilli())
                .bind("payload", Json.write(ActionCodec.write(alone).payload()))
                .execute();
        for (int i = 0; i < by.size(); i++) {
            insert(handle, item.conversation(), by.get(i), place.get() + i, now, null);
        }
        advance(handle, item.conversation(), now);
        return true;
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
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
        if (mine) {
            if (item.entry().message() != null) {
                handle.createUpdate(OutboxSql.BURY_PARTS)
                        .bind("conversation", item.conversation().value())
                        .bind("message", item.entry().message().value())
                        .bind("cause", cause.name())
                        .bind("code", platformCode)
                        .bind("now", now.toEpochMilli())
                        .execute();
            }
            advance(handle, item.conversation(), now);
        }
        return mine;
    }

    @Override
    public List<MessageId> abandon(Tx tx, ConversationNumber conversation, DeliveryFailure cause, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        handle.createUpdate(OutboxSql.ABANDON_REST)
                .bind("conversation", conversation.value())
                .execute();
        return handle
                .createQuery(OutboxSql.ABANDON)
                .bind("conversation", conversation.value())
                .bind("cause", cause.name())
                .bind("now", now.toEpochMilli())
                .map(row -> Optional.ofNullable(OutboxClaims.firstLong(row)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .map(MessageId::new)
                .toList();
    }

    @Override
    public int forgo(Tx tx, Lease lease, Instant now) {
        return claims.forgo(tx, lease, now);
    }

    @Override
    public int shift(Tx tx, Duration by, Instant now) {
        return claims.shift(tx, by, now);
    }

    @Override
    public int hasten(Tx tx, Instant beyond, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OutboxSql.HASTEN)
                .bind("beyond", beyond.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
