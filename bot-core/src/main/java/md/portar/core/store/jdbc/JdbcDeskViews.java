package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskView;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.store.DeskViews;
import md.portar.core.store.Tx;

/** Rows and bubbles. */
final class JdbcDeskViews implements DeskViews {
    /** How far down the queue an agent's own languages are looked for. */
    private static final int QUEUE_HORIZON = 500;

    private final TextCodec texts;
    private final ContentCodec contents;

    JdbcDeskViews(TextCodec texts) {
        this.texts = texts;
        this.contents = new ContentCodec(texts);
    }

    @Override
    public List<DeskRow> rows(Tx tx, DeskView view, AgentId me, Optional<ConversationNumber> after, int limit) {
        String sql = switch (view) {
            case QUEUE -> DeskSql.QUEUE;
            case MINE -> DeskSql.MINE;
            case ALL -> DeskSql.ALL;
            case RESOLVED -> DeskSql.RESOLVED;
        };
        var query = JdbcTx.handle(tx).createQuery(sql);
        if (view == DeskView.MINE) {
            query.bind("me", me.value());
        }
        return query.bind("after", after.map(ConversationNumber::value).orElse(0L))
                .bind("limit", limit)
                .map(row -> row(row))
                .list();
    }

    @Override
    public Optional<DeskRow> row(Tx tx, ConversationNumber number) {
        return JdbcTx.handle(tx)
                .createQuery(DeskSql.ONE)
                .bind("id", number.value())
                .map(row -> row(row))
                .findOne();
    }

    private DeskRow row(Row row) throws SQLException {
        String name = Columns.nullableText(row, "customer_name");
        String preview = Columns.nullableText(row, "preview");
        return new DeskRow(
                new ConversationNumber(row.getLong("id")),
                row.getLong("version"),
                new ChannelId(row.getString("channel")),
                name == null ? ScreenedText.EMPTY : texts.screened(name),
                Language.valueOf(row.getString("language")),
                ConversationState.Name.valueOf(row.getString("state")),
                Columns.priority(row.getInt("priority")),
                Optional.ofNullable(Columns.nullableText(row, "reason")).map(HandoffReason::valueOf),
                Optional.ofNullable(Columns.nullableText(row, "assignee")).map(AgentId::new),
                Optional.ofNullable(Columns.nullableInstant(row, "waiting_since")),
                preview == null ? ScreenedText.EMPTY : texts.read(row.getInt("preview_origin"), preview),
                Columns.instant(row, "last_activity_at"));
    }

    @Override
    public DeskCounts counts(Tx tx, AgentId me, Instant now) {
        return JdbcTx.handle(tx)
                .createQuery(DeskSql.COUNTS)
                .bind("me", me.value())
                .map(row -> {
                    Instant oldest = Columns.nullableInstant(row, "oldest");
                    Duration wait =
                            oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
                    return new DeskCounts(row.getInt("waiting"), row.getInt("mine"), wait);
                })
                .one();
    }

    @Override
    public List<DeskMessage> messages(Tx tx, ConversationNumber number, Optional<Long> beforeSeq, int limit) {
        List<DeskMessage> newestFirst = JdbcTx.handle(tx)
                .createQuery(DeskSql.MESSAGES)
                .bind("id", number.value())
                .bind("before", beforeSeq.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(row -> message(row))
                .list();
        List<DeskMessage> messages = new ArrayList<>(newestFirst);
        Collections.reverse(messages);
        return messages;
    }

    private DeskMessage message(Row row) throws SQLException {
        DeskMessage.Author author = DeskMessage.Author.valueOf(row.getString("author"));
        return new DeskMessage(
                row.getLong("seq"),
                Columns.instant(row, "at"),
                author,
                Optional.ofNullable(Columns.nullableText(row, "agent")).map(AgentId::new),
                words(row, author),
                texts.labels(Columns.nullableText(row, "choices")),
                FindingCodec.kinds(Columns.nullableText(row, "findings")),
                Columns.flag(row, "withheld"),
                Columns.flag(row, "edited"),
                Optional.ofNullable(Columns.nullableText(row, "redaction")).map(DeskMessage.Redaction::valueOf),
                Optional.ofNullable(Columns.nullableText(row, "delivery")).map(DeskMessage.Delivery::valueOf),
                Optional.ofNullable(Columns.nullableText(row, "failure")).map(DeliveryFailure::valueOf));
    }

    private SafeText words(Row row, DeskMessage.Author author) throws SQLException {
        String text = row.getString("text");
        if (author != DeskMessage.Author.CUSTOMER) {
            return texts.read(row.getInt("origin"), text);
        }
        String detail = Columns.nullableText(row, "detail");
        JsonNode node = detail == null ? Json.object() : Json.read(detail);
        return Summary.of(contents.read(ContentCodec.Kind.valueOf(row.getString("kind")), text, node));
    }

    @Override
    public List<ConversationNumber> queue(Tx tx, Set<Language> languages, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(DeskSql.NEXT)
                .bind("limit", QUEUE_HORIZON)
                .map(row -> languages.contains(Language.valueOf(row.getString("language")))
                        ? Optional.of(new ConversationNumber(row.getLong("id")))
                        : Optional.<ConversationNumber>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }
}
