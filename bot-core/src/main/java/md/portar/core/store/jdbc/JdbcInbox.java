package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.message.Sender;
import md.portar.core.store.Inbox;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** Arrivals: the keys that were seen, the message rows, and the work that is left. */
final class JdbcInbox implements Inbox {
    private final TextCodec texts;
    private final ContentCodec contents;
    private final SqlDialect dialect;

    JdbcInbox(TextCodec texts, SqlDialect dialect) {
        this.dialect = dialect;
        this.texts = texts;
        this.contents = new ContentCodec(texts);
    }

    @Override
    public boolean isFresh(Tx tx, ChannelId channel, ChannelAccount account, EventKey key, Instant now) {
        return JdbcTx.handle(tx)
                        .createUpdate(InboxSql.KEEP_KEY)
                        .bind("channel", channel.value())
                        .bind("account", account.value())
                        .bind("key", key.value())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void record(Tx tx, ConversationNumber conversation, ScreenedMessage message, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        long seq = handle.createQuery(ConversationSql.NEXT_SEQ_WITH_WORK)
                .bind("id", conversation.value())
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
        ContentCodec.Stored content = ContentCodec.write(message.content());
        texts.remember(content.main());
        long id = handle.createQuery(InboxSql.INSERT_MESSAGE)
                .bind("conversation", conversation.value())
                .bind("seq", seq)
                .bind("now", now.toEpochMilli())
                .bind("sent", message.sentAt().toEpochMilli())
                .bind("author", DeskMessage.Author.CUSTOMER.name())
                .bind("kind", content.kind().name())
                .bind("text", TextCodec.words(content.main()))
                .bind("detail", detail(content, message.quoted()))
                .bind("findings", FindingCodec.write(message.findings()))
                .bind("withheld", Columns.flag(message.withheld()))
                .bind("edited", Columns.flag(message.edit()))
                .bind("platform", message.id().value())
                .mapTo(Long.class)
                .one();
        addWork(handle, conversation, kindOf(message), id, message.key(), message.sentAt());
    }

    private static InboxItem.Kind kindOf(ScreenedMessage message) {
        return message.edit() ? InboxItem.Kind.EDIT : InboxItem.Kind.MESSAGE;
    }

    private static @Nullable String detail(ContentCodec.Stored content, @Nullable ScreenedText quoted) {
        ObjectNode detail = content.detail();
        if (quoted != null) {
            detail = detail == null ? Json.object() : detail;
            detail.put("quoted", quoted.value());
        }
        return detail == null ? null : Json.write(detail);
    }

    private static void addWork(
            Handle handle,
            ConversationNumber conversation,
            InboxItem.Kind kind,
            @Nullable Long message,
            @Nullable EventKey key,
            Instant at) {
        handle.createUpdate(InboxSql.INSERT_WORK)
                .bind("conversation", conversation.value())
                .bind("kind", kind.name())
                .bind("message", message)
                .bind("key", key == null ? null : key.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public void recordEdit(Tx tx, ConversationNumber conversation, ScreenedMessage message, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        Optional<Long> known = handle.createQuery(InboxSql.FIND_OWN)
                .bind("conversation", conversation.value())
                .bind("platform", message.id().value())
                .mapTo(Long.class)
                .findOne();
        if (known.isEmpty()) {
            record(tx, conversation, message, now);
            return;
        }
        long id = known.get();
        ContentCodec.Stored content = ContentCodec.write(message.content());
        handle.createUpdate(InboxSql.REPLACE_WORDS)
                .bind("id", id)
                .bind("kind", content.kind().name())
                .bind("text", TextCodec.words(content.main()))
                .bind("detail", detail(content, message.quoted()))
                .bind("findings", FindingCodec.write(message.findings()))
                .bind("withheld", Columns.flag(message.withheld()))
                .execute();
        JdbcTx.scrubAfterCommit(tx);
        hasWork(handle, conversation, now);
        InboxItem.Kind kind = takeUntouchedWork(handle, conversation, id);
        addWork(handle, conversation, kind, id, message.key(), message.sentAt());
    }

    /** Before the work itself: from here on the conversation is held, so that the order of its items is the order of commits. */
    private static void hasWork(Handle handle, ConversationNumber conversation, Instant now) {
        handle.createUpdate(ConversationSql.HAS_WORK)
                .bind("id", conversation.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Work that nobody has claimed is replaced by the same work on the new words. */
    private static InboxItem.Kind takeUntouchedWork(Handle handle, ConversationNumber conversation, long message) {
        return handle
                .createQuery(InboxSql.TAKE_UNTOUCHED)
                .bind("conversation", conversation.value())
                .bind("message", message)
                .mapTo(String.class)
                .list()
                .stream()
                .map(InboxItem.Kind::valueOf)
                .min(Enum::compareTo)
                .orElse(InboxItem.Kind.EDIT);
    }

    @Override
    public void recordSignal(Tx tx, ConversationNumber conversation, InboxItem.Kind kind, Instant at, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        hasWork(handle, conversation, now);
        addWork(handle, conversation, kind, null, null, at);
    }

    @Override
    public Map<ConversationNumber, List<InboxItem>> pending(Tx tx, List<ConversationNumber> conversations, int limit) {
        Map<ConversationNumber, List<InboxItem>> pending = new HashMap<>();
        JdbcTx.handle(tx)
                .createQuery(InboxSql.PENDING)
                .define("ids", dialect.numbers("ids"))
                .bind(
                        "ids",
                        conversations.stream()
                                .map(ConversationNumber::value)
                                .toList()
                                .toString())
                .bind("others", limit - 1)
                .map(row -> pending.computeIfAbsent(
                                new ConversationNumber(row.getLong("conversation_id")), number -> new ArrayList<>())
                        .add(item(row)));
        return pending;
    }

    private InboxItem item(Row row) throws SQLException {
        InboxItem.Kind kind = InboxItem.Kind.valueOf(row.getString("work_kind"));
        Instant at = Columns.instant(row, "happened_at");
        boolean written = kind == InboxItem.Kind.MESSAGE || kind == InboxItem.Kind.EDIT;
        return new InboxItem(row.getLong("work_id"), kind, written ? message(row, kind) : null, at);
    }

    private ScreenedMessage message(Row row, InboxItem.Kind kind) throws SQLException {
        String stored = Columns.nullableText(row, "detail");
        JsonNode detail = stored == null ? Json.object() : Json.read(stored);
        String name = Columns.nullableText(row, "customer_name");
        String hint = Columns.nullableText(row, "language_hint");
        Sender<ScreenedText> sender =
                new Sender<>(name == null ? null : texts.screened(name), hint == null ? null : Language.valueOf(hint));
        return new ScreenedMessage(
                new EventKey(row.getString("event_key")),
                new ConversationKey(
                        new ChannelId(row.getString("channel")),
                        new ChannelAccount(row.getString("account")),
                        new PlatformUserId(row.getString("user_id"))),
                new PlatformMessageId(row.getString("platform_id")),
                Columns.instant(row, "sent_at"),
                sender,
                contents.read(ContentCodec.Kind.valueOf(row.getString("kind")), row.getString("text"), detail),
                contents.screened(detail, "quoted").orElse(null),
                FindingCodec.read(Columns.nullableText(row, "findings")),
                Columns.flag(row, "withheld"),
                kind == InboxItem.Kind.EDIT);
    }

    @Override
    public void settle(Tx tx, List<InboxItem> items) {
        Handle handle = JdbcTx.handle(tx);
        for (InboxItem item : items) {
            handle.createUpdate(InboxSql.SETTLE).bind("id", item.id()).execute();
        }
    }

    @Override
    public int forgetKeys(Tx tx, Instant olderThan, int limit) {
        return JdbcTx.handle(tx)
                .createUpdate(InboxSql.FORGET_KEYS)
                .bind("limit", limit)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
