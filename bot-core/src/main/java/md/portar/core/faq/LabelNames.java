package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names of labels as one more example each: whoever named an intent {@code lost_luggage} said what it is about. The
 * language is the commonest of the label's examples.
 */
final class LabelNames {
    private LabelNames() {}

    static List<Example> asExamples(List<Example> examples) {
        Map<String, List<Example>> byLabel =
                examples.stream().collect(Collectors.groupingBy(Example::label, TreeMap::new, Collectors.toList()));
        List<Example> names = new ArrayList<>();
        byLabel.forEach((label, said) -> {
            String words = words(label);
            if (!label.equals(Example.NONE) && words.length() > 2) {
                names.add(new Example(words, label, said.get(0).language()));
            }
        });
        return names;
    }

    /** Words of a name written_like_this, like-this or LikeThis. */
    private static String words(String label) {
        return label.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
