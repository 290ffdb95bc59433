package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.guard.SafeText;
import md.portar.core.message.Language;

/** Questions for which the bot had no answer, for supervisors. Blocking; thread-safe. */
@FunctionalInterface
public interface Unanswered {
    /** At most {@code limit} questions, those asked in {@code language} only when one is given. */
    List<Question> list(Optional<Language> language, Order order, int limit);

    /** Which come first. */
    enum Order {
        /** Asked most often; of equals, asked last. */
        OFTEN,
        /** Asked last. */
        NEWEST
    }

    /**
     * One question, however it was typed.
     *
     * @param text its commonest spelling, screened before it was stored
     * @param language the language of that spelling
     * @param languages the languages of all spellings that were counted
     * @param times how often it was asked in any spelling
     * @param lastAsked when it was asked last
     */
    record Question(SafeText text, Language language, Set<Language> languages, long times, Instant lastAsked) {
        public Question {
            languages = Set.copyOf(languages);
        }
    }
}
