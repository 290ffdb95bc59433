package md.portar.core.conversation;

import java.util.regex.Pattern;

/** A player's account number at the operator: 4 to 12 digits, optionally with a short letter prefix. Personal data. */
public record AccountId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{0,3}[0-9]{4,12}");

    public AccountId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account id (length " + value.length() + ")");
        }
    }

    @Override
    public String toString() {
        return "AccountId[" + value.length() + " chars]";
    }
}
