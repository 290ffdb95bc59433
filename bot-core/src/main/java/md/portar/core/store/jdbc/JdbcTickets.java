package md.portar.core.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.message.Language;
import md.portar.core.store.Tickets;
import md.portar.core.store.Tx;

/** Episodes. */
final class JdbcTickets implements Tickets {
    private static final Duration CLAIM_RATE_OVER = Duration.ofMinutes(30);
    private static final Duration WAITS_OVER = Duration.ofHours(24);

    @Override
    public void open(Tx tx, ConversationNumber conversation, Effect.OpenTicket ticket, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        handle.createUpdate(TicketSql.OPEN)
                .bind("conversation", conversation.value())
                .bind("reason", ticket.reason().name())
                .bind("priority", Columns.rank(ticket.priority()))
                .bind("language", ticket.language().name())
                .bind("topic", ticket.topic() == null ? null : ticket.topic().value())
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate(TicketSql.REASON)
                .bind("conversation", conversation.value())
                .bind("reason", ticket.reason().name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void claimed(Tx tx, ConversationNumber conversation, AgentId agent, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(TicketSql.CLAIMED)
                .bind("conversation", conversation.value())
                .bind("agent", agent.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void returned(Tx tx, ConversationNumber conversation, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(TicketSql.RETURNED)
                .bind("conversation", conversation.value())
                .execute();
    }

    @Override
    public void cancelled(Tx tx, ConversationNumber conversation, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(TicketSql.CANCELLED)
                .bind("conversation", conversation.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void resolved(Tx tx, ConversationNumber conversation, EpisodeOutcome outcome, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(TicketSql.RESOLVED)
                .bind("conversation", conversation.value())
                .bind("outcome", outcome.name())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public boolean rate(Tx tx, ConversationNumber conversation, int stars) {
        return JdbcTx.handle(tx)
                        .createUpdate(TicketSql.RATE)
                        .bind("conversation", conversation.value())
                        .bind("stars", stars)
                        .execute()
                > 0;
    }

    @Override
    public Optional<Ticket> current(Tx tx, ConversationNumber conversation) {
        return JdbcTx.handle(tx)
                .createQuery(TicketSql.CURRENT)
                .bind("conversation", conversation.value())
                .map(row -> new Ticket(
                        row.getLong("id"),
                        Columns.priority(row.getInt("priority")),
                        Language.valueOf(row.getString("language")),
                        Columns.instant(row, "enqueued_at")))
                .findOne();
    }

    @Override
    public Figures figures(
            Tx tx, Optional<ConversationNumber> conversation, Language language, Priority priority, Instant now) {
        Handle handle = JdbcTx.handle(tx);
        int ahead = handle.createQuery(TicketSql.AHEAD)
                .bind(
                        "conversation",
                        conversation.map(ConversationNumber::value).orElse(0L))
                .bind("language", language.name())
                .bind("priority", Columns.rank(priority))
                .mapTo(Integer.class)
                .one();
        int claims = handle.createQuery(TicketSql.RECENT_CLAIMS)
                .bind("language", language.name())
                .bind("since", now.minus(CLAIM_RATE_OVER).toEpochMilli())
                .mapTo(Integer.class)
                .one();
        List<Duration> waits = handle.createQuery(TicketSql.RECENT_WAITS)
                .bind("language", language.name())
                .bind("since", now.minus(WAITS_OVER).toEpochMilli())
                .map(row -> Duration.ofMillis(row.getLong("wait")))
                .list();
        return new Figures(ahead, claims, waits, staffed(handle, now));
    }

    private static Set<Language> staffed(Handle handle, Instant now) {
        Set<Language> staffed = EnumSet.noneOf(Language.class);
        handle.createQuery(TicketSql.STAFFED)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .forEach(languages -> staffed.addAll(JdbcAgents.languages(languages)));
        return staffed;
    }
}
