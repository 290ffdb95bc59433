package md.portar.core.faq;

import md.portar.core.message.Language;

/**
 * A labelled message to learn from or to score with.
 *
 * @param label the topic or intent; {@link #NONE} for a message that none of them answers
 */
public record Example(String text, String label, Language language) {
    /** The label of messages that nothing answers. */
    public static final String NONE = "OOS";

    public boolean isNone() {
        return label.equals(NONE);
    }
}
