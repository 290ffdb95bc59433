package md.portar.core.message;

import java.util.regex.Pattern;

/** The operator's name for one of his accounts on a channel, as written in the configuration. */
public record ChannelAccount(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public ChannelAccount {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a channel account (length " + value.length() + ")");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
