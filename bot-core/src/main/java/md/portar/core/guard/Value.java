package md.portar.core.guard;

/**
 * A piece of text that may be a password: from a token to the next white space, without the signs that only close a clause.
 * Its shape says how much it looks like something nobody would write for another reason.
 */
final class Value {
    private static final String CLOSING = ".,;:!?)\"'>]…□";
    private static final String BREAKS = "\"()/|⟦□>[];";
    private static final String SECRET_SIGNS = "_#!@$%&*+=^~";
    private static final int LONGEST = 64;

    final int firstToken;
    final int lastToken;
    final int start;
    final int end;
    private final int letters;
    private final int digits;
    private final int uppers;
    private final int innerUppers;
    private final int signs;
    private final int dots;
    private final boolean masked;

    private Value(Tokens tokens, int firstToken, int start, int end) {
        NormText text = tokens.text;
        this.firstToken = firstToken;
        this.start = start;
        this.end = end;
        int last = firstToken;
        while (last + 1 < tokens.count && tokens.start[last + 1] < end) {
            last++;
        }
        this.lastToken = last;
        int[] counts = new int[6];
        for (int i = start; i < end; i++) {
            count(text, i, counts);
        }
        letters = counts[0];
        digits = counts[1];
        uppers = counts[2];
        innerUppers = counts[3];
        signs = counts[4];
        dots = counts[5];
        masked = hasMask(tokens, firstToken, last);
    }

    private void count(NormText text, int i, int[] counts) {
        char c = text.chars[i];
        if (NormText.isDigit(c)) {
            counts[1]++;
        } else if (NormText.isLetter(c)) {
            counts[0]++;
            counts[2] += text.isUpper(i) ? 1 : 0;
            counts[3] += text.isUpper(i) && i > start && NormText.isLetter(text.chars[i - 1]) && !text.isUpper(i - 1)
                    ? 1
                    : 0;
        } else if (SECRET_SIGNS.indexOf(c) >= 0 && i > start) {
            counts[4]++;
        } else if ((c == '.' || c == '-') && i > start) {
            counts[5]++;
        }
    }

    /** The value that begins with this token, signs before it that touch it included. */
    static Value at(Tokens tokens, int token) {
        NormText text = tokens.text;
        int start = tokens.start[token];
        while (start > 0
                && SECRET_SIGNS.indexOf(text.chars[start - 1]) >= 0
                && text.chars[start - 1] != '='
                && tokens.start[token] - start < 4) {
            start--;
        }
        int end = tokens.start[token];
        while (end < text.length
                && end - start < LONGEST
                && !NormText.isSpace(text.chars[end])
                && BREAKS.indexOf(text.chars[end]) < 0) {
            end++;
        }
        while (end > tokens.end[token] && CLOSING.indexOf(text.chars[end - 1]) >= 0) {
            end--;
        }
        int first = token;
        while (first > 0 && tokens.start[first - 1] >= start) {
            first--;
        }
        return new Value(tokens, first, start, Math.max(end, tokens.end[token]));
    }

    static Value between(Tokens tokens, int first, int last) {
        return new Value(tokens, first, tokens.start[first], tokens.end[last]);
    }

    /** Some of it was hidden by who wrote it, inside or right behind. */
    private static boolean hasMask(Tokens tokens, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (tokens.is(i, Tokens.MASK)) {
                return true;
            }
        }
        return tokens.touchesPrevious(last + 1) && tokens.is(last + 1, Tokens.MASK);
    }

    boolean isMasked() {
        return masked;
    }

    /** Looks made up: letters with digits, or signs inside, and is no measure, model or ordinal. */
    boolean isStrong() {
        if (masked) {
            return false;
        }
        if (letters > 0 && digits > 0) {
            return !isDull();
        }
        return letters >= 3 && signs > 0 && end - start >= 5;
    }

    /** "x35", "a52", "24h", "2nd": letters and digits that people write for other reasons. */
    private boolean isDull() {
        return letters + digits <= 3 || letters == 1 && digits <= 4 && signs == 0;
    }

    /** Written as a name: a capital where a sentence would have none. */
    boolean isCapitalised() {
        return uppers > 0 && letters >= 3;
    }

    boolean isAllCapitals() {
        return uppers == letters && letters >= 3;
    }

    boolean hasInnerCapital() {
        return innerUppers > 0;
    }

    boolean isDigitsOnly() {
        return letters == 0 && digits > 0;
    }

    boolean isLettersOnly() {
        return digits == 0 && letters >= 2;
    }

    /** "REQ-90355", "P-1204": how systems name their things. */
    boolean isReference() {
        return uppers == letters && letters <= 4 && dots == 1 && signs == 0 && digits >= 3;
    }

    int letters() {
        return letters;
    }

    int digits() {
        return digits;
    }
}
