package md.portar.core.message;

import java.util.regex.Pattern;

/** A platform's own id of a message. Opaque: never parsed, never split; unique only within its conversation. */
public record PlatformMessageId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:=+/$-]{1,160}");

    public PlatformMessageId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a platform message id (length " + value.length() + ")");
        }
    }
}
