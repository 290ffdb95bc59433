package md.portar.gateway.console;

import java.util.Locale;

/** The one or two letters on an avatar, and its colour. */
final class Initials {
    private static final int HUES = 8;

    private Initials() {}

    static String of(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.strip().split("\\s+", 8)) {
            if (!word.isEmpty()
                    && letters.codePointCount(0, letters.length()) < 2
                    && Character.isLetterOrDigit(word.codePointAt(0))) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.isEmpty() ? "?" : letters.toString().toUpperCase(Locale.ROOT);
    }

    /** The same for the same conversation, so that people recognise it. */
    static int hue(long number) {
        return Math.floorMod(number * 5, HUES);
    }
}
