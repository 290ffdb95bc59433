package md.portar.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import md.portar.core.conversation.TopicId;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.FaqMatch;
import md.portar.core.faq.FaqTopic;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;

/** Answers from the FAQ pack that is in force at the moment, since it can be exchanged while running. */
public final class FaqAnswers implements Answers {
    private final Supplier<FaqCatalogue> catalogue;

    public FaqAnswers(Supplier<FaqCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Understanding understand(ScreenedText question, Optional<Language> context) {
        FaqMatch match = catalogue.get().matcher().match(question, context);
        List<TopicId> topics = new ArrayList<>(List.of(match.topic()));
        match.alternatives().forEach(other -> topics.add(other.topic()));
        Optional<Language> language =
                match.guess().certain() ? Optional.of(match.guess().language()) : Optional.empty();
        Band band = switch (match.band()) {
            case ANSWER -> Band.ANSWER;
            case SUGGEST -> Band.SUGGEST;
            case NONE -> Band.NONE;
        };
        return new Understanding(band, topics, match.secondQuestion().map(FaqMatch.Candidate::topic), language);
    }

    @Override
    public Optional<Answer> answer(TopicId id, Language language) {
        return catalogue
                .get()
                .topic(id)
                .flatMap(topic -> nearest(topic, language)
                        .map(said -> new Answer(
                                said.texts().answer(), said.language(), topic.concernsSafety(), topic.offersHuman())));
    }

    @Override
    public Optional<CatalogueText> title(TopicId id, Language language) {
        return catalogue
                .get()
                .topic(id)
                .flatMap(topic -> nearest(topic, language))
                .map(said -> said.texts().title());
    }

    /** The texts in the language, or else in the first that has them. */
    private static Optional<Said> nearest(FaqTopic topic, Language language) {
        Optional<Said> own = topic.in(language).map(texts -> new Said(texts, language));
        if (own.isPresent()) {
            return own;
        }
        for (Language other : Language.values()) {
            Optional<Said> said = topic.in(other).map(texts -> new Said(texts, other));
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private record Said(FaqTopic.Texts texts, Language language) {}
}
