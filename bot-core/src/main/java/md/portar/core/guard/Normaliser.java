package md.portar.core.guard;

import java.util.Arrays;

/** Folds a text once, in linear time, keeping for every folded character where it came from. */
final class Normaliser {
    /** Folded characters that are screened; what follows is withheld. */
    static final int LIMIT = 4096;

    private static final int RAW_LIMIT = 4 * LIMIT;

    private final String raw;
    private char[] chars;
    private int[] from;
    private int[] to;
    private int length;

    private Normaliser(String raw) {
        this.raw = raw;
        int room = Math.min(raw.length(), LIMIT) + 8;
        chars = new char[room];
        from = new int[room];
        to = new int[room];
    }

    static NormText fold(String raw) {
        return new Normaliser(raw).run();
    }

    private NormText run() {
        int i = 0;
        int end = Math.min(raw.length(), RAW_LIMIT);
        while (i < end && length < LIMIT) {
            i = step(i);
        }
        boolean cut = i < raw.length();
        return new NormText(raw, chars, from, to, cut ? boundary() : length, cut);
    }

    private int step(int i) {
        char c = raw.charAt(i);
        if (c < 128 && c >= ' ' && c != '`') {
            put(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, i, i + 1);
            return i + 1;
        }
        if (c == NormText.MARKER) {
            int close = Markers.endOfMarker(raw, i);
            put(close < 0 ? '(' : NormText.MARKER, i, close < 0 ? i + 1 : close);
            return close < 0 ? i + 1 : close;
        }
        int codePoint = raw.codePointAt(i);
        int next = i + Character.charCount(codePoint);
        String folded = Folding.of(codePoint);
        if (folded.isEmpty()) {
            if (length > 0) {
                to[length - 1] = next;
            }
            return next;
        }
        for (int k = 0; k < folded.length() && length < LIMIT; k++) {
            put(folded.charAt(k), i, next);
        }
        return next;
    }

    private void put(char c, int start, int end) {
        if (length == chars.length) {
            int room = length * 2;
            chars = Arrays.copyOf(chars, room);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
        }
        chars[length] = c;
        from[length] = start;
        to[length] = end;
        length++;
    }

    /** A cut text ends before its last word and before any digits there, so that no half of a secret stays behind. */
    private int boundary() {
        int end = Math.min(length, LIMIT - 1);
        while (end > 0 && !NormText.isSpace(chars[end - 1])) {
            end--;
        }
        while (end > 0 && !NormText.isLetter(chars[end - 1])) {
            end--;
        }
        return end;
    }
}
