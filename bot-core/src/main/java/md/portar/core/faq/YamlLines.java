package md.portar.core.faq;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The line of every key and list item of a YAML file; made only when there is a mistake to point at. */
final class YamlLines {
    /** No line is known. */
    static final int UNKNOWN = 0;

    private final Map<String, Integer> lines = new HashMap<>();

    YamlLines(String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException brokenFromHereOn) {
            // What comes before the break keeps its lines; the break itself is reported by whoever reads the file.
            return;
        }
    }

    /** The line of a place such as {@code ro.phrasings[3]}, or of the nearest place around it that is there. */
    int of(String key) {
        String place = "/" + key.replace('.', '/').replace("[", "/").replace("]", "");
        while (!place.isEmpty()) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return UNKNOWN;
    }
}
