package md.portar.core.store;

import java.util.regex.Pattern;

/** SHA-256 of a random token, in hexadecimal: enough for values nobody can guess, and useless to who reads the table. */
public record SecretHash(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a hash (length " + value.length() + ")");
        }
    }

    @Override
    public String toString() {
        return "SecretHash[…]";
    }
}
