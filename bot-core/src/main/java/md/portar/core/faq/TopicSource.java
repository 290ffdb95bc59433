package md.portar.core.faq;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;

/**
 * A topic as its file says it, placeholders unfilled. A pseudo-topic ({@code HUMAN}, {@code CASE}) has phrasings but no
 * answer of its own.
 */
record TopicSource(
        TopicId id,
        String file,
        boolean pseudo,
        String category,
        Set<String> flags,
        List<TopicId> related,
        Map<Language, Texts> texts) {
    TopicSource {
        flags = Set.copyOf(flags);
        related = List.copyOf(related);
        texts = new EnumMap<>(texts);
    }

    /** What a topic says and how players ask for it, in one language. Empty strings are missing texts. */
    record Texts(String title, String longTitle, String answer, List<String> keywords, List<String> phrasings) {
        Texts {
            keywords = List.copyOf(keywords);
            phrasings = List.copyOf(phrasings);
        }
    }
}
