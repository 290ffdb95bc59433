package md.portar.core.conversation;

import md.portar.core.message.ConversationKey;

/**
 * One person on one channel account, as the bot sees it before a turn.
 *
 * @param state who answers
 * @param epoch grows with every change of {@code state}; an outbound bot message carries the epoch it was made in and is
 *     discarded when the conversation has moved on
 * @param memory what the bot remembers
 */
public record Conversation(ConversationKey key, ConversationState state, long epoch, ConversationMemory memory) {
    public static Conversation fresh(ConversationKey key) {
        return new Conversation(key, new ConversationState.WithBot(), 0, ConversationMemory.EMPTY);
    }

    public Conversation withMemory(ConversationMemory changed) {
        return new Conversation(key, state, epoch, changed);
    }

    /** The same conversation in another state, in a new epoch. */
    public Conversation withState(ConversationState changed) {
        return new Conversation(key, changed, epoch + 1, memory);
    }
}
