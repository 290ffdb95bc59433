package md.portar.core.message;

import java.util.regex.Pattern;

/**
 * The key by which a redelivered event is recognised, unique within (channel, account). Built by the adapter from what the
 * platform repeats on redelivery: {@code update_id}, {@code MessageSid}, {@code mid}.
 */
public record EventKey(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:=+/$-]{1,240}");

    public EventKey {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not an event key (length " + value.length() + ")");
        }
    }
}
