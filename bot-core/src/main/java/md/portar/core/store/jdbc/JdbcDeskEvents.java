package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.store.DeskEvents;
import md.portar.core.store.Tx;

/** The list of changes. With one writer the row's id is its place; with several it is given after the commit. */
final class JdbcDeskEvents implements DeskEvents {
    private static final String APPEND = """
            INSERT INTO desk_event (conversation_id, kind, at)
            SELECT CAST(value ->> 0 AS BIGINT), value ->> 1, CAST(value ->> 2 AS BIGINT) FROM <changes>
            """;

    private static final String HAS_NEW = """
            SELECT COUNT(*) FROM (SELECT id FROM desk_event WHERE number IS NULL LIMIT 1) one
            """;

    /** One node at a time; the next statement sees what was committed until then. */
    private static final String HOLD = """
            UPDATE desk_event_count SET last = last WHERE id = 1 RETURNING last
            """;

    private static final String PUBLISH = """
            UPDATE desk_event SET number = :last + fresh.place
              FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM desk_event WHERE number IS NULL) fresh
             WHERE desk_event.id = fresh.id
            """;

    private static final String COUNT = """
            UPDATE desk_event_count SET last = last + :published WHERE id = 1
            """;

    private static final String AFTER = """
            SELECT <place> AS place, conversation_id, kind FROM desk_event WHERE <place> > :number
             ORDER BY <place> LIMIT :limit
            """;

    private static final String LAST = """
            SELECT COALESCE(MAX(<place>), 0) FROM desk_event
            """;

    private static final String FORGET = """
            DELETE FROM desk_event WHERE at < :before AND <place> < (SELECT MAX(<place>) FROM desk_event)
            """;

    private final boolean oneWriter;
    private final String place;

    JdbcDeskEvents(SqlDialect dialect) {
        this.oneWriter = dialect.singleNode();
        this.place = oneWriter ? "id" : "number";
    }

    @Override
    public void append(Tx tx, ConversationNumber conversation, DeskEvent.Kind kind, Instant now) {
        JdbcTx.noteChange(tx, new DeskChange(conversation.value(), kind), now);
    }

    /** Writes what the units of a transaction noted, each change once. */
    static void write(Handle handle, SqlDialect dialect, Map<DeskChange, Instant> changes) {
        ArrayNode rows = Json.array();
        changes.forEach((change, at) -> rows.addArray()
                .add(change.conversation())
                .add(change.kind().name())
                .add(at.toEpochMilli()));
        handle.createUpdate(APPEND)
                .define("changes", dialect.arrays("changes"))
                .bind("changes", Json.write(rows))
                .execute();
    }

    @Override
    public int publish(Tx tx) {
        Handle handle = JdbcTx.handle(tx);
        if (oneWriter || handle.createQuery(HAS_NEW).mapTo(Integer.class).one() == 0) {
            return 0;
        }
        long last = handle.createQuery(HOLD).mapTo(Long.class).one();
        int published = handle.createUpdate(PUBLISH).bind("last", last).execute();
        handle.createUpdate(COUNT).bind("published", published).execute();
        return published;
    }

    @Override
    public List<DeskEvent> after(Tx tx, long number, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(AFTER)
                .define("place", place)
                .bind("number", number)
                .bind("limit", limit)
                .map(row -> new DeskEvent(
                        row.getLong("place"),
                        new ConversationNumber(row.getLong("conversation_id")),
                        DeskEvent.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    @Override
    public long last(Tx tx) {
        return JdbcTx.handle(tx)
                .createQuery(LAST)
                .define("place", place)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public int forget(Tx tx, Instant olderThan) {
        return JdbcTx.handle(tx)
                .createUpdate(FORGET)
                .define("place", place)
                .bind("before", olderThan.toEpochMilli())
                .execute();
    }
}
