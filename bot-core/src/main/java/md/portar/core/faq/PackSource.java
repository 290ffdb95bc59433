package md.portar.core.faq;

import java.util.List;
import java.util.Map;
import md.portar.core.message.Language;

/**
 * A pack as read: topics, the messages that no topic answers, words that mean the same, and the wording for values that the
 * operator has not configured.
 */
record PackSource(
        List<TopicSource> topics,
        Map<Language, List<String>> none,
        Map<String, Map<Language, List<String>>> concepts,
        Map<String, Map<Language, String>> placeholders) {
    PackSource {
        topics = List.copyOf(topics);
        none = Map.copyOf(none);
        placeholders = Map.copyOf(placeholders);
    }
}
