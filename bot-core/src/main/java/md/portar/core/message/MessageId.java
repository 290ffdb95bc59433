package md.portar.core.message;

/** Our own number of a recorded message, increasing within the store. */
public record MessageId(long value) {
    public MessageId {
        if (value <= 0) {
            throw new IllegalArgumentException("a message id is positive");
        }
    }
}
