package md.portar.core.channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.message.Language;

/**
 * Words that a platform has approved for writing to somebody outside the reply window, with gaps that are filled when it is sent.
 * Immutable and thread-safe.
 *
 * @param title how agents know it
 * @param bodies the words as approved, in each language there is; {@code {{1}}} stands for the first field
 * @param fields what fills the gaps, the first one first
 */
public record MessageTemplate(
        TemplateName name, CatalogueText title, Map<Language, CatalogueText> bodies, List<TemplateField> fields) {
    public MessageTemplate {
        bodies = bodies.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(bodies));
        fields = List.copyOf(fields);
    }

    /** The words in a language; empty when none were approved in it. */
    public Optional<CatalogueText> body(Language language) {
        return Optional.ofNullable(bodies.get(language));
    }

    /** Values of the fields by the numbers that platforms know them by. */
    public static Map<String, SafeText> numbered(List<SafeText> values) {
        Map<String, SafeText> numbered = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            numbered.put(Integer.toString(i + 1), values.get(i));
        }
        return numbered;
    }

    /** The values of the fields that need no typing, by number; the others have to be typed. */
    public Map<Integer, SafeText> known(SafeText customer, SafeText agent) {
        Map<Integer, SafeText> known = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            int number = i + 1;
            fields.get(i).known(customer, agent).ifPresent(value -> known.put(number, value));
        }
        return known;
    }

    /** The numbers of all fields. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= fields.size(); i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
