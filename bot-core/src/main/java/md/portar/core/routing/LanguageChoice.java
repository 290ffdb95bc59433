package md.portar.core.routing;

import java.util.Locale;
import java.util.Optional;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.message.Language;

/**
 * In which language the bot speaks: an explicit choice, else the language of the words, else the messenger's, else the
 * default. Sticky: a choice changes on request or after two messages in a row in another language.
 */
final class LanguageChoice {
    private final Vocabulary words;

    LanguageChoice(Vocabulary words) {
        this.words = words;
    }

    /** Where the language came from; the first two hold against a single message in another language. */
    enum Source {
        EXPLICIT,
        TEXT,
        HINT,
        DEFAULT
    }

    /** What was spoken so far. */
    static Optional<Language> remembered(ConversationMemory memory) {
        return memory.get(Fact.LANGUAGE).flatMap(Language::fromTag);
    }

    /** The language to start the turn with, before its words are looked at. */
    Language before(ConversationMemory memory, MessageBatch batch) {
        return remembered(memory).or(batch::hint).orElse(words.settings().defaultLanguage());
    }

    /** Takes the turn's words into account. */
    void listen(TurnDraft turn, MessageBatch batch, Thought thought) {
        Optional<Language> known = remembered(turn.memory());
        Source source = source(turn.memory());
        Optional<Language> heard = heard(thought, known.or(batch::hint));
        if (known.isEmpty()) {
            if (heard.isPresent()) {
                keep(turn, heard.get(), Source.TEXT);
            } else {
                keep(turn, turn.language(), batch.hint().isPresent() ? Source.HINT : Source.DEFAULT);
            }
            return;
        }
        if (heard.isEmpty()) {
            return;
        }
        if (heard.get() == known.get()) {
            turn.forget(Fact.OTHER_LANGUAGE_STREAK);
            if (source == Source.HINT || source == Source.DEFAULT) {
                keep(turn, known.get(), Source.TEXT);
            }
            return;
        }
        boolean secondTime = turn.recall(Fact.OTHER_LANGUAGE_STREAK)
                .filter(heard.get().name()::equals)
                .isPresent();
        if (secondTime || source == Source.HINT || source == Source.DEFAULT) {
            keep(turn, heard.get(), Source.TEXT);
        } else {
            turn.remember(Fact.OTHER_LANGUAGE_STREAK, heard.get().name());
        }
    }

    /** The player's own choice. */
    static void choose(TurnDraft turn, Language language) {
        keep(turn, language, Source.EXPLICIT);
    }

    private Optional<Language> heard(Thought thought, Optional<Language> context) {
        boolean command = thought.value().startsWith("/");
        if (thought.isEmpty() || command || words.phrases().isNeutral(thought.folded())) {
            return Optional.empty();
        }
        Answers.Understanding understood = thought.understanding(context);
        // Two words that we cannot answer are likely a name, and a name has no language.
        boolean maybeName =
                thought.folded().words().size() <= 2 && understood.band() != Answers.Band.ANSWER && context.isPresent();
        return maybeName ? Optional.empty() : understood.language();
    }

    private static void keep(TurnDraft turn, Language language, Source source) {
        turn.remember(Fact.LANGUAGE, language.name());
        turn.remember(Fact.LANGUAGE_SOURCE, source.name());
        turn.forget(Fact.OTHER_LANGUAGE_STREAK);
        turn.speak(language);
    }

    private static Source source(ConversationMemory memory) {
        String name = memory.get(Fact.LANGUAGE_SOURCE).orElse("").toUpperCase(Locale.ROOT);
        for (Source source : Source.values()) {
            if (source.name().equals(name)) {
                return source;
            }
        }
        return Source.DEFAULT;
    }
}
