package md.portar.core.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document of settings. All problems of all sections end up in {@link #problems()}; call {@link #finish()} when
 * everything has been read, to find the keys that nobody asked for. Not thread-safe.
 */
public final class SettingsReader {
    private final SettingsProblems problems = new SettingsProblems();
    private final SecretReferences references;
    private final YamlSection root;

    private SettingsReader(JsonNode tree, SecretReferences references) {
        this.references = references;
        this.root = new YamlSection("", tree, this);
    }

    /** A single secret given by reference outside a document; empty after the problem has been told. */
    public static Optional<Secret<String>> secret(
            String reference, Map<String, String> environment, Consumer<String> problem) {
        return new SecretReferences(environment).resolve(reference, problem).map(Secret::of);
    }

    /**
     * Parses the document. A document that is not YAML becomes one problem with its line.
     *
     * @param environment where {@code ${env:NAME}} is looked up
     */
    public static SettingsReader parse(String yaml, Map<String, String> environment) {
        SecretReferences references = new SecretReferences(environment);
        YAMLMapper mapper = YAMLMapper.builder(new YAMLFactory())
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
        try {
            JsonNode tree = mapper.readTree(yaml);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return new SettingsReader(mapper.createObjectNode(), references);
            }
            SettingsReader reader = new SettingsReader(tree, references);
            if (!tree.isObject()) {
                reader.problems.add("(document)", "expected keys and values at the top level");
            }
            return reader;
        } catch (MismatchedInputException e) {
            return broken(references, "has the same key twice in one place", e.getLocation());
        } catch (JsonProcessingException e) {
            return broken(references, "is not YAML", e.getLocation());
        }
    }

    /** The parser's own message may quote the document, which could hold a secret. */
    private static SettingsReader broken(SecretReferences references, String what, @Nullable JsonLocation place) {
        SettingsReader reader = new SettingsReader(MissingNode.getInstance(), references);
        reader.problems.add(
                "(document)",
                place == null
                        ? what
                        : what + ": look at line " + place.getLineNr() + ", column " + place.getColumnNr());
        return reader;
    }

    public SettingsSection root() {
        return root;
    }

    public SettingsProblems problems() {
        return problems;
    }

    /** Reports every key that nobody read, with the nearest key that exists. */
    public void finish() {
        root.reportUnread();
    }

    SecretReferences references() {
        return references;
    }
}
