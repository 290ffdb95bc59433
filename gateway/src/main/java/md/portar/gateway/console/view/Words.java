package md.portar.gateway.console.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import md.portar.core.message.Language;

/** The console's own words in one language. A missing key is a bug and throws; a test compares the three files. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language, load(language)));
        }
    }

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Map<String, String> load(Language language) {
        String file = "/md/portar/gateway/console/words_" + language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key, "")));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public Language language() {
        return language;
    }

    /** All keys, for the completeness test. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    public String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.code());
        }
        return text;
    }

    /** The words with {@code {0}} replaced. */
    public String get(String key, String value) {
        return get(key).replace("{0}", value);
    }

    public String get(String key, String first, String second) {
        return get(key, first).replace("{1}", second);
    }

    /** The words of an enum's constant: {@code state.queued}. */
    public String of(String prefix, Enum<?> constant) {
        return get(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The form of the words that fits the number, with {@code {0}} replaced by it. */
    public String count(String key, long number) {
        return get(key + "." + PluralForm.of(language, number).suffix(), Long.toString(number));
    }

    /** A channel's name; one that we have no name for shows its id. */
    public String channel(String id) {
        return texts.getOrDefault("channel." + id, id);
    }

    /** A short waiting time, rounded down: 40 s, 4 min, 2 h, 3 d. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return get("js.short.second", Long.toString(seconds));
        }
        if (seconds < 3_600) {
            return get("js.short.minute", Long.toString(seconds / 60));
        }
        if (seconds < 86_400) {
            return get("js.short.hour", Long.toString(seconds / 3_600));
        }
        return get("js.short.day", Long.toString(seconds / 86_400));
    }

    /** The words that the page's scripts need, without their prefix {@code js.}. */
    public Map<String, String> forScripts() {
        Map<String, String> some = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (key.startsWith("js.")) {
                some.put(key.substring(3), text);
            }
        });
        return some;
    }
}
