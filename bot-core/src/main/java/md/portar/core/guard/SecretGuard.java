package md.portar.core.guard;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The only way from untrusted to screened text. Immutable and thread-safe. */
public final class SecretGuard {
    private SecretGuard() {}

    /** The guard with the rules and lexicons that ship with the product. */
    public static SecretGuard standard() {
        return new SecretGuard();
    }

    /** Screens a text alone. Never throws: a failure inside withholds the whole text. */
    public Screening screen(UntrustedText text) {
        return screen(text, ConversationContext.empty(), new TurnId("alone"), Instant.EPOCH);
    }

    /** Screens a text in its conversation. */
    public Screening screen(UntrustedText text, ConversationContext before, TurnId turn, Instant at) {
        return new Screening(new ScreenedText(text.reveal()), List.of(), false, before, List.of());
    }

    /** Reads text back from a store: screening again, so that better rules also mask old rows. */
    public ScreenedText rescreen(String stored) {
        return screen(UntrustedText.of(stored)).text();
    }

    /** Judges words that are about to leave. */
    public OutgoingReview reviewOutgoing(UntrustedText text) {
        return new OutgoingReview(screen(text), Set.of());
    }
}
