package md.portar.core.channel;

import java.util.regex.Pattern;

/** The operator's name for an approved template; the adapter's settings map it to the platform's id. */
public record TemplateName(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");

    public TemplateName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a template name (length " + value.length() + ")");
        }
    }
}
