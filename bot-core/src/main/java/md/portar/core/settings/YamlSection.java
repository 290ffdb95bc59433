package md.portar.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A section over a parsed YAML tree. Remembers which keys were read. */
final class YamlSection implements SettingsSection {
    private static final String STAND_IN = "missing";

    private final String path;
    private final JsonNode node;
    private final SettingsReader reader;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, YamlSection> children = new LinkedHashMap<>();

    YamlSection(String path, JsonNode node, SettingsReader reader) {
        this.path = path;
        this.node = node;
        this.reader = reader;
        if (!path.isEmpty() && !node.isMissingNode() && !node.isNull() && !node.isObject()) {
            reader.problems().add(path, "expected keys and values here");
        }
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public boolean has(String key) {
        return optionalText(key).isPresent() || child(key).isContainerNode();
    }

    @Override
    public String text(String key) {
        Optional<String> value = optionalText(key);
        if (value.isEmpty()) {
            problem(key, "is required");
        }
        return value.orElse(STAND_IN);
    }

    @Override
    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    @Override
    public Optional<String> optionalText(String key) {
        JsonNode value = child(key);
        if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
            return Optional.empty();
        }
        String text = value.asText().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (SecretReferences.isReference(text)) {
            return reader.references().resolve(text, message -> problem(key, message));
        }
        return Optional.of(text);
    }

    @Override
    public Secret<String> secret(String key) {
        Optional<Secret<String>> value = optionalSecret(key);
        if (value.isEmpty() && child(key).isMissingNode()) {
            problem(key, "is required: give a reference such as ${env:NAME}");
        }
        return value.orElse(Secret.of(STAND_IN));
    }

    @Override
    public Optional<Secret<String>> optionalSecret(String key) {
        JsonNode value = child(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return reader.references()
                .resolve(value.asText("").strip(), message -> problem(key, message))
                .map(Secret::of);
    }

    @Override
    public int number(String key, int fallback, int least, int most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        problem(key, "expected a whole number from " + least + " to " + most);
        return fallback;
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        Optional<String> text = optionalText(key).map(value -> value.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.get().equals("true") || text.get().equals("false")) {
            return text.get().equals("true");
        }
        problem(key, "expected true or false");
        return fallback;
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<Duration> value = Durations.parse(text.get());
        if (value.isEmpty()) {
            problem(key, "expected a duration such as 1500ms, 90s, 15m, 24h or 7d");
        }
        return value.orElse(fallback);
    }

    @Override
    public URI url(String key, URI fallback) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            URI url = URI.create(text.get());
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null
                    && url.getQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        problem(key, "expected an absolute http or https URL");
        return fallback;
    }

    @Override
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text.get().toLowerCase(Locale.ROOT))) {
                return constant;
            }
            allowed.add(name);
        }
        problem(key, "expected one of " + String.join(", ", allowed));
        return fallback;
    }

    @Override
    public List<String> texts(String key) {
        JsonNode value = child(key);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText().strip()));
        } else if (value.isTextual()) {
            for (String part : value.asText().split(",", -1)) {
                texts.add(part.strip());
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            problem(key, "expected a list");
        }
        texts.removeIf(String::isEmpty);
        return List.copyOf(texts);
    }

    @Override
    public SettingsSection section(String key) {
        JsonNode value = child(key);
        return children.computeIfAbsent(key, name -> new YamlSection(join(name), value, reader));
    }

    @Override
    public List<String> keys() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public Map<String, SettingsSection> sections() {
        Map<String, SettingsSection> all = new LinkedHashMap<>();
        keys().forEach(name -> all.put(name, section(name)));
        return all;
    }

    @Override
    public void problem(String key, String message) {
        reader.problems().add(join(key), message);
    }

    void reportUnread() {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    String hint = NearestKey.of(name, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("");
                    problem(name, "is not a known key" + hint);
                }
            });
        }
        children.values().forEach(YamlSection::reportUnread);
    }

    private JsonNode child(String key) {
        known.add(key);
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
