package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.message.Language;

/** Hand-off episodes, from queueing to closing; a conversation has at most one open. */
public interface Tickets {
    /** Opens an episode; one that is already open only rises in priority. */
    void open(Tx tx, ConversationNumber conversation, Effect.OpenTicket ticket, Instant now);

    void claimed(Tx tx, ConversationNumber conversation, AgentId agent, Instant now);

    /** Back in the queue, with its old place. */
    void returned(Tx tx, ConversationNumber conversation, Instant now);

    void cancelled(Tx tx, ConversationNumber conversation, Instant now);

    void resolved(Tx tx, ConversationNumber conversation, EpisodeOutcome outcome, Instant now);

    /** Keeps the rating of the last closed episode; a second one changes nothing. */
    boolean rate(Tx tx, ConversationNumber conversation, int stars);

    Optional<Ticket> current(Tx tx, ConversationNumber conversation);

    /** Takes live figures for what a player may be told about waiting. */
    Figures figures(
            Tx tx, Optional<ConversationNumber> conversation, Language language, Priority priority, Instant now);

    /** An open episode. */
    record Ticket(long id, Priority priority, Language language, Instant enqueuedAt) {}

    /**
     * @param ahead how many wait before him
     * @param recentClaims claims in this language in the last half hour
     * @param recentWaits the last waits in this language within a day, newest first, at most ten
     * @param staffed languages of agents who are connected now
     */
    record Figures(int ahead, int recentClaims, List<Duration> recentWaits, Set<Language> staffed) {
        public Figures {
            recentWaits = List.copyOf(recentWaits);
            staffed = Set.copyOf(staffed);
        }
    }
}
