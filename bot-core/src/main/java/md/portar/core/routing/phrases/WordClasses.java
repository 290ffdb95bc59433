package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named lists of words that phrases refer to as {@code @name}, so that one construction covers many wordings. A line {@code
 * @name = one two three} defines or extends a class; it may use classes defined above it. Immutable and thread-safe.
 */
final class WordClasses {
    static final WordClasses NONE = new WordClasses(Map.of());

    private final Map<String, List<String>> words;

    private WordClasses(Map<String, List<String>> words) {
        this.words = words;
    }

    static boolean isDefinition(String line) {
        return line.startsWith("@") && line.contains(" = ");
    }

    static WordClasses of(List<String> lines) {
        WordClasses classes = new WordClasses(new HashMap<>());
        for (String line : lines) {
            if (!isDefinition(line)) {
                throw new IllegalArgumentException("a word class is written @name = words");
            }
            int equals = line.indexOf(" = ");
            List<String> known =
                    classes.words.computeIfAbsent(line.substring(1, equals).trim(), any -> new ArrayList<>());
            for (String word : line.substring(equals + 3).trim().split("\\s+")) {
                known.addAll(classes.expand(word));
            }
        }
        return classes;
    }

    /** The alternatives of a place, classes replaced by their words, each once. */
    Set<String> expand(String token) {
        Set<String> alternatives = new LinkedHashSet<>();
        for (String alternative : Arrays.asList(token.split("\\|"))) {
            if (!alternative.startsWith("@")) {
                alternatives.add(alternative);
                continue;
            }
            List<String> named = words.get(alternative.substring(1));
            if (named == null) {
                throw new IllegalArgumentException("a phrase uses an unknown word class");
            }
            alternatives.addAll(named);
        }
        return alternatives;
    }
}
