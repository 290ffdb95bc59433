package md.portar.core.guard;

import java.util.List;
import java.util.Set;

/**
 * What the guard says about one message, in the form that is measured.
 *
 * @param blocked whether something was stopped, or, for a bot's or agent's message, whether it must not be sent
 * @param kinds kinds found or asked for, in their natural order
 * @param rules ids of the rules that decided
 * @param redacted what may be kept
 */
public record GuardVerdict(boolean blocked, Set<SecretKind> kinds, List<String> rules, ScreenedText redacted) {
    public GuardVerdict {
        rules = List.copyOf(rules);
    }

    /** {@code BLOCK} or {@code ALLOW}. */
    public String label() {
        return blocked ? "BLOCK" : "ALLOW";
    }
}
