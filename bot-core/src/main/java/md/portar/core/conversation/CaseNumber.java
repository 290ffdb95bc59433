package md.portar.core.conversation;

import java.util.regex.Pattern;

/** The number of a case opened elsewhere: {@code C-10482} or 5 to 10 digits, in upper case. */
public record CaseNumber(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{1,4}-?[0-9]{3,10}|[0-9]{5,10}");

    public CaseNumber {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number (length " + value.length() + ")");
        }
    }
}
