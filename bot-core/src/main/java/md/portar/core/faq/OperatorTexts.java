package md.portar.core.faq;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operator's values for the placeholders of answers ({@code email}, {@code phone}, {@code site}…). A value that is not
 * set is absent here, and the pack's "see the contact page" wording takes its place: nobody reads an invented address.
 */
public final class OperatorTexts {
    private static final OperatorTexts NONE = new OperatorTexts(Map.of());

    private final Map<String, String> values;

    private OperatorTexts(Map<String, String> values) {
        this.values = values;
    }

    /** Nothing configured. */
    public static OperatorTexts none() {
        return NONE;
    }

    /** Values by placeholder name; blank values count as not set. */
    public static OperatorTexts of(Map<String, String> values) {
        Map<String, String> set = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!value.isBlank()) {
                set.put(name, value.strip());
            }
        });
        return new OperatorTexts(Map.copyOf(set));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public String toString() {
        return "OperatorTexts" + values.keySet();
    }
}
