package md.portar.core.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import md.portar.core.guard.Finding;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * A person's message after the guard: the only form in which it is kept, routed and shown.
 *
 * @param findings the secrets that were stopped, over all its texts
 * @param withheld whether nothing of the main text was kept
 * @param edit whether it replaces an earlier message with the same platform id
 */
public record ScreenedMessage(
        EventKey key,
        ConversationKey conversation,
        PlatformMessageId id,
        Instant sentAt,
        Sender<ScreenedText> sender,
        Content<ScreenedText> content,
        @Nullable ScreenedText quoted,
        List<Finding> findings,
        boolean withheld,
        boolean edit) {
    public ScreenedMessage {
        findings = List.copyOf(findings);
    }

    public boolean blocked() {
        return !findings.isEmpty();
    }

    /** The kinds of secrets that were stopped, in their natural order. */
    public Set<SecretKind> secretKinds() {
        Set<SecretKind> kinds = new TreeSet<>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }
}
