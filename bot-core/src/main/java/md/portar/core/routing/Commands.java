package md.portar.core.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.message.Language;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.texts.Texts;

/**
 * Commands, deep links and typed labels, as ids of the buttons they stand for. Every button that is always valid can be typed
 * in any language.
 */
final class Commands {
    static final String MENU = "menu.back";
    static final String CASE_LINK = "case.link:";
    private static final Pattern START = Pattern.compile("/?start(?:@\\w+)?[ :=]+([A-Za-z0-9_-]{1,64})");
    private static final Pattern COMMAND = Pattern.compile("(/[a-z_]{1,32})(@\\w+)?");
    private static final List<String> ALWAYS_VALID = List.of(
            "menu.faq",
            "menu.status",
            "menu.human",
            "menu.safety",
            "menu.contacts",
            "menu.language",
            MENU,
            "topic.login",
            "topic.payments",
            "topic.bonus",
            "topic.games",
            "topic.kyc",
            "topic.limits",
            "topic.official",
            "end.reopen");

    private final Map<String, String> byWords = new HashMap<>();
    private final Map<String, String> startLinks;

    Commands(Texts texts, Map<String, String> startLinks) {
        this.startLinks = startLinks;
        for (Language language : Language.values()) {
            for (String id : ALWAYS_VALID) {
                byWords.put(fold(texts.choice(language, id).label().value()), id);
            }
        }
        readSynonyms();
    }

    /** The button that the whole message stands for. */
    Optional<String> read(String message) {
        String stripped = message.strip();
        Matcher start = START.matcher(stripped);
        if (start.matches()) {
            return Optional.of(link(start.group(1)));
        }
        Matcher command = COMMAND.matcher(stripped.toLowerCase(Locale.ROOT));
        if (command.matches()) {
            return Optional.of(byWords.getOrDefault(fold(command.group(1)), MENU));
        }
        return Optional.ofNullable(byWords.get(fold(stripped)));
    }

    /** What a tap means: our own ids as they are, deep links and entry points as the buttons they open. */
    String readTap(String payload) {
        String lower = payload.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("start") || lower.equals("get_started") || lower.equals("/start")) {
            return MENU;
        }
        Matcher start = START.matcher(payload.strip());
        if (start.matches()) {
            return link(start.group(1));
        }
        if (CaseLink.isOne(payload)) {
            return CASE_LINK + payload;
        }
        return startLinks.getOrDefault(payload, payload);
    }

    private String link(String parameter) {
        return CaseLink.isOne(parameter) ? CASE_LINK + parameter : startLinks.getOrDefault(parameter, MENU);
    }

    private void readSynonyms() {
        try (InputStream in = Commands.class.getResourceAsStream("/md/portar/phrases/commands.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of commands is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    String id = line.substring(0, colon);
                    for (String word : line.substring(colon + 1).trim().split("\\s+")) {
                        byWords.putIfAbsent(fold(word), id);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of commands", e);
        }
    }

    private static String fold(String words) {
        return FoldedText.of(words).joined();
    }
}
