package md.portar.gateway.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telegram's markup, read as strictly as the platform does: what it cannot read is refused. */
final class TelegramMarkup {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z-]+)((?:\\s[^>]*)?)>");
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";
    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("b", "b"),
            Map.entry("strong", "b"),
            Map.entry("i", "i"),
            Map.entry("em", "i"),
            Map.entry("u", "u"),
            Map.entry("ins", "u"),
            Map.entry("s", "s"),
            Map.entry("strike", "s"),
            Map.entry("del", "s"),
            Map.entry("code", "code"),
            Map.entry("pre", "code"),
            Map.entry("blockquote", "quote"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("a", "link"));

    private TelegramMarkup() {}

    /** Reads a text in the given mode; throws a refusal where the platform would. */
    static RichText read(String text, String parseMode) {
        return switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "" -> RichText.plain(text);
            case "html" -> html(text);
            case "markdownv2" -> markdown(text);
            case "markdown" -> RichText.plain(text);
            default -> throw new Refusal(400, 400, "Bad Request: unsupported parse_mode");
        };
    }

    private static RichText html(String text) {
        List<RichText.Run> runs = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        String link = "";
        int from = 0;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            add(runs, stripped(text.substring(from, tag.start()), from), open, link);
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (!STYLES.containsKey(name)) {
                throw cannotParse("Unsupported start tag at byte offset " + tag.start());
            }
            if (tag.group(1).isEmpty()) {
                open.push(name);
                link = name.equals("a") ? href(tag.group(3)) : link;
            } else if (open.isEmpty() || !open.pop().equals(name)) {
                throw cannotParse("Unexpected end tag at byte offset " + tag.start());
            } else if (name.equals("a")) {
                link = "";
            }
            from = tag.end();
        }
        add(runs, stripped(text.substring(from), from), open, link);
        if (!open.isEmpty()) {
            throw cannotParse("Can't find end tag corresponding to start tag");
        }
        return new RichText(runs);
    }

    private static String href(String attributes) {
        Matcher href = HREF.matcher(attributes);
        return href.find() ? unescaped(href.group(1)) : "";
    }

    /** Text between tags: no bare angle bracket may be left in it. */
    private static String stripped(String text, int offset) {
        if (text.indexOf('<') >= 0) {
            throw cannotParse("Unsupported start tag at byte offset " + (offset + text.indexOf('<')));
        }
        return unescaped(text);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static void add(List<RichText.Run> runs, String text, Deque<String> open, String link) {
        if (!text.isEmpty()) {
            Set<String> styles = new LinkedHashSet<>();
            open.forEach(name -> styles.add(STYLES.getOrDefault(name, name)));
            runs.add(new RichText.Run(text, styles, link));
        }
    }

    /** Bold, italic, strike, underline, code; links keep their label. Reserved characters must be escaped. */
    private static RichText markdown(String text) {
        List<RichText.Run> runs = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                run.append(text.charAt(++i));
            } else if ("*_~`".indexOf(c) >= 0) {
                add(runs, run.toString(), open, "");
                run.setLength(0);
                String style = c == '*' ? "b" : c == '_' ? "i" : c == '~' ? "s" : "code";
                if (!open.remove(style)) {
                    open.push(style);
                }
            } else if (RESERVED.indexOf(c) >= 0) {
                throw cannotParse("Character '" + c + "' is reserved and must be escaped with the preceding '\\'");
            } else {
                run.append(c);
            }
        }
        add(runs, run.toString(), open, "");
        if (!open.isEmpty()) {
            throw cannotParse("Can't find end of the entity");
        }
        return new RichText(runs);
    }

    private static Refusal cannotParse(String why) {
        return new Refusal(400, 400, "Bad Request: can't parse entities: " + why);
    }
}
