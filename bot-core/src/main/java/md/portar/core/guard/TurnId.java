package md.portar.core.guard;

import java.util.regex.Pattern;

/** Names one message inside a conversation's context, so that an earlier one can be named for redaction. */
public record TurnId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:=+/-]{1,160}");

    public TurnId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a turn id (length " + value.length() + ")");
        }
    }
}
