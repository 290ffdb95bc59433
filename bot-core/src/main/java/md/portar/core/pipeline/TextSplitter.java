package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces no longer than a limit: at a paragraph, else a line, else a sentence, else a word, else where it must
 * be. Never inside a surrogate pair, and inside a link only when the link alone is longer than the limit.
 */
public final class TextSplitter {
    /** A cut nearer to the start than this share of the limit would make a needless fragment. */
    private static final double LEAST_FILL = 0.3;

    private TextSplitter() {}

    /** Pieces in order, none blank; a blank text has none. */
    public static List<String> split(String text, int limit) {
        if (limit < 2) {
            throw new IllegalArgumentException("a limit has room for a surrogate pair");
        }
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > limit) {
            int cut = cut(rest, limit);
            pieces.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int cut(String text, int limit) {
        int least = Math.max(1, (int) (limit * LEAST_FILL));
        int paragraph = text.lastIndexOf("\n\n", limit);
        if (paragraph >= least) {
            return paragraph;
        }
        int line = text.lastIndexOf('\n', limit);
        if (line >= least) {
            return line;
        }
        int sentence = sentenceEnd(text, limit);
        if (sentence >= least) {
            return sentence;
        }
        int word = whiteSpace(text, limit);
        if (word >= 1) {
            return word;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) && Character.isLowSurrogate(text.charAt(limit))
                ? limit - 1
                : limit;
    }

    /** Links hold no white space, so that a cut at white space never breaks one. */
    private static int whiteSpace(String text, int limit) {
        for (int at = limit; at > 0; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    private static int sentenceEnd(String text, int limit) {
        for (int at = limit; at > 1; at--) {
            if (Character.isWhitespace(text.charAt(at)) && ".!?…".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }
}
