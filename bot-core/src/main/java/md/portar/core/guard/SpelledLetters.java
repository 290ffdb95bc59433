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
}
