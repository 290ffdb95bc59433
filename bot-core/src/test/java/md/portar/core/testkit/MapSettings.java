package md.portar.core.testkit;

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
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;

/**
 * Settings from a map, for tests of code that reads a section. Takes secrets as they are, without references, and tells
 * afterwards which problems were reported and which keys nobody read.
 */
public final class MapSettings implements SettingsSection {
    private final String path;
    private final Map<String, ?> values;
    private final List<String> problems;
    private final Set<String> read = new TreeSet<>();

    private MapSettings(String path, Map<String, ?> values, List<String> problems) {
        this.path = path;
        this.values = new LinkedHashMap<>(values);
        this.problems = problems;
    }

    /** Values are text, numbers, booleans, lists of text, or maps for nested sections. */
    public static MapSettings of(String path, Map<String, ?> values) {
        return new MapSettings(path, values, new ArrayList<>());
    }

    /** What was reported so far, here and in nested sections, each as {@code full.key: message}. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Keys that are present and that nobody asked for. */
    public Set<String> unread() {
        Set<String> left = new TreeSet<>(values.keySet());
        left.removeAll(read);
        return left;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public String text(String key) {
        return optionalText(key).filter(value -> !value.isBlank()).orElseGet(() -> missing(key));
    }

    @Override
    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    @Override
    public Optional<String> optionalText(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    @Override
    public Secret<String> secret(String key) {
        return Secret.of(text(key));
    }

    @Override
    public Optional<Secret<String>> optionalSecret(String key) {
        return optionalText(key).map(Secret::of);
    }

    @Override
    public int number(String key, int fallback, int least, int most) {
        try {
            int number = optionalText(key).map(Integer::parseInt).orElse(fallback);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of range.
        }
        problem(key, "a number from " + least + " to " + most + " is expected");
        return fallback;
    }

    @Override
    public boolean flag(String key, boolean fallback) {
        return optionalText(key).map(Boolean::parseBoolean).orElse(fallback);
    }

    @Override
    public Duration duration(String key, Duration fallback) {
        return optionalText(key).map(value -> parse(key, value, fallback)).orElse(fallback);
    }

    private Duration parse(String key, String value, Duration fallback) {
        if (value.matches("[0-9]{1,9}ms")) {
            return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
        }
        if (value.matches("[0-9]{1,9}[smhd]")) {
            String iso = value.toUpperCase(Locale.ROOT);
            return Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso);
        }
        problem(key, "a duration such as 90s is expected");
        return fallback;
    }

    @Override
    public URI url(String key, URI fallback) {
        return optionalText(key).map(URI::create).orElse(fallback);
    }

    @Override
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        Optional<String> given = optionalText(key);
        if (given.isEmpty()) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(given.get())) {
                return constant;
            }
        }
        problem(key, "not one of the allowed words");
        return fallback;
    }

    @Override
    public List<String> texts(String key) {
        read.add(key);
        List<String> all = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            list.forEach(element -> all.add(String.valueOf(element)));
        }
        return all;
    }

    @Override
    public MapSettings section(String key) {
        read.add(key);
        Map<String, Object> nested = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> nested.put(String.valueOf(name), value));
        }
        return new MapSettings(path + "." + key, nested, problems);
    }

    @Override
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Map<String, SettingsSection> sections() {
        Map<String, SettingsSection> nested = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                nested.put(name, section(name));
            }
        });
        return nested;
    }

    @Override
    public void problem(String key, String message) {
        problems.add(path + "." + key + ": " + message);
    }

    private String missing(String key) {
        problem(key, "is required");
        return "";
    }
}
