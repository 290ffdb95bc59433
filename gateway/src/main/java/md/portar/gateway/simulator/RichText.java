package md.portar.gateway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Text as the player sees it: runs with styles, markup already taken out.
 *
 * @param runs in reading order
 */
public record RichText(List<Run> runs) {
    static final RichText EMPTY = new RichText(List.of());

    public RichText {
        runs = List.copyOf(runs);
    }

    /**
     * One stretch of equal style.
     *
     * @param styles any of {@code b i u s code quote spoiler}
     * @param link where a tap leads; empty when nowhere
     */
    public record Run(String text, Set<String> styles, String link) {
        public Run {
            styles = Set.copyOf(styles);
        }
    }

    static RichText plain(String text) {
        return text.isEmpty() ? EMPTY : new RichText(List.of(new Run(text, Set.of(), "")));
    }

    /** The text without its styles. */
    public String text() {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return all.toString();
    }

    /** Reads WhatsApp's marks: {@code *bold* _italic_ ~strike~} and code in triple backticks. Unpaired marks stay text. */
    static RichText whatsApp(String text) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int end = closing(text, at);
            if (end < 0) {
                at++;
                continue;
            }
            int mark = text.startsWith("```", at) ? 3 : 1;
            add(runs, text.substring(from, at), Set.of());
            add(runs, text.substring(at + mark, end), Set.of(style(text.charAt(at))));
            at = end + mark;
            from = at;
        }
        add(runs, text.substring(from), Set.of());
        return new RichText(runs);
    }

    private static void add(List<Run> runs, String text, Set<String> styles) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, styles, ""));
        }
    }

    private static String style(char mark) {
        return switch (mark) {
            case '*' -> "b";
            case '_' -> "i";
            case '~' -> "s";
            default -> "code";
        };
    }

    /** Where the mark at this place closes, or -1 when it is an ordinary character here. */
    private static int closing(String text, int at) {
        if (text.startsWith("```", at)) {
            int end = text.indexOf("```", at + 3);
            return end > at + 3 ? end : -1;
        }
        char mark = text.charAt(at);
        boolean opens = "*_~".indexOf(mark) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
        if (!opens) {
            return -1;
        }
        int end = text.indexOf(mark, at + 1);
        boolean closes = end > at + 1
                && !Character.isWhitespace(text.charAt(end - 1))
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))
                && text.substring(at, end).indexOf('\n') < 0;
        return closes ? end : -1;
    }
}
