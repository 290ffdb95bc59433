package md.portar.core.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.WaitBand;
import md.portar.core.store.QueueNotices;
import md.portar.core.store.Tx;

/** Notices to those who wait. */
final class JdbcQueueNotices implements QueueNotices {
    private static final String DUE = """
            SELECT e.conversation_id, e.id, COALESCE(n.given, 0) AS given, COALESCE(n.place, 0) AS place,
                   COALESCE(n.wait, 'UNKNOWN') AS wait
              FROM episode e
              JOIN conversation c ON c.id = e.conversation_id AND c.state = 'QUEUED'
              LEFT JOIN queue_notice n ON n.episode_id = e.id
             WHERE e.closed_at IS NULL AND e.priority > 0
               AND COALESCE(n.given, 0) = :given AND c.state_since <= :since
             ORDER BY c.state_since, e.id LIMIT :limit
            """;

    private static final String FIRST = """
            INSERT INTO queue_notice (episode_id, given, place, wait) VALUES (:episode, 1, :place, :wait)
            ON CONFLICT (episode_id) DO NOTHING
            """;

    private static final String NEXT = """
            UPDATE queue_notice SET given = given + 1, place = :place, wait = :wait
             WHERE episode_id = :episode AND given = :given
            """;

    @Override
    public List<Due> due(Tx tx, List<Instant> since, int limit) {
        List<Due> due = new ArrayList<>();
        for (int given = 0; given < since.size(); given++) {
            due.addAll(JdbcTx.handle(tx)
                    .createQuery(DUE)
                    .bind("given", given)
                    .bind("since", since.get(given).toEpochMilli())
                    .bind("limit", limit)
                    .map(row -> new Due(
                            new ConversationNumber(row.getLong("conversation_id")),
                            row.getLong("id"),
                            row.getInt("given"),
                            row.getInt("place"),
                            WaitBand.valueOf(row.getString("wait"))))
                    .list());
        }
        return due;
    }

    @Override
    public boolean given(Tx tx, Due due, int place, WaitBand band) {
        String statement = due.given() == 0 ? FIRST : NEXT;
        var update = JdbcTx.handle(tx)
                .createUpdate(statement)
                .bind("episode", due.episode())
                .bind("place", place)
                .bind("wait", band.name());
        return (due.given() == 0 ? update : update.bind("given", due.given())).execute() > 0;
    }
}
