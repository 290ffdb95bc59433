package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.Conversation;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/** Conversations as rows: identity, state, memory, leases and the reply window's clock. */
public interface Conversations {
    /** The number of a conversation, which is made when it is new. */
    ConversationNumber open(Tx tx, ConversationKey key, Instant now);

    Optional<ConversationNumber> number(Tx tx, ConversationKey key);

    Optional<StoredConversation> find(Tx tx, ConversationNumber number);

    /** Several at once, by their numbers. */
    Map<ConversationNumber, StoredConversation> findAll(Tx tx, Collection<ConversationNumber> numbers);

    /**
     * Claims conversations that have something to handle, longest waiting first, one lease each. What is claimed by somebody
     * else is passed over; an empty answer is normal.
     *
     * @param burst how long to wait for more messages after the first one
     */
    List<StoredConversation> claim(Tx tx, Lease lease, Instant now, Duration burst, int limit);

    /**
     * Saves state and memory after a turn and gives the lease back.
     *
     * @return false when the lease was lost or the conversation has moved on; then nothing was changed
     */
    boolean saveTurn(Tx tx, StoredConversation before, Conversation after, Instant now);

    /** Gives a lease back without a result, if it is still held. */
    void release(Tx tx, StoredConversation claimed, Instant now);

    /** Gives back all leases; only at the start of a single node. */
    int releaseAll(Tx tx);

    /** Gives back what was claimed under this very lease, for one whose claiming got no answer; returns how many. */
    int forgo(Tx tx, Lease lease);

    /** Offers at once what waits since a time that has not come yet, as after a clock that went wrong; returns how many. */
    int hasten(Tx tx, Instant now);

    /**
     * Changes state and memory outside a turn, when the epoch is still the one that was read.
     *
     * @return false when somebody else was faster; then nothing was changed
     */
    boolean change(Tx tx, StoredConversation before, Conversation after, Instant now);

    /** Notes a message from the person: the reply window, the list's preview, and that he can be reached. */
    void heard(Tx tx, ConversationNumber number, Heard heard, Instant now);

    /** Notes that we said something. */
    void said(Tx tx, ConversationNumber number, SafeText preview, boolean byAgent, Instant now);

    /** Notes when the last message left, for the pace of the next one. */
    void sent(Tx tx, ConversationNumber number, Instant at);

    void setReachable(Tx tx, ConversationNumber number, boolean reachable);

    /** Raises the version, so that consoles look again. */
    void touch(Tx tx, ConversationNumber number);

    /**
     * What a person's message changes.
     *
     * @param sentAt by the platform's clock
     * @param name what the messenger shows, when it was told
     * @param hint the messenger's language, when it was told
     * @param content shown as one line in lists
     */
    record Heard(
            Instant sentAt,
            @Nullable SafeText name,
            @Nullable Language hint,
            Content<ScreenedText> content) {}
}
