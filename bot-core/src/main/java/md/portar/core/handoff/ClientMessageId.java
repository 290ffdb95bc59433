package md.portar.core.handoff;

import java.util.regex.Pattern;

/** Made by the composer when a draft starts, so that a double click sends once. */
public record ClientMessageId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9-]{8,64}");

    public ClientMessageId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a client message id (length " + value.length() + ")");
        }
    }
}
