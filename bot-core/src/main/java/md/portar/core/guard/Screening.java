package md.portar.core.guard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the guard decided about one text.
 *
 * @param text what may be kept: the text itself, the text with markers, or only a marker when the borders are unsure
 * @param findings what was found; empty means nothing was stopped
 * @param whole whether the entire text was withheld rather than a span of it
 * @param after the conversation's context once this text has been heard
 * @param earlier earlier turns that turn out to hold a part of a secret and must be redacted too
 */
public record Screening(
        ScreenedText text, List<Finding> findings, boolean whole, ConversationContext after, List<TurnId> earlier) {
    public Screening {
        findings = List.copyOf(findings);
        earlier = List.copyOf(earlier);
    }

    public boolean blocked() {
        return !findings.isEmpty();
    }

    /** The kinds found, in their natural order. */
    public Set<SecretKind> kinds() {
        Set<SecretKind> kinds = new TreeSet<>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }
}
