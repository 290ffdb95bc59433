package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.MessageId;

/**
 * What has to leave, first in first out per conversation. Only the first item of a conversation can be claimed, so that a
 * later one never overtakes it, whatever happens to its attempts.
 */
public interface Outbox {
    /**
     * Adds to the end of a conversation's line.
     *
     * @param gap least time since the last message that left to this conversation
     */
    void enqueue(Tx tx, ConversationNumber conversation, OutboxEntry entry, Instant now, Duration gap);

    /** Adds to the end of a conversation's line something that leaves at the given time at the earliest, if it is first. */
    void enqueueAt(Tx tx, ConversationNumber conversation, OutboxEntry entry, Instant now, Instant earliest);

    /** Ends an item and puts others in its place, before whatever waits behind it; false when the claim was lost. */
    boolean replace(Tx tx, OutboxItem item, List<OutboxEntry> by, Instant now);

    /** Claims due items of one account, most overdue first. */
    List<OutboxItem> claim(Tx tx, ChannelId channel, ChannelAccount account, Lease lease, Instant now, int limit);

    /**
     * Claims due items that were enqueued after the given time, so that after an outage a new question need not wait until
     * everything older has left.
     */
    List<OutboxItem> claimRecent(
            Tx tx,
            ChannelId channel,
            ChannelAccount account,
            Lease lease,
            Instant enqueuedAfter,
            Instant now,
            int limit);

    /** When the next item of an account is due; empty when nothing waits. */
    Optional<Instant> nextDue(Tx tx, ChannelId channel, ChannelAccount account);

    /**
     * Ends an item and makes the next of its conversation due after the given pause.
     *
     * @return false when the claim was lost, so that somebody else decides about it
     */
    boolean done(Tx tx, OutboxItem item, Instant now, Duration pause);

    /** Puts an item back for a later attempt; false when the claim was lost. */
    boolean retry(Tx tx, OutboxItem item, Instant at, boolean uncertain);

    /** Puts an item back after a failure of its own; false when the claim was lost. */
    boolean retryFailed(Tx tx, OutboxItem item, Instant at);

    /**
     * Takes an item out of its conversation's line for a later attempt and puts others in its place, so that what waits behind
     * it can leave; false when the claim was lost. It comes back without its follow-up.
     */
    boolean setAside(Tx tx, OutboxItem item, Instant at, List<OutboxEntry> by, Instant now);

    /** Puts an item back that was not tried; false when the claim was lost. It was claimed nevertheless: numbers only grow. */
    boolean unclaim(Tx tx, OutboxItem item, Instant at);

    /**
     * Keeps an item as undeliverable, together with the parts of its message that still wait, and makes the next due; false
     * when the claim was lost.
     */
    boolean bury(Tx tx, OutboxItem item, DeliveryFailure cause, int platformCode, Instant now);

    /**
     * Buries the words that still wait in a conversation and drops everything else; returns the messages that will not be
     * complete.
     */
    List<MessageId> abandon(Tx tx, ConversationNumber conversation, DeliveryFailure cause, Instant now);

    /** Puts back what was claimed under this very lease and not sent, for one whose claiming got no answer; returns how many. */
    int forgo(Tx tx, Lease lease, Instant now);

    /** Moves everything that waits for a time after now by as much as the clock was set; returns how many. */
    int shift(Tx tx, Duration by, Instant now);

    /** Makes due what would be due after a time that is too far away to be meant; returns how many. */
    int hasten(Tx tx, Instant beyond, Instant now);

    /** Items whose sender disappeared: claimed, and the claim is over, or any claim when {@code all}. In lease time. */
    List<OutboxItem> orphans(Tx tx, Instant now, boolean all, int limit);
}
