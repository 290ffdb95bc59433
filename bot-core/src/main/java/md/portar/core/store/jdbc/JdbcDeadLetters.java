package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.store.DeadLetters;
import md.portar.core.store.Tx;

/** Buried rows of the outbox, read as messages. */
final class JdbcDeadLetters implements DeadLetters {
    private final ActionCodec actions;
    private final TextCodec texts;
    private final SqlDialect dialect;

    JdbcDeadLetters(TextCodec texts, SqlDialect dialect) {
        this.dialect = dialect;
        this.actions = new ActionCodec(texts);
        this.texts = texts;
    }

    /** One buried row. */
    private record Part(long id, DeadLetter letter) {}

    @Override
    public List<DeadLetter> list(Tx tx, Filter filter, Optional<Long> before, int limit) {
        ChannelId channel = filter.channel();
        DeliveryFailure cause = filter.cause();
        List<Long> firsts = JdbcTx.handle(tx)
                .createQuery(DeadLetterSql.FIRSTS)
                .bind("before", before.orElse(null))
                .bind("channel", channel == null ? null : channel.value())
                .bind("cause", cause == null ? null : cause.name())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        List<DeadLetter> letters = new ArrayList<>();
        firsts.forEach(first -> find(tx, first).ifPresent(letters::add));
        return letters;
    }

    @Override
    public Optional<DeadLetter> find(Tx tx, long number) {
        List<Part> parts = parts(tx, number);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        SafeText text = parts.get(0).letter().text();
        for (Part part : parts.subList(1, parts.size())) {
            text = CatalogueText.EMPTY
                    .append("", text)
                    .append("\n", part.letter().text());
        }
        DeadLetter first = parts.get(0).letter();
        return Optional.of(new DeadLetter(
                number,
                first.conversation(),
                first.message(),
                first.to(),
                first.speaker(),
                first.cause(),
                first.platformCode(),
                first.attempts(),
                first.since(),
                first.buriedAt(),
                text,
                first.template()));
    }

    @Override
    public Optional<DeadLetter> find(Tx tx, ConversationNumber conversation, MessageId message) {
        return JdbcTx.handle(tx)
                .createQuery(DeadLetterSql.FIRST_OF_MESSAGE)
                .bind("conversation", conversation.value())
                .bind("message", message.value())
                .mapTo(Long.class)
                .findOne()
                .flatMap(first -> find(tx, first));
    }

    private List<Part> parts(Tx tx, long number) {
        return JdbcTx.handle(tx)
                .createQuery(DeadLetterSql.PARTS)
                .bind("id", number)
                .map(row -> part(row))
                .list();
    }

    private Part part(Row row) throws SQLException {
        ConversationKey to = new ConversationKey(
                new ChannelId(row.getString("channel")),
                new ChannelAccount(row.getString("account")),
                new PlatformUserId(row.getString("user_id")));
        String stored = Columns.nullableText(row, "text");
        SafeText text = stored == null ? ActionCodec.none() : texts.read(row.getInt("origin"), stored);
        OutboundAction action = actions.read(
                ActionCodec.Kind.valueOf(row.getString("kind")), to, text, Json.read(row.getString("payload")));
        Instant since = Columns.instant(row, "created_at");
        Instant buriedAt = Columns.nullableInstant(row, "buried_at");
        long id = row.getLong("id");
        long message = row.getLong("message_id");
        return new Part(
                id,
                new DeadLetter(
                        id,
                        new ConversationNumber(row.getLong("conversation_id")),
                        message == 0 ? null : new MessageId(message),
                        to,
                        action instanceof SendMessage words ? words.speaker() : Speaker.AGENT,
                        DeliveryFailure.valueOf(row.getString("cause")),
                        row.getInt("platform_code"),
                        row.getInt("attempts"),
                        since,
                        buriedAt == null ? since : buriedAt,
                        text,
                        action instanceof SendTemplate));
    }

    @Override
    public List<Count> counts(Tx tx) {
        return JdbcTx.handle(tx)
                .createQuery(DeadLetterSql.COUNTS)
                .map(row -> new Count(
                        new ChannelId(row.getString("channel")),
                        DeliveryFailure.valueOf(row.getString("cause")),
                        row.getInt("letters")))
                .list();
    }

    @Override
    public boolean replay(Tx tx, DeadLetter letter, long epoch, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        dialect.lock(handle, letter.conversation().value());
        long place = handle.createQuery(OutboxSql.LAST_PLACE)
                .bind("conversation", letter.conversation().value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        int revived = 0;
        for (Part part : parts(tx, letter.number())) {
            place += JdbcOutbox.STEP;
            revived += handle.createUpdate(DeadLetterSql.REVIVE)
                    .bind("id", part.id())
                    .bind("place", place)
                    .bind("epoch", epoch)
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
        JdbcOutbox.advance(handle, letter.conversation(), now);
        return revived > 0;
    }

    @Override
    public boolean drop(Tx tx, DeadLetter letter) {
        int dropped = 0;
        for (Part part : parts(tx, letter.number())) {
            dropped += JdbcTx.handle(tx)
                    .createUpdate(DeadLetterSql.DROP)
                    .bind("id", part.id())
                    .execute();
        }
        return dropped > 0;
    }

    @Override
    public void drop(Tx tx, ConversationNumber conversation, MessageId message) {
        JdbcTx.handle(tx)
                .createUpdate(DeadLetterSql.DROP_MESSAGE)
                .bind("conversation", conversation.value())
                .bind("message", message.value())
                .execute();
    }
}
