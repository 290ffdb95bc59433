package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.EventKey;
import md.portar.core.message.ScreenedMessage;

/** What has arrived and is not handled yet. */
public interface Inbox {
    /** Keeps the key of an event; false when it was already there, which means a redelivery. */
    boolean isFresh(Tx tx, ChannelId channel, ChannelAccount account, EventKey key, Instant now);

    /** Keeps a message in the log and as work to do. */
    void record(Tx tx, ConversationNumber conversation, ScreenedMessage message, Instant now);

    /**
     * Replaces the words of an earlier message. One that was not handled yet is handled with its new words only; for one that
     * was, the edit is work of its own. An edit of an unknown message is kept as a message.
     */
    void recordEdit(Tx tx, ConversationNumber conversation, ScreenedMessage message, Instant now);

    /** Keeps something that happened, in order with the messages. */
    void recordSignal(Tx tx, ConversationNumber conversation, InboxItem.Kind kind, Instant at, Instant now);

    /** The oldest unhandled items of a conversation, in the order recorded. */
    default List<InboxItem> pending(Tx tx, ConversationNumber conversation, int limit) {
        return pending(tx, List.of(conversation), limit).getOrDefault(conversation, List.of());
    }

    /** The same for several conversations at once, at most so many of each; one without any may be absent. */
    Map<ConversationNumber, List<InboxItem>> pending(Tx tx, List<ConversationNumber> conversations, int limit);

    /** Takes handled items away. */
    void settle(Tx tx, List<InboxItem> items);

    /** Forgets so many event keys older than the given time, the oldest first; returns how many. */
    int forgetKeys(Tx tx, Instant olderThan, int limit);
}
