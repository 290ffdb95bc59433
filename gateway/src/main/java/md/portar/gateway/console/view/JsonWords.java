package md.portar.gateway.console.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Writes words as JSON. */
final class JsonWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonWords() {}

    static String write(Map<String, String> words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            // Cannot happen: a map of strings.
            throw new IllegalStateException(e);
        }
    }
}
