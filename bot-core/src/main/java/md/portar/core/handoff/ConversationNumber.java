package md.portar.core.handoff;

/** The number under which agents see a conversation; our own, never a platform's id. */
public record ConversationNumber(long value) {
    public ConversationNumber {
        if (value <= 0) {
            throw new IllegalArgumentException("a conversation number is positive");
        }
    }
}
