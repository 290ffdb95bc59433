package md.portar.core.guard;

import java.util.regex.Pattern;

/**
 * One secret that was found. Holds no content.
 *
 * @param kind what it is
 * @param rule id of the rule that decided, such as {@code pin.keyword-number}
 * @param position offset in the text as received, in UTF-16 units; 0 when the whole message is withheld
 * @param length length in the text as received; never printed to a person, as it says something about the secret
 */
public record Finding(SecretKind kind, String rule, int position, int length) {
    private static final Pattern RULE = Pattern.compile("[a-z0-9.-]{1,64}");

    public Finding {
        if (!RULE.matcher(rule).matches()) {
            throw new IllegalArgumentException("not a rule id");
        }
    }
}
