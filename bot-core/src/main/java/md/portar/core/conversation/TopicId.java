package md.portar.core.conversation;

import java.util.regex.Pattern;

/** A FAQ topic such as {@code withdrawal-delayed}, or a pseudo-topic such as {@code HUMAN}. */
public record TopicId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,47}");

    public TopicId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a topic id (length " + value.length() + ")");
        }
    }
}
