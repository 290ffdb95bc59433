package md.portar.core.guard;

import java.time.Instant;

/**
 * What the guard remembers of a conversation: topics and expectations, and digit fragments of a card being typed in parts.
 * Immutable, held in memory only, forgotten after about ten minutes or six turns. Prints nothing of its content.
 */
public final class ConversationContext {
    private static final ConversationContext EMPTY = new ConversationContext();

    private ConversationContext() {}

    /** Nothing is known: a new conversation, or one that moved here. */
    public static ConversationContext empty() {
        return EMPTY;
    }

    /** The context once the bot or an agent has said something, and what kind of answer that asks for. */
    public ConversationContext afterOutgoing(SafeText text, Expectation expectation, Instant at) {
        return this;
    }

    @Override
    public String toString() {
        return "ConversationContext[…]";
    }
}
