package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformUserId;
import md.portar.core.store.Conversations;
import md.portar.core.store.Lease;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** Conversations in their table. */
final class JdbcConversations implements Conversations {
    private final SqlDialect dialect;

    JdbcConversations(SqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public ConversationNumber open(Tx tx, ConversationKey key, Instant now) {
        return number(tx, key).orElseGet(() -> {
            bindKey(JdbcTx.handle(tx).createUpdate(ConversationSql.INSERT), key)
                    .bind("now", now.toEpochMilli())
                    .bind("language", Language.RO.name())
                    .execute();
            return number(tx, key).orElseThrow();
        });
    }

    private static Call bindKey(Call statement, ConversationKey key) {
        return statement
                .bind("channel", key.channel().value())
                .bind("account", key.account().value())
                .bind("user", key.user().value());
    }

    @Override
    public Optional<ConversationNumber> number(Tx tx, ConversationKey key) {
        return bindKey(JdbcTx.handle(tx).createQuery(ConversationSql.NUMBER), key)
                .mapTo(Long.class)
                .findOne()
                .map(ConversationNumber::new);
    }

    @Override
    public Optional<StoredConversation> find(Tx tx, ConversationNumber number) {
        return JdbcTx.handle(tx)
                .createQuery(ConversationSql.FIND)
                .bind("id", number.value())
                .map(row -> read(row))
                .findOne();
    }

    @Override
    public Map<ConversationNumber, StoredConversation> findAll(Tx tx, Collection<ConversationNumber> numbers) {
        Map<ConversationNumber, StoredConversation> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            JdbcTx.handle(tx)
                    .createQuery(ConversationSql.FIND_ALL)
                    .define("ids", dialect.numbers("ids"))
                    .bind(
                            "ids",
                            numbers.stream()
                                    .map(ConversationNumber::value)
                                    .toList()
                                    .toString())
                    .map(row -> read(row))
                    .forEach(one -> found.put(one.number(), one));
        }
        return found;
    }

    @Override
    public List<StoredConversation> claim(Tx tx, Lease lease, Instant now, Duration burst, int limit) {
        Handle handle = JdbcTx.handle(tx);
        List<Long> ids = handle.createQuery(ConversationSql.CLAIMABLE)
                .define("skip", dialect.skipLocked())
                .bind("ready", now.minus(burst).toEpochMilli())
                .bind("now", lease.from().toEpochMilli())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, StoredConversation> claimed = new HashMap<>();
        handle.createQuery(ConversationSql.CLAIM)
                .define("ids", dialect.numbers("ids"))
                .bind("ids", ids.toString())
                .bind("owner", lease.owner().value())
                .bind("until", lease.until().toEpochMilli())
                .map(row -> read(row))
                .forEach(one -> claimed.put(one.number().value(), one));
        // The database returns them in any order.
        return ids.stream().flatMap(id -> Stream.ofNullable(claimed.get(id))).toList();
    }

    @Override
    public boolean saveTurn(Tx tx, StoredConversation before, Conversation after, Instant now) {
        dialect.lock(JdbcTx.handle(tx), before.number().value());
        return bindChange(JdbcTx.handle(tx).createUpdate(ConversationSql.SAVE_TURN), before, after, now)
                        .bind("lease", before.leaseNumber())
                        .execute()
                == 1;
    }

    @Override
    public boolean change(Tx tx, StoredConversation before, Conversation after, Instant now) {
        return bindChange(JdbcTx.handle(tx).createUpdate(ConversationSql.CHANGE), before, after, now)
                        .execute()
                == 1;
    }

    private static Call bindChange(Call update, StoredConversation before, Conversation after, Instant now) {
        ConversationState state = after.state();
        Integer priority = null;
        Instant since = null;
        if (state instanceof ConversationState.WaitingForAgent waiting) {
            priority = Columns.rank(waiting.priority());
            since = waiting.since();
        } else if (state instanceof ConversationState.Closed closed) {
            since = closed.at();
        }
        return update.bind("id", before.number().value())
                .bind("state", state.name().name())
                .bind("priority", priority)
                .bind("since", Columns.millis(since))
                .bind("assignee", state.assignee().map(AgentId::value).orElse(null))
                .bind("epoch", after.epoch())
                .bind("expected", before.conversation().epoch())
                .bind("memory", MemoryCodec.write(after.memory()))
                .bind("language", language(after.memory(), before.language()).name())
                .bind("now", now.toEpochMilli());
    }

