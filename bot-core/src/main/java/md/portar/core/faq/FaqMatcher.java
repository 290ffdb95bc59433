package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/** Finds the topic of a player's message in a pack. Immutable and thread-safe. */
public final class FaqMatcher {
    private final LabelMatcher labels;
    private final Ranker ranker;
    private final LanguageGuesser languages;

    private FaqMatcher(LabelMatcher labels, Ranker ranker, LanguageGuesser languages) {
        this.labels = labels;
        this.ranker = ranker;
        this.languages = languages;
    }

    static FaqMatcher of(PackSource pack) {
        List<Example> examples = examples(pack);
        LanguageGuesser languages = LanguageGuesser.learn(inLanguages(pack, examples));
        Vocabulary vocabulary = Vocabulary.of(pack.concepts());
        return of(Ranker.train(examples, vocabulary), languages);
    }

    private static FaqMatcher of(Ranker ranker, LanguageGuesser languages) {
        return new FaqMatcher(LabelMatcher.of(ranker, Confidence.shipped(), languages), ranker, languages);
    }

    void write(ModelWriter out) {
        languages.write(out);
        ranker.write(out);
    }

    /** What was written after training on the same pack. */
    static FaqMatcher read(ModelReader in, PackSource pack) {
        LanguageGuesser languages = LanguageGuesser.read(in);
        return of(Ranker.read(in, Vocabulary.of(pack.concepts())), languages);
    }

    /** The topic of a message when nothing is known of the conversation. */
    public FaqMatch match(ScreenedText text) {
        return match(text, Optional.empty());
    }

    /** The topic of a message; {@code before} is the language of the conversation so far. */
    public FaqMatch match(ScreenedText text, Optional<Language> before) {
        LabelMatch match = before.map(language -> labels.match(text, language)).orElseGet(() -> labels.match(text));
        List<FaqMatch.Candidate> alternatives = new ArrayList<>();
        for (LabelMatch.Candidate other :
                match.ranking().subList(1, match.ranking().size())) {
            alternatives.add(candidate(other));
        }
        FaqMatch.Candidate best = candidate(match.best());
        FaqMatch.@Nullable Candidate second =
                match.secondQuestion().map(FaqMatcher::candidate).orElse(null);
        return new FaqMatch(match.band(), best.topic(), best.confidence(), alternatives, match.language(), second);
    }

    /** The same engine by label, for measuring. */
    public LabelMatcher labels() {
        return labels;
    }

    /** Decides the language of any text, as it does for a match. */
    public LanguageGuesser languages() {
        return languages;
    }

    /** Everything that says how a language looks: phrasings, concept words and everyday words. */
    static List<Example> inLanguages(PackSource pack, List<Example> examples) {
        List<Example> said = new ArrayList<>(examples);
        pack.concepts()
                .values()
                .forEach(words -> words.forEach(
                        (language, list) -> list.forEach(word -> said.add(new Example(word, "", language)))));
        said.addAll(EverydayWords.shipped().byLanguage());
        return said;
    }

    /** All phrasings and titles of a pack with their topics, and the messages that no topic answers. */
    static List<Example> examples(PackSource pack) {
        List<Example> examples = new ArrayList<>();
        for (TopicSource topic : pack.topics()) {
            topic.texts().forEach((language, texts) -> {
                if (!topic.pseudo()) {
                    examples.add(new Example(texts.title(), topic.id().value(), language));
                    examples.add(new Example(texts.longTitle(), topic.id().value(), language));
                }
                texts.phrasings()
                        .forEach(said ->
                                examples.add(new Example(said, topic.id().value(), language)));
            });
        }
        pack.none()
                .forEach((language, phrasings) ->
                        phrasings.forEach(said -> examples.add(new Example(said, Example.NONE, language))));
        return examples;
    }

    private static FaqMatch.Candidate candidate(LabelMatch.Candidate labelled) {
        return new FaqMatch.Candidate(new TopicId(labelled.label()), labelled.confidence());
    }
}
