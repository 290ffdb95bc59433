package md.portar.core.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a trained model about a player's text in which the rules found nothing. What it takes for a secret is withheld whole,
 * unless no other part of the text could be meant. It says nothing about text that was redacted before: what is left of that
 * has been judged. Immutable, shared by all threads.
 */
final class SecondOpinion {
    /** How the names of its rules begin. */
    static final String RULE = "scored.";

    private static final long NAMED = Tokeniser.SECRETS;
    private static final long NEAR = NAMED
            | Role.BACKSIDE.bit
            | Role.VERIFY.bit
            | Role.SMS.bit
            | Role.LOGIN.bit
            | Role.WRONG.bit
            | Role.CARD.bit;
    /** How sure the model must be where a secret is named or the topic, where something near is, and where nothing is. */
    private static final float SURE_WHEN_NAMED = 0.8f;

    private static final float SURE_WHEN_NEAR = 1.1f;
    private static final float SURE_ALONE = 2.2f;
    /** What is less likely than this is no second candidate for the same secret. */
    private static final float UNLIKELY = -0.5f;

    private static final List<SecretKind> WORDS = List.of(SecretKind.PASSWORD, SecretKind.OTP);
    private static final List<SecretKind> SHORT = List.of(SecretKind.CVV);
    private static final List<SecretKind> LONG = List.of(SecretKind.OTP, SecretKind.PIN, SecretKind.PASSWORD);

    private static final SecondOpinion SILENT = new SecondOpinion(null);

    private final @Nullable OpinionModel model;

    private SecondOpinion(@Nullable OpinionModel model) {
        this.model = model;
    }

    static SecondOpinion standard() {
        return Standard.OPINION;
    }

    static SecondOpinion of(OpinionModel model) {
        return new SecondOpinion(model);
    }

    /** Never finds anything: the rules alone, and what training has before there is a model. */
    static SecondOpinion silent() {
        return SILENT;
    }

    static List<Candidate> candidates(Analysis analysis, ConversationContext before) {
        boolean about = analysis.mentions(NEAR) || isTopic(before);
        return Candidates.of(analysis, before.known, about);
    }

    /** Adds what the model finds to the hits of the text. */
    void apply(Analysis analysis, ConversationContext before) {
        if (model == null || hasMarker(analysis.tokens)) {
            return;
        }
        List<Candidate> candidates = candidates(analysis, before);
        if (candidates.isEmpty()) {
            return;
        }
        OpinionFeatures features = new OpinionFeatures(analysis, before);
        Candidate best = candidates.get(0);
        float most = Float.NEGATIVE_INFINITY;
        float next = Float.NEGATIVE_INFINITY;
        for (Candidate candidate : candidates) {
            features.read(candidate);
            float score = model.score(features, candidate.shape().isNumber());
            if (score > most) {
                next = most;
                most = score;
                best = candidate;
            } else {
                next = Math.max(next, score);
            }
        }
        if (most > sure(analysis, before)) {
            features.read(best);
            hit(analysis, best, model.kind(features, kinds(best)), next < UNLIKELY);
        }
    }

    private static float sure(Analysis analysis, ConversationContext before) {
        if (analysis.mentions(NAMED) || isTopic(before)) {
            return SURE_WHEN_NAMED;
        }
        return analysis.mentions(NEAR) ? SURE_WHEN_NEAR : SURE_ALONE;
    }

    private static boolean isTopic(ConversationContext before) {
        return before.turnsLeft > 0 && !before.topics.isEmpty();
    }

    /** What a candidate of this size can be. */
    static List<SecretKind> kinds(Candidate candidate) {
        Num number = candidate.number();
        if (number == null) {
            return WORDS;
        }
        return number.size() == 3 ? SHORT : number.size() == 4 ? OpinionModel.KINDS : LONG;
    }

    private static void hit(Analysis analysis, Candidate candidate, SecretKind kind, boolean sure) {
        boolean alone =
                sure && (candidate.number() != null || !candidate.shape().isPlain());
        analysis.hits.add(
                alone
                        ? Hit.sure(kind, rule(kind), candidate.start(), candidate.end())
                        : Hit.unsure(kind, rule(kind), 0, analysis.text.length));
    }

    private static String rule(SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> "scored.password";
            case PIN -> "scored.pin";
            case CVV -> "scored.cvv";
            case OTP -> "scored.otp";
            case CARD_NUMBER -> "scored.card";
        };
    }

    private static boolean hasMarker(Tokens tokens) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, Tokens.MARKER)) {
                return true;
            }
        }
        return false;
    }

    /** Loaded when the first guard is made. */
    private static final class Standard {
        private static final SecondOpinion OPINION = of(OpinionModel.shipped());
    }

    static boolean isIts(Hit hit) {
        return hit.rule().startsWith(RULE);
    }
}
