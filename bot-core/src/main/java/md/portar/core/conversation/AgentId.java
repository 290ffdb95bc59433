package md.portar.core.conversation;

import java.util.regex.Pattern;

/** An agent's sign-in name: lower-case letters, digits, dot, dash. */
public record AgentId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9.-]{1,31}");

    public AgentId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not an agent id (length " + value.length() + ")");
        }
    }
}
