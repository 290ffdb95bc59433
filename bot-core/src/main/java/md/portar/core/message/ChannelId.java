package md.portar.core.message;

import java.util.regex.Pattern;

/** Names a channel, such as {@code telegram}. Safe to log and to use as a metric label. */
public record ChannelId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public ChannelId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a channel id (length " + value.length() + ")");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
