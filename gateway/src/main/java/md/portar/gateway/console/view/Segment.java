package md.portar.gateway.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.guard.SafeText;

/**
 * A piece of a message: words, or a marker that the guard left in place of a secret.
 *
 * @param marker whether it stands for something hidden; its width never follows the length of what was hidden
 */
public record Segment(String text, boolean marker) {
    private static final Pattern MARKER = Pattern.compile("⟦([^⟦⟧\\n]{1,40})⟧");

    /** Splits a text at its markers. */
    public static List<Segment> of(SafeText text) {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = MARKER.matcher(text.value());
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                segments.add(new Segment(text.value().substring(from, matcher.start()), false));
            }
            segments.add(new Segment(matcher.group(1), true));
            from = matcher.end();
        }
        if (from < text.value().length()) {
            segments.add(new Segment(text.value().substring(from), false));
        }
        return segments;
    }
}
