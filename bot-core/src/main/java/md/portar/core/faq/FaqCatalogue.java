package md.portar.core.faq;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.Language;

/** The curated answers of one pack with the operator's values filled in, and the matcher trained on it. Immutable. */
public final class FaqCatalogue {
    private final Map<TopicId, FaqTopic> topics;
    private final FaqMatcher matcher;

    private FaqCatalogue(Map<TopicId, FaqTopic> topics, FaqMatcher matcher) {
        this.topics = Collections.unmodifiableMap(topics);
        this.matcher = matcher;
    }

    /** The pack that ships with the product. */
    public static FaqCatalogue builtIn(OperatorTexts operator) {
        return load(PackFiles.builtIn(), operator);
    }

    /**
     * A pack in a folder.
     *
     * @throws InvalidPackException naming every mistake, when there is one
     */
    public static FaqCatalogue fromFolder(Path folder, OperatorTexts operator) {
        return load(PackFiles.folder(folder), operator);
    }

    /**
     * Reads, checks and trains.
     *
     * @throws InvalidPackException naming every mistake, when there is one
     */
    public static FaqCatalogue load(PackFiles files, OperatorTexts operator) {
        PackProblems problems = new PackProblems();
        DigestedFiles digested = new DigestedFiles(files);
        PackSource source = new PackReader(digested, problems).read();
        Optional<FaqMatcher> trained =
                problems.isEmpty() ? TrainedPack.matcher(source, digested.digest()) : Optional.empty();
        if (trained.isEmpty()) { // what the build trained, it checked as well
            PackCheck.check(source, problems);
        }
        if (!problems.isEmpty()) {
            problems.locate(files);
            throw new InvalidPackException(problems);
        }
        return of(source, operator, trained.orElseGet(() -> FaqMatcher.of(source)));
    }

    static FaqCatalogue of(PackSource source, OperatorTexts operator) {
        return of(source, operator, FaqMatcher.of(source));
    }

    private static FaqCatalogue of(PackSource source, OperatorTexts operator, FaqMatcher matcher) {
        Map<TopicId, FaqTopic> topics = new LinkedHashMap<>();
        for (TopicSource topic : source.topics()) {
            topics.put(topic.id(), filled(topic, source.placeholders(), operator));
        }
        return new FaqCatalogue(topics, matcher);
    }

    /** In the order of the pack's index, pseudo-topics included. */
    public Collection<FaqTopic> topics() {
        return topics.values();
    }

    public Optional<FaqTopic> topic(TopicId id) {
        return Optional.ofNullable(topics.get(id));
    }

    /** The topics of a category in the order of the index, for menus. */
    public List<FaqTopic> category(String category) {
        return topics.values().stream()
                .filter(topic -> topic.category().equals(category))
                .toList();
    }

    public FaqMatcher matcher() {
        return matcher;
    }

    private static FaqTopic filled(
            TopicSource topic, Map<String, Map<Language, String>> placeholders, OperatorTexts operator) {
        Map<Language, FaqTopic.Texts> texts = new EnumMap<>(Language.class);
        if (!topic.pseudo()) {
            topic.texts()
                    .forEach((language, said) -> texts.put(
                            language,
                            new FaqTopic.Texts(
                                    CatalogueText.of(said.title()),
                                    CatalogueText.of(said.longTitle()),
                                    fill(said.answer(), language, placeholders, operator))));
        }
        return new FaqTopic(topic.id(), topic.pseudo(), topic.category(), topic.flags(), topic.related(), texts);
    }

    private static CatalogueText fill(
            String answer, Language language, Map<String, Map<Language, String>> placeholders, OperatorTexts operator) {
        CatalogueText text = CatalogueText.of(answer);
        for (Map.Entry<String, Map<Language, String>> placeholder : placeholders.entrySet()) {
            String wording = operator.value(placeholder.getKey())
                    .orElseGet(() -> placeholder.getValue().getOrDefault(language, ""));
            text = text.with(placeholder.getKey(), CatalogueText.of(wording));
        }
        return text;
    }
}
