package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.UntrustedText;

/**
 * What agents do, each call in one transaction. Blocking; thread-safe; the store decides races, so that several nodes may
 * share it.
 */
public interface HandoffDesk {
    /** One page of a view, longest waiting first; {@code after} is the last number of the page before. */
    List<DeskRow> list(DeskView view, AgentId me, Optional<ConversationNumber> after, int limit);

    /** How many conversations wait, and how many are mine. */
    DeskCounts counts(AgentId me);

    /** A conversation with its messages before {@code beforeSeq} (or the newest), oldest first. */
    Optional<DeskThread> thread(ConversationNumber number, Optional<Long> beforeSeq, int limit);

    /** Takes a waiting conversation; exactly one of several agents wins. */
    ClaimResult claim(ConversationNumber number, AgentId me);

    /** Takes the first waiting conversation in one of the agent's languages. */
    Optional<ConversationNumber> claimNext(AgentId me);

    /** Sends an agent's words to the player, once per client message id. The guard looks at them first. */
    SendResult send(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words);

    /**
     * Sends an approved template to the player, once per client message id, whether or not the reply window is open. The guard
     * looks at every field and at the whole.
     */
    SendResult sendTemplate(ConversationNumber number, AgentId me, ClientMessageId id, TemplateDraft draft);

    /**
     * Sends once more what an agent wrote and what failed or may not have arrived; again the same answer while it is on its way.
     *
     * @param seq the message's place in the conversation
     */
    SendResult sendAgain(ConversationNumber number, AgentId me, long seq);

    /** Keeps an internal note, which no channel ever sees. */
    SendResult note(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words);

    /** Gives it back to the queue, at its old place. */
    ClaimResult release(ConversationNumber number, AgentId me);

    /** Ends the episode; the player is told and the bot answers again. */
    ClaimResult resolve(ConversationNumber number, AgentId me, EpisodeOutcome outcome);

    /** Changes after the given event number, oldest first, at most {@code limit}. */
    List<DeskEvent> eventsAfter(long eventNumber, int limit);

    /** The newest event number. */
    long lastEvent();

    /** Calls back (on some thread, quickly) when there may be new events. Close the registration to stop. */
    AutoCloseable onChange(Consumer<Long> listener);

    /** Marks an agent as connected until the given time. */
    void present(AgentId agent, Instant until);
}
