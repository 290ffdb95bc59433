package md.portar.core.faq;

import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher makes of one message.
 *
 * @param topic the likeliest topic, also when the band says not to answer; may be a pseudo-topic such as {@code HUMAN}
 * @param confidence how likely the topic is right, from 0 to 1
 * @param alternatives the next topics, best first, at most three
 * @param guess the language to answer in and how sure that is
 * @param second another question in the same message; present only when both are clear
 */
public record FaqMatch(
        Band band,
        TopicId topic,
        double confidence,
        List<Candidate> alternatives,
        LanguageGuess guess,
        @Nullable Candidate second) {
    public FaqMatch {
        alternatives = List.copyOf(alternatives);
    }

    /** A topic and how likely it is the right one, from 0 to 1. */
    public record Candidate(TopicId topic, double confidence) {}

    /** The language to answer in. */
    public Language language() {
        return guess.language();
    }

    /** The second question of the message, if there is a clear one. */
    public Optional<Candidate> secondQuestion() {
        return Optional.ofNullable(second);
    }
}
