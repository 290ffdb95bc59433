package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** The history, except for what the inbox writes. */
final class JdbcMessageLog implements MessageLog {
    private final TextCodec texts;
    private final SqlDialect dialect;

    JdbcMessageLog(TextCodec texts, SqlDialect dialect) {
        this.texts = texts;
        this.dialect = dialect;
    }

    @Override
    public Logged append(Tx tx, ConversationNumber conversation, NewMessage message, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        long seq = handle.createQuery(ConversationSql.NEXT_SEQ)
                .bind("id", conversation.value())
                .mapTo(Long.class)
                .one();
        long id = handle.createQuery(MessageSql.INSERT)
                .bind("conversation", conversation.value())
                .bind("seq", seq)
                .bind("now", now.toEpochMilli())
                .bind("author", message.author().name())
                .bind("agent", message.agent() == null ? null : message.agent().value())
                .bind("text", TextCodec.words(message.text()))
                .bind("origin", TextCodec.origin(message.text()))
                .bind("choices", choices(message.choices()))
                .bind(
                        "client",
                        message.clientId() == null ? null : message.clientId().value())
                .bind(
                        "delivery",
                        message.delivery() == null ? null : message.delivery().name())
                .mapTo(Long.class)
                .one();
        return new Logged(new MessageId(id), seq);
    }

    @Override
    public boolean reword(Tx tx, MessageId id, SafeText text) {
        return JdbcTx.handle(tx)
                        .createUpdate(MessageSql.REWORD)
                        .bind("id", id.value())
                        .bind("text", TextCodec.words(text))
                        .bind("origin", TextCodec.origin(text))
                        .execute()
                > 0;
    }

    private static @Nullable String choices(List<SafeText> labels) {
        if (labels.isEmpty()) {
            return null;
        }
        ArrayNode array = Json.array();
        labels.forEach(label ->
                array.addObject().put("origin", TextCodec.origin(label)).put("label", label.value()));
        return Json.write(array);
    }

    @Override
    public Optional<Logged> byClientId(Tx tx, ConversationNumber conversation, ClientMessageId id) {
        return JdbcTx.handle(tx)
                .createQuery(MessageSql.BY_CLIENT)
                .bind("conversation", conversation.value())
                .bind("client", id.value())
                .map(row -> new Logged(new MessageId(row.getLong("id")), row.getLong("seq")))
                .findOne();
    }

    @Override
    public boolean withhold(Tx tx, ConversationNumber conversation, PlatformMessageId id, Set<SecretKind> kinds) {
        Handle handle = JdbcTx.handle(tx);
        handle.createUpdate(MessageSql.FORGET_QUESTION)
                .bind("conversation", conversation.value())
                .bind("platform", id.value())
                .execute();
        int changed = handle.createUpdate(MessageSql.WITHHOLD)
                .bind("conversation", conversation.value())
                .bind("platform", id.value())
                .bind("findings", FindingCodec.writeKinds(kinds))
                .execute();
        handle.createUpdate(MessageSql.FORGET_PREVIEW)
                .bind("conversation", conversation.value())
                .execute();
        JdbcTx.scrubAfterCommit(tx);
        return changed > 0;
    }

    @Override
    public void markRedaction(
            Tx tx, ConversationNumber conversation, PlatformMessageId id, DeskMessage.Redaction redaction) {
        JdbcTx.handle(tx)
                .createUpdate(MessageSql.REDACTION)
                .bind("conversation", conversation.value())
                .bind("platform", id.value())
                .bind("redaction", redaction.name())
                .execute();
    }

    @Override
    public boolean markDelivery(Tx tx, MessageId id, Delivery delivery) {
        return mark(tx, id, delivery, null);
    }

    @Override
    public boolean markFailed(Tx tx, MessageId id, DeliveryFailure cause) {
        return mark(tx, id, Delivery.FAILED, cause);
    }

    private static boolean mark(Tx tx, MessageId id, Delivery delivery, @Nullable DeliveryFailure cause) {
        return JdbcTx.handle(tx)
                        .createUpdate(MessageSql.DELIVERY)
                        .bind("id", id.value())
                        .bind("delivery", delivery.name())
                        .bind("failure", cause == null ? null : cause.name())
                        .bind("rank", rank(delivery))
                        .execute()
                > 0;
    }

