package md.portar.core.guard;

/**
 * A text as the rules see it: folded characters, each with the span of the original it stands for. Arrays are shared, not
 * copied, and never written after construction.
 */
final class NormText {
    /** Stands for a whole redaction marker. */
    static final char MARKER = '⟦';

    final String raw;
    final char[] chars;
    final int[] from;
    final int[] to;
    final int length;
    /** Whether more text followed than may be screened; it begins at {@code to[length - 1]} of the original. */
    final boolean cut;

    NormText(String raw, char[] chars, int[] from, int[] to, int length, boolean cut) {
        this.raw = raw;
        this.chars = chars;
        this.from = from;
        this.to = to;
        this.length = length;
        this.cut = cut;
    }

    char at(int index) {
        return index >= 0 && index < length ? chars[index] : '\n';
    }

    boolean isUpper(int index) {
        return Character.isUpperCase(raw.charAt(from[index]));
    }

    String slice(int start, int end) {
        return new String(chars, start, end - start);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c > 127 && Character.isLetter(c);
    }

    static boolean isWordChar(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }

    static boolean isCyrillic(char c) {
        return c >= 'Ѐ' && c <= 'ԯ';
    }
}
