package md.portar.core.faq;

import java.util.List;
import java.util.Optional;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher makes of one message, by label.
 *
 * @param ranking the likeliest labels, best first; at least one, never the label for "none of these"
 * @param language the language to answer in
 * @param second a second question in the same message, when both are clear
 */
public record LabelMatch(
        Band band,
        List<Candidate> ranking,
        LanguageGuess language,
        @Nullable Candidate second) {
    public LabelMatch {
        ranking = List.copyOf(ranking);
    }

    /** A label and how likely it is the right one, from 0 to 1. */
    public record Candidate(String label, double confidence) {}

    public Candidate best() {
        return ranking.get(0);
    }

    public Optional<Candidate> secondQuestion() {
        return Optional.ofNullable(second);
    }

    /** The language alone. */
    public Language answerIn() {
        return language.language();
    }
}