    private static Language language(ConversationMemory memory, Language known) {
        return memory.get(ConversationMemory.Fact.LANGUAGE)
                .flatMap(Language::fromTag)
                .orElse(known);
    }

    @Override
    public void release(Tx tx, StoredConversation claimed, Instant now) {
        dialect.lock(JdbcTx.handle(tx), claimed.number().value());
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.RELEASE)
                .bind("id", claimed.number().value())
                .bind("lease", claimed.leaseNumber())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int releaseAll(Tx tx) {
        return JdbcTx.handle(tx).createUpdate(ConversationSql.RELEASE_ALL).execute();
    }

    @Override
    public int forgo(Tx tx, Lease lease) {
        return JdbcTx.handle(tx)
                .createUpdate(ConversationSql.FORGO)
                .bind("owner", lease.owner().value())
                .bind("until", lease.until().toEpochMilli())
                .execute();
    }

    @Override
    public int hasten(Tx tx, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(ConversationSql.HASTEN)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void heard(Tx tx, ConversationNumber number, Heard heard, Instant now) {
        Instant sentAt = heard.sentAt().isAfter(now) ? now : heard.sentAt();
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.HEARD)
                .bind("id", number.value())
                .bind("sent", sentAt.toEpochMilli())
                .bind("name", value(heard.name()))
                .bind("hint", heard.hint() == null ? null : heard.hint().name())
                .bind("preview", TextCodec.words(Summary.of(heard.content())))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static @Nullable String value(@Nullable SafeText text) {
        return text == null ? null : TextCodec.words(text);
    }

    @Override
    public void said(Tx tx, ConversationNumber number, SafeText preview, boolean byAgent, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.SAID)
                .bind("id", number.value())
                .bind("preview", TextCodec.words(preview))
                .bind("origin", TextCodec.origin(preview))
                .bind("agent", Columns.flag(byAgent))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void sent(Tx tx, ConversationNumber number, Instant at) {
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.SENT)
                .bind("id", number.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public void setReachable(Tx tx, ConversationNumber number, boolean reachable) {
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.REACHABLE)
                .bind("id", number.value())
                .bind("unreachable", Columns.flag(!reachable))
                .execute();
    }

    @Override
    public void touch(Tx tx, ConversationNumber number) {
        JdbcTx.handle(tx)
                .createUpdate(ConversationSql.TOUCH)
                .bind("id", number.value())
                .execute();
    }

    private static StoredConversation read(Row row) throws SQLException {
        ConversationKey key = new ConversationKey(
                new ChannelId(row.getString("channel")),
                new ChannelAccount(row.getString("account")),
                new PlatformUserId(row.getString("user_id")));
        Conversation conversation =
                new Conversation(key, state(row), row.getLong("epoch"), MemoryCodec.read(row.getString("memory")));
        return new StoredConversation(
                new ConversationNumber(row.getLong("id")),
                conversation,
                row.getLong("lease_no"),
                Language.valueOf(row.getString("language")),
                Columns.nullableInstant(row, "last_inbound_at"),
                !Columns.flag(row, "unreachable"),
                Columns.instant(row, "state_since"));
    }

    private static ConversationState state(Row row) throws SQLException {
        Instant since = Columns.instant(row, "state_since");
        Priority priority = Columns.priority(row.getInt("priority"));
        String assignee = Columns.nullableText(row, "assignee");
        return switch (ConversationState.Name.valueOf(row.getString("state"))) {
            case BOT -> new ConversationState.WithBot();
            case QUEUED -> new ConversationState.WaitingForAgent(priority, since);
            case ASSIGNED -> new ConversationState.WithAgent(new AgentId(Objects.requireNonNull(assignee)));
            case RESOLVED -> new ConversationState.Closed(since);
        };
    }
}
