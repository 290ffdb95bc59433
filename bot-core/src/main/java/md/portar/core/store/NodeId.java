package md.portar.core.store;

import java.util.regex.Pattern;

/** Names a running process among those that share a store; new at every start. */
public record NodeId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9-]{1,40}");

    public NodeId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a node id (length " + value.length() + ")");
        }
    }
}
