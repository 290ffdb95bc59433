package md.portar.core.faq;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
        // Not Map.copyOf: its order changes from run to run, and the order of examples decides the last bits of a
        // model.
        none = Collections.unmodifiableMap(new EnumMap<>(none));
        concepts = Collections.unmodifiableMap(new LinkedHashMap<>(concepts));
        placeholders = Collections.unmodifiableMap(new LinkedHashMap<>(placeholders));
    }
}
