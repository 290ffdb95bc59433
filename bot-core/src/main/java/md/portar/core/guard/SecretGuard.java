package md.portar.core.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The only way from untrusted to screened text. Immutable and thread-safe. */
public final class SecretGuard {
    /** Rule id of a finding that says that the guard itself failed, so that the text was withheld unseen. */
    public static final String FAILURE = "guard.failure";

    /** Redacting can bring words closer together; after this many rounds nothing of the text is kept. */
    private static final int MOST_ROUNDS = 4;

    private final Rules rules;
    private final SecondOpinion opinion;

    private SecretGuard(Rules rules, SecondOpinion opinion) {
        this.rules = rules;
        this.opinion = opinion;
    }

    /** The guard with the rules, lexicons and the trained model that ship with the product. */
    public static SecretGuard standard() {
        return with(Rules.standard(), SecondOpinion.standard());
    }

    static SecretGuard with(Rules rules) {
        return with(rules, SecondOpinion.standard());
    }

    static SecretGuard with(Rules rules, SecondOpinion opinion) {
        return new SecretGuard(rules, opinion);
    }

    /** Screens a text alone. Never throws: a failure inside withholds the whole text. */
    public Screening screen(UntrustedText text) {
        return screen(text, ConversationContext.empty(), new TurnId("alone"), Instant.EPOCH);
    }

    /** Screens a text in its conversation. */
    public Screening screen(UntrustedText text, ConversationContext before, TurnId turn, Instant at) {
        return screen(text, before, turn, at, opinion);
    }

    private Screening screen(
            UntrustedText text, ConversationContext before, TurnId turn, Instant at, SecondOpinion asked) {
        try {
            return inContext(text.reveal(), before.asOf(at), turn, at, asked);
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing of the cause is passed on: its message may quote the text.
            return withheld(text, before);
        }
    }

    /**
     * Reads text back from a store: screening again, so that better rules also mask old rows. By the rules alone, as the text
     * may be an agent's and its conversation is not known here.
     */
    public ScreenedText rescreen(String stored) {
        return byRules(UntrustedText.of(stored)).text();
    }

    private Screening byRules(UntrustedText text) {
        return screen(text, ConversationContext.empty(), new TurnId("alone"), Instant.EPOCH, SecondOpinion.silent());
    }

    /** Judges words that are about to leave; by the rules alone, because the second opinion knows players only. */
    public OutgoingReview reviewOutgoing(UntrustedText text) {
        Screening screening = byRules(text);
        try {
            Tokens tokens = rules.tokenise(Normaliser.fold(text.reveal())).tokens;
            return new OutgoingReview(screening, OutgoingRules.read(tokens).asked());
        } catch (RuntimeException | StackOverflowError e) {
            return new OutgoingReview(withheld(text, ConversationContext.empty()), Set.of());
        }
    }

    private Screening inContext(String raw, ConversationContext before, TurnId turn, Instant at, SecondOpinion asked) {
        NormText text = Normaliser.fold(raw);
        Analysis analysis = rules.tokenise(text);
        rules.find(analysis);
        ContextParts parts = new ContextParts(analysis, before, rules.cards());
        new ContextRules(analysis, before, parts).apply();
        if (analysis.hits.isEmpty()) {
            asked.apply(analysis, before);
        }
        ContextTracker tracker = new ContextTracker(rules);
        Set<SecretKind> found = EnumSet.noneOf(SecretKind.class);
        analysis.hits.forEach(hit -> found.add(hit.kind()));
        ConversationContext after = tracker.afterIncoming(before, analysis, found, at);
        if (found.contains(SecretKind.CARD_NUMBER)) {
            after = tracker.withFragments(after, List.of());
        } else if (parts.isPart()) {
            after = tracker.withFragment(after, new ConversationContext.Fragment(turn, parts.digits(), 0));
        }
        if (analysis.hits.isEmpty() && !text.cut) {
            return new Screening(new ScreenedText(raw), List.of(), false, after, List.of());
        }
        return redacted(raw, Redactor.redact(text, analysis.hits), after, parts.earlier());
    }

    /** Screens what is left until nothing more is found, so that screening again changes nothing. */
    private Screening redacted(String raw, Redactor.Redaction first, ConversationContext after, List<TurnId> earlier) {
        List<Finding> findings = first.findings();
        String current = first.text();
        boolean whole = first.whole();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            NormText text = Normaliser.fold(current);
            List<Hit> hits = rules.find(rules.tokenise(text));
            if (hits.isEmpty() && !text.cut) {
                return new Screening(new ScreenedText(current), findings, whole, after, earlier);
            }
            Redactor.Redaction redaction = Redactor.redact(text, hits);
            findings = joined(findings, redaction.findings(), raw.length());
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
