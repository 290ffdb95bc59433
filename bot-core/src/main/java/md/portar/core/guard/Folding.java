package md.portar.core.guard;

import java.text.Normalizer;
import java.util.Map;

/**
 * What one code point looks like to the rules: compatibility forms, accents, case and exotic alphabets removed. Empty for
 * characters that cannot be seen. Keeps no state but a cache that is filled with equal values by whoever comes first.
 */
final class Folding {
    /** Stands for any pictograph: it separates, it is never part of a value. */
    static final char PICTOGRAPH = '□';

    private static final int BLOCK = 256;
    private static final String[][] CACHE = new String[Character.MAX_VALUE / BLOCK + 1][];
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ı', "i"),
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ɑ', "a"),
            Map.entry('ɡ', "g"),
            Map.entry('ʟ', "l"),
            Map.entry('ʀ', "r"),
            Map.entry('ɴ', "n"),
            Map.entry('ɪ', "i"),
            Map.entry('ʏ', "y"),
            Map.entry('ᴀ', "a"),
            Map.entry('ʙ', "b"),
            Map.entry('ᴄ', "c"),
            Map.entry('ᴅ', "d"),
            Map.entry('ᴇ', "e"),
            Map.entry('ɢ', "g"),
            Map.entry('ʜ', "h"),
            Map.entry('ᴊ', "j"),
            Map.entry('ᴋ', "k"),
            Map.entry('ᴍ', "m"),
            Map.entry('ᴏ', "o"),
            Map.entry('ᴘ', "p"),
            Map.entry('ꜱ', "s"),
            Map.entry('ᴛ', "t"),
            Map.entry('ᴜ', "u"),
            Map.entry('ᴠ', "v"),
            Map.entry('ᴡ', "w"),
            Map.entry('ᴢ', "z"));
    private static final String GREEK = "αβγδεζηικλμνοπρςστυχω";
    private static final String GREEK_AS_LATIN = "abydeznikluvonpcstuxw";
    private static final String MASKS = "•●○∙▪■█⬤∗⚫";
    private static final String LINES = "\n\r\u000B\f\u0085\u2028\u2029";

    private Folding() {}

    static String of(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return fold(codePoint);
        }
        String[] block = CACHE[codePoint / BLOCK];
        if (block == null) {
            block = foldBlock(codePoint / BLOCK);
            CACHE[codePoint / BLOCK] = block;
        }
        return block[codePoint % BLOCK];
    }

    private static String[] foldBlock(int index) {
        String[] block = new String[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = fold(index * BLOCK + i);
        }
        return block;
    }

    private static String fold(int codePoint) {
        if (LINES.indexOf(codePoint) >= 0) {
            return "\n";
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        if (codePoint == '№') {
            return "#";
        }
        if (codePoint == 'й' || codePoint == 'Й') {
            return "й";
        }
        String exotic = exoticAlphabet(codePoint);
        if (!exotic.isEmpty()) {
            return exotic;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(parts.length());
        parts.codePoints().filter(part -> !isInvisible(part)).forEach(part -> folded.append(simple(part)));
        return folded.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> codePoint != '\t' && LINES.indexOf(codePoint) < 0;
            default -> codePoint == 0x3164 || codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0xFFA0;
        };
    }

    private static String exoticAlphabet(int codePoint) {
        if (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) {
            return Character.toString('a' + codePoint - 0x1F1E6);
        }
        if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
            return Character.toString('a' + codePoint - 0x1F150);
        }
        if (codePoint >= 0x1F170 && codePoint <= 0x1F189) {
            return Character.toString('a' + codePoint - 0x1F170);
        }
        if (codePoint >= 0x2776 && codePoint <= 0x2793) {
            return Integer.toString((codePoint - 0x2776) % 10 + 1);
        }
        return codePoint == 0x1F51F ? "10" : "";
    }

    private static String simple(int codePoint) {
        int lower = Character.toLowerCase(codePoint);
        if (lower < 128) {
            return lower == '\t' ? " " : lower == '`' ? "\"" : Character.toString(lower);
        }
        if (Character.isDigit(lower)) {
            return Integer.toString(Character.digit(lower, 10));
        }
        if (Character.isLetter(lower)) {
            int greek = GREEK.indexOf(lower);
            return greek >= 0
                    ? Character.toString(GREEK_AS_LATIN.charAt(greek))
                    : lower <= Character.MAX_VALUE
                            ? LETTERS.getOrDefault((char) lower, Character.toString(lower))
                            : Character.toString(PICTOGRAPH);
        }
        return symbol(lower);
    }

    private static String symbol(int codePoint) {
        if (MASKS.indexOf(codePoint) >= 0) {
            return "*";
        }
        if ("‘’‚‛´ʼʹ′".indexOf(codePoint) >= 0) {
            return "'";
        }
        if (codePoint == '·') {
            return ".";
        }
        if ("⟦⟧€£₽₴¥¢…".indexOf(codePoint) >= 0) {
            return Character.toString(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR -> " ";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "\"";
            case Character.START_PUNCTUATION -> codePoint == '„' ? "\"" : "(";
            case Character.END_PUNCTUATION -> ")";
            case Character.MATH_SYMBOL -> codePoint == 0x2212 ? "-" : ">";
            default -> Character.toString(PICTOGRAPH);
        };
    }
}
