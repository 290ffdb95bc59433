package md.portar.core.guard;

import java.util.Set;

/**
 * The guard's opinion of words that an agent, a canned reply or a catalogue wants to send.
 *
 * @param screening the words with any secret replaced
 * @param asksFor kinds of secrets that the words ask the player for; must be empty to be sent
 */
public record OutgoingReview(Screening screening, Set<SecretKind> asksFor) {
    public OutgoingReview {
        asksFor = Set.copyOf(asksFor);
    }

    /** Whether the words may leave: no secret inside and none asked for. */
    public boolean sendable() {
        return !screening.blocked() && asksFor.isEmpty();
    }
}
