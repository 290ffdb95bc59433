package md.portar.gateway.console.view;

import java.util.List;
import java.util.Locale;
import md.portar.core.message.Language;

/**
 * An approved template in one language, as an agent chooses and fills it.
 *
 * @param key how the form names it
 * @param pieces its words and gaps in their order
 * @param fields what the agent has to type
 */
public record TemplateView(String key, String title, Language language, List<Piece> pieces, List<Field> fields) {
    public TemplateView {
        pieces = List.copyOf(pieces);
        fields = List.copyOf(fields);
    }

    /**
     * A piece of the text.
     *
     * @param gap the number of the field that is typed here; 0 for words that stand already
     */
    public record Piece(String text, int gap) {}

    /** Something to type, with the longest that may be typed. */
    public record Field(int number, String label, int longest) {}

    /** What is chosen from: the language in its own name, as its readers know it. */
    public String option(Words words) {
        return title + " · " + words.get("language." + language.name().toLowerCase(Locale.ROOT));
    }
}
