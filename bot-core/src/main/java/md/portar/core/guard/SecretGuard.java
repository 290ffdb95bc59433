package md.portar.core.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The only way from untrusted to screened text. Immutable and thread-safe. */
public final class SecretGuard {
    /** Rule id of a finding that says that the guard itself failed, so that the text was withheld unseen. */
    public static final String FAILURE = "guard.failure";

    /** Redacting can bring words closer together; after this many rounds nothing of the text is kept. */
    private static final int MOST_ROUNDS = 4;

    private final Rules rules;

    private SecretGuard(Rules rules) {
        this.rules = rules;
    }

    /** The guard with the rules and lexicons that ship with the product. */
    public static SecretGuard standard() {
        return new SecretGuard(Rules.standard());
    }

    static SecretGuard with(Rules rules) {
        return new SecretGuard(rules);
    }

    /** Screens a text alone. Never throws: a failure inside withholds the whole text. */
    public Screening screen(UntrustedText text) {
        return screen(text, ConversationContext.empty(), new TurnId("alone"), Instant.EPOCH);
    }

    /** Screens a text in its conversation. */
    public Screening screen(UntrustedText text, ConversationContext before, TurnId turn, Instant at) {
        try {
            return screened(text.reveal(), before);
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing of the cause is passed on: its message may quote the text.
            return withheld(text, before);
        }
    }

    /** Reads text back from a store: screening again, so that better rules also mask old rows. */
    public ScreenedText rescreen(String stored) {
        return screen(UntrustedText.of(stored)).text();
    }

    /** Judges words that are about to leave. */
    public OutgoingReview reviewOutgoing(UntrustedText text) {
        return new OutgoingReview(screen(text), Set.of());
    }

    private Screening screened(String raw, ConversationContext after) {
        List<Finding> findings = List.of();
        String current = raw;
        boolean whole = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            NormText text = Normaliser.fold(current);
            List<Hit> hits = rules.find(rules.tokenise(text));
            if (hits.isEmpty() && !text.cut) {
                return new Screening(new ScreenedText(current), findings, whole, after, List.of());
            }
            Redactor.Redaction redaction = Redactor.redact(text, hits);
            findings = round == 0 ? redaction.findings() : joined(findings, redaction.findings(), raw.length());
            whole |= redaction.whole();
            current = redaction.text();
        }
        return withheld(UntrustedText.of(raw), after);
    }

    /** Later rounds see the redacted text, so their positions mean nothing for the one received. */
    private static List<Finding> joined(List<Finding> first, List<Finding> later, int length) {
        List<Finding> all = new ArrayList<>(first);
        later.forEach(finding -> all.add(new Finding(finding.kind(), finding.rule(), 0, length)));
        return all;
    }

    private static Screening withheld(UntrustedText text, ConversationContext after) {
        Finding finding = new Finding(SecretKind.PASSWORD, FAILURE, 0, text.length());
        return new Screening(
                new ScreenedText(Markers.of(SecretKind.PASSWORD)), List.of(finding), true, after, List.of());
    }
}
