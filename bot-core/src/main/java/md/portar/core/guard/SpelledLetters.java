package md.portar.core.guard;

/** Reads a value that was written letter by letter. */
final class SpelledLetters {
    private final Tokens tokens;

    SpelledLetters(Tokens tokens) {
        this.tokens = tokens;
    }

    private boolean isLetter(int i) {
        return tokens.is(i, Tokens.WORD) && tokens.length(i) == 1;
    }

    /** Three or more letters one by one. */
    boolean isSpelled(int i) {
        int second = tokens.is(i + 1, Tokens.SIGN) ? i + 2 : i + 1;
        int third = tokens.is(second + 1, Tokens.SIGN) ? second + 2 : second + 1;
        return isLetter(i) && isLetter(second) && isLetter(third) && !tokens.has(i, Role.COPULA);
    }

    Value spelled(int first) {
        int last = first;
        int next = first;
        while (isLetter(next)) {
            last = next;
            next = tokens.is(next + 1, Tokens.SIGN) && isLetter(next + 2) ? next + 2 : next + 1;
        }
        return Value.between(tokens, first, last);
    }

    /** "Capital w, walnut nine nine": told how it is written, then a word and digits. */
    boolean isDictated(int k) {
        int word = tokens.is(k + 1, Tokens.WORD) && tokens.length(k + 1) == 1 ? k + 2 : k + 1;
        return tokens.has(k, Role.SPELLING)
                && tokens.isWordLike(word)
                && tokens.roles[word] == 0
                && (tokens.has(word + 1, Role.NUMERAL) || tokens.is(word + 1, Tokens.NUMBER));
    }
}
