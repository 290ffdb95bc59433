package md.portar.core.store.jdbc;

import java.time.Instant;
import java.util.List;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.store.DeskEvents;
import md.portar.core.store.Tx;

/** The list of changes. */
final class JdbcDeskEvents implements DeskEvents {
    private static final String APPEND = """
            INSERT INTO desk_event (conversation_id, kind, at) VALUES (:conversation, :kind, :at)
            """;

    private static final String AFTER = """
            SELECT id, conversation_id, kind FROM desk_event WHERE id > :number ORDER BY id LIMIT :limit
            """;

    private static final String LAST = """
            SELECT COALESCE(MAX(id), 0) FROM desk_event
            """;

    private static final String FORGET = """
            DELETE FROM desk_event WHERE at < :before AND id < (SELECT MAX(id) FROM desk_event)
            """;

    @Override
    public void append(Tx tx, ConversationNumber conversation, DeskEvent.Kind kind, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(APPEND)
                .bind("conversation", conversation.value())
                .bind("kind", kind.name())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<DeskEvent> after(Tx tx, long number, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(AFTER)
                .bind("number", number)
                .bind("limit", limit)
                .map((row, ctx) -> new DeskEvent(
                        row.getLong("id"),
                        new ConversationNumber(row.getLong("conversation_id")),
                        DeskEvent.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    @Override
    public long last(Tx tx) {
        return JdbcTx.handle(tx).createQuery(LAST).mapTo(Long.class).one();
    }

    @Override
    public int forget(Tx tx, Instant olderThan) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
