package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line for scoring says about itself.
 *
 * @param expected one for each message
 * @param language the language, when given
 * @param source where the message comes from, when given
 */
record GuardLabels(List<Expected> expected, Optional<String> language, Optional<String> source, List<String> tags) {
    GuardLabels {
        expected = List.copyOf(expected);
        tags = List.copyOf(tags);
    }

    /**
     * Whether a message should be stopped.
     *
     * @param kinds in upper case; those that the guard does not know are counted under their own name
     */
    record Expected(boolean block, List<String> kinds) {
        Expected {
            kinds = List.copyOf(kinds);
        }
    }

    static GuardLabels read(JsonNode line) throws BadLine {
        List<Expected> expected = new ArrayList<>();
        if (line.has("messages")) {
            for (JsonNode message : line.path("messages")) {
                expected.add(expected(message));
            }
        } else {
            expected.add(expected(line));
        }
        return new GuardLabels(expected, word(line, "lang"), word(line, "source"), JsonLines.texts(line, "tags"));
    }

    private static Expected expected(JsonNode message) throws BadLine {
        String label = message.path("label").asText();
        if (!label.equals("BLOCK") && !label.equals("ALLOW")) {
            throw new BadLine("has no \"label\" that is BLOCK or ALLOW");
        }
        List<String> kinds = JsonLines.texts(message, "kinds").stream()
                .map(kind -> kind.toUpperCase(Locale.ROOT))
                .toList();
        return new Expected(label.equals("BLOCK"), kinds);
    }

    private static Optional<String> word(JsonNode object, String key) {
        return Optional.ofNullable(object.path(key).textValue());
    }
}
