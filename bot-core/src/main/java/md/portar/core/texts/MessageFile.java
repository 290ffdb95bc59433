package md.portar.core.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/** The message file of one language with the operator's facts filled in. */
final class MessageFile {
    private final Language language;
    private final Map<String, String> texts;

    private MessageFile(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    static MessageFile load(Language language, OperatorFacts facts) {
        Map<String, String> raw = read(language);
        Map<String, String> filled = new HashMap<>();
        raw.forEach((key, text) -> {
            if (!key.endsWith(".unset") && !key.startsWith("unset.")) {
                filled.put(key, fill(key, text, raw, facts));
            }
        });
        return new MessageFile(language, Map.copyOf(filled));
    }

    /** The file as written, for checks. */
    static Map<String, String> read(Language language) {
        String resource = "/md/portar/texts/" + language.code() + ".properties";
        try (InputStream in = MessageFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the message file of " + language + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> read = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the message file of " + language, e);
        }
    }

    String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return text;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** A whole replacement sentence where there is one, since a noun in its place would read like a gap. */
    private static String fill(String key, String text, Map<String, String> raw, OperatorFacts facts) {
        @Nullable String instead = raw.get(key + ".unset");
        String result = text;
        if (instead != null && lacksValueWithoutStandIn(text, raw, facts)) {
            result = instead;
        }
        for (OperatorFacts.Fact fact : OperatorFacts.Fact.values()) {
            String value = facts.get(fact).orElse(raw.get("unset." + fact.placeholder()));
            if (value != null) {
                result = result.replace("{" + fact.placeholder() + "}", value);
            }
        }
        return result;
    }

    private static boolean lacksValueWithoutStandIn(String text, Map<String, String> raw, OperatorFacts facts) {
        for (OperatorFacts.Fact fact : OperatorFacts.Fact.values()) {
            boolean needed = text.contains("{" + fact.placeholder() + "}");
            boolean standIn = raw.containsKey("unset." + fact.placeholder());
            if (needed && !facts.knows(fact) && !standIn) {
                return true;
            }
        }
        return false;
    }
}