    @Override
    public boolean requeue(Tx tx, MessageId id) {
        return JdbcTx.handle(tx)
                        .createUpdate(MessageSql.REQUEUE)
                        .bind("id", id.value())
                        .execute()
                > 0;
    }

    @Override
    public Optional<Outbound> outbound(Tx tx, ConversationNumber conversation, PlatformMessageId platformId) {
        return JdbcTx.handle(tx)
                .createQuery(MessageSql.OUTBOUND_BY_ID)
                .bind("conversation", conversation.value())
                .bind("platform", platformId.value())
                .map(row -> outbound(row))
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Outbound> outboundAt(Tx tx, ConversationNumber conversation, long seq) {
        return JdbcTx.handle(tx)
                .createQuery(MessageSql.OUTBOUND_AT)
                .bind("conversation", conversation.value())
                .bind("seq", seq)
                .map(row -> outbound(row))
                .list()
                .stream()
                .findFirst();
    }

    private Outbound outbound(Row row) throws SQLException {
        return new Outbound(
                new MessageId(row.getLong("id")),
                DeskMessage.Author.valueOf(row.getString("author")),
                Optional.ofNullable(Columns.nullableText(row, "agent")).map(AgentId::new),
                texts.read(row.getInt("origin"), row.getString("text")),
                texts.labels(Columns.nullableText(row, "choices")),
                Delivery.valueOf(row.getString("delivery")),
                row.getInt("resends"));
    }

    @Override
    public Early platformId(Tx tx, ConversationNumber conversation, MessageId id, PlatformMessageId platformId) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        handle.createUpdate(MessageSql.PLATFORM_ID)
                .bind("id", id.value())
                .bind("platform", platformId.value())
                .execute();
        List<EarlyReceipts.Receipt> early = EarlyReceipts.take(handle, conversation, id, platformId);
        return early.stream()
                .max(Comparator.comparingInt(receipt -> rank(receipt.delivery())))
                .map(furthest -> {
                    boolean moved = mark(tx, id, furthest.delivery(), furthest.cause());
                    return new Early(true, moved ? Optional.ofNullable(furthest.cause()) : Optional.empty());
                })
                .orElse(Early.NOTHING);
    }

    @Override
    public boolean report(Tx tx, ConversationNumber conversation, PlatformMessageId platformId, Delivery delivery) {
        return report(tx, conversation, platformId, delivery, null);
    }

    @Override
    public boolean reportFailed(
            Tx tx, ConversationNumber conversation, PlatformMessageId platformId, DeliveryFailure cause) {
        return report(tx, conversation, platformId, Delivery.FAILED, cause);
    }

    private boolean report(
            Tx tx,
            ConversationNumber conversation,
            PlatformMessageId platformId,
            Delivery delivery,
            @Nullable DeliveryFailure cause) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        boolean moved = handle.createUpdate(MessageSql.REPORT)
                        .bind("conversation", conversation.value())
                        .bind("platform", platformId.value())
                        .bind("delivery", delivery.name())
                        .bind("failure", cause == null ? null : cause.name())
                        .bind("rank", rank(delivery))
                        .execute()
                > 0;
        if (!moved) {
            EarlyReceipts.keep(handle, conversation, platformId, new EarlyReceipts.Receipt(delivery, cause));
        }
        return moved;
    }

    @Override
    public int reportUpTo(Tx tx, ConversationNumber conversation, Delivery delivery, Instant upTo) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, conversation.value());
        EarlyReceipts.keepUpTo(handle, conversation, upTo, delivery);
        return handle.createUpdate(MessageSql.REPORT_UP_TO)
                .bind("conversation", conversation.value())
                .bind("upTo", upTo.toEpochMilli())
                .bind("delivery", delivery.name())
                .bind("rank", rank(delivery))
                .execute();
    }

    /** The order in which a message gets on; the same numbers stand in {@link MessageSql}. */
    private static int rank(Delivery delivery) {
        return switch (delivery) {
            case QUEUED -> 0;
            case UNKNOWN -> 1;
            case SENT -> 2;
            case FAILED -> 3;
            case DELIVERED -> 4;
            case READ -> 5;
        };
    }
}
