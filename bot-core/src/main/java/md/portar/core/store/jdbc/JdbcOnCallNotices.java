package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** Notices for those on call. */
final class JdbcOnCallNotices implements OnCallNotices {
    /** No rule puts a notice off for longer. */
    private static final Duration HORIZON = Duration.ofMinutes(20);

    private final SqlDialect dialect;

    JdbcOnCallNotices(SqlDialect dialect) {
        this.dialect = dialect;
    }

    /** Where a notice stands. */
    private enum State {
        OPEN,
        SENDING,
        TOLD,
        GIVEN_UP
    }

    @Override
    public boolean add(
            Tx tx, ConversationNumber conversation, SafetyConcern concern, Language language, UUID key, Instant now) {
        return JdbcTx.handle(tx)
                        .createUpdate(OnCallSql.ADD)
                        .bind("conversation", conversation.value())
                        .bind("concern", concern.name())
                        .bind("key", key.toString())
                        .bind("language", language.name())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    @Override
    public Optional<Taken> take(Tx tx, Instant now, Duration hold) {
        Handle handle = JdbcTx.handle(tx);
        Optional<String> due = handle.createQuery(OnCallSql.DUE)
                .define("skip", dialect.skipLocked())
                .bind("now", now.toEpochMilli())
                .bind("beyond", now.plus(HORIZON).toEpochMilli())
                .mapTo(String.class)
                .findOne();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        handle.createUpdate(OnCallSql.TAKE)
                .bind("key", due.get())
                .bind("until", now.plus(hold).toEpochMilli())
                .execute();
        return handle.createQuery(OnCallSql.NOTICE)
                .bind("key", due.get())
                .map(row -> new Taken(notice(row), row.getInt("attempts")))
                .findOne();
    }

    private static OnCallNotice notice(Row row) throws SQLException {
        return new OnCallNotice(
                UUID.fromString(row.getString("notice_key")),
                SafetyConcern.valueOf(row.getString("concern")),
                new ChannelId(row.getString("channel")),
                new ConversationNumber(row.getLong("conversation_id")),
                Language.valueOf(row.getString("language")),
                Columns.instant(row, "created_at"));
    }

    @Override
    public boolean told(Tx tx, Taken taken, Instant now) {
        return settle(tx, taken, State.TOLD, null, null, now);
    }

    @Override
    public boolean later(Tx tx, Taken taken, OnCallReceiver.Attempt attempt, Instant at) {
        return settle(tx, taken, State.OPEN, attempt, at, null);
    }

    @Override
    public boolean giveUp(Tx tx, Taken taken, OnCallReceiver.Attempt attempt, Instant now) {
        return settle(tx, taken, State.GIVEN_UP, attempt, null, now);
    }

    private static boolean settle(
            Tx tx,
            Taken taken,
            State state,
            OnCallReceiver.@Nullable Attempt attempt,
            @Nullable Instant next,
            @Nullable Instant settled) {
        return JdbcTx.handle(tx)
                        .createUpdate(OnCallSql.SETTLE)
                        .bind("key", taken.notice().key().toString())
                        .bind("attempts", taken.attempts())
                        .bind("state", state.name())
                        .bind("next", Columns.millis(next))
                        .bind("settled", Columns.millis(settled))
                        .bind(
                                "result",
                                attempt == null ? null : attempt.result().name())
                        .bind("status", attempt == null ? null : (Integer) attempt.status())
                        .execute()
                > 0;
    }

    @Override
    public int hasten(Tx tx, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(OnCallSql.HASTEN)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public Standing standing(Tx tx, Instant since) {
        return JdbcTx.handle(tx)
                .createQuery(OnCallSql.STANDING)
                .bind("since", since.toEpochMilli())
                .map(row -> new Standing(
                        row.getInt("waiting"),
                        Optional.ofNullable(Columns.nullableInstant(row, "oldest")),
                        row.getInt("given_up")))
                .one();
    }

    @Override
    public List<Untold> untold(Tx tx, int limit) {
        return JdbcTx.handle(tx)
                .createQuery(OnCallSql.UNTOLD)
                .bind("limit", limit)
                .map(row -> new Untold(
                        notice(row),
                        row.getInt("attempts"),
                        State.valueOf(row.getString("state")) == State.GIVEN_UP,
                        attempt(row)))
                .list();
    }

    private static Optional<OnCallReceiver.Attempt> attempt(Row row) throws SQLException {
        String result = Columns.nullableText(row, "result");
        return result == null
                ? Optional.empty()
                : Optional.of(new OnCallReceiver.Attempt(OnCallReceiver.Result.valueOf(result), row.getInt("status")));
    }

    @Override
    public int forget(Tx tx, Instant before) {
        return JdbcTx.handle(tx)
                .createUpdate(OnCallSql.FORGET)
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
