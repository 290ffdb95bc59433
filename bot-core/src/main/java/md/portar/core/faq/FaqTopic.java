package md.portar.core.faq;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.Language;

/**
 * A topic ready to be shown: the operator's values are filled in.
 *
 * @param pseudo has no answer of its own but an action, such as {@code HUMAN}; then there are no texts
 * @param flags such as {@code offers-human} and {@code safety}
 */
public record FaqTopic(
        TopicId id,
        boolean pseudo,
        String category,
        Set<String> flags,
        List<TopicId> related,
        Map<Language, Texts> texts) {
    public FaqTopic {
        flags = Set.copyOf(flags);
        related = List.copyOf(related);
        texts = texts.isEmpty() ? Map.of() : new EnumMap<>(texts);
    }

    /** The texts in a language; empty for a pseudo-topic. */
    public Optional<Texts> in(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    public boolean offersHuman() {
        return flags.contains("offers-human");
    }

    public boolean concernsSafety() {
        return flags.contains("safety");
    }

    /** Title for a button, title for a list, and the answer. */
    public record Texts(CatalogueText title, CatalogueText longTitle, CatalogueText answer) {}
}
