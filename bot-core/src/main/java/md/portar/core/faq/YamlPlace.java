package md.portar.core.faq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A place in one file of a pack. Reads values of the expected kind and reports every other kind with file and key. */
final class YamlPlace {
    private final String file;
    private final String key;
    private final JsonNode node;
    private final PackProblems problems;

    YamlPlace(String file, String key, JsonNode node, PackProblems problems) {
        this.file = file;
        this.key = key;
        this.node = node;
        this.problems = problems;
    }

    YamlPlace at(String name) {
        JsonNode child = node.get(name);
        return new YamlPlace(file, under(name), child == null ? MissingNode.getInstance() : child, problems);
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isMap() {
        return node.isObject();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }

    /** Reports names that mean nothing here; a misspelt name would otherwise lose its text silently. */
    void expectOnly(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                problems.add(
                        file,
                        under(name),
                        "unknown key; expected one of "
                                + known.stream().sorted().toList());
            }
        }
    }

    /** The text here, or the empty string after reporting why not. */
    String text() {
        if (!exists()) {
            problem("is missing");
            return "";
        }
        if (!node.isTextual()) {
            problem("must be text");
            return "";
        }
        return node.asText().strip();
    }

    boolean flag() {
        if (exists() && !node.isBoolean()) {
            problem("must be true or false");
        }
        return node.asBoolean(false);
    }

    /** The texts listed here; none when the key is absent. Numbers and the like count as text: players write them. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!exists()) {
            return texts;
        }
        if (!node.isArray()) {
            problem("must be a list");
            return texts;
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode item = node.get(i);
            if (item.isValueNode() && !item.isNull() && !item.asText().isBlank()) {
                texts.add(item.asText().strip());
            } else {
                problems.add(file, key + "[" + i + "]", "must be text; quote it if it has a colon");
            }
        }
        return texts;
    }

    void problem(String message) {
        problems.add(file, key, message);
    }

    private String under(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
