package md.portar.core.store;

import java.util.regex.Pattern;

/** A password's slow hash with its own parameters and salt, in the usual encoded form. */
public record PasswordHash(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("\\$[a-z0-9]{2,12}\\$[A-Za-z0-9+/=,.$-]{20,400}");

    public PasswordHash {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a password hash (length " + value.length() + ")");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
