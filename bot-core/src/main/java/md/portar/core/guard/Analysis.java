package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;

/** One text under examination: its tokens, its numbers, and what the rules have found so far. */
final class Analysis {
    final NormText text;
    final Tokens tokens;
    final List<Num> numbers;
    final List<Hit> hits = new ArrayList<>(0);
    private final boolean[] taken;

    Analysis(Tokens tokens) {
        this.text = tokens.text;
        this.tokens = tokens;
        this.numbers = NumberScanner.scan(tokens);
        this.taken = new boolean[tokens.count];
    }

    /** Whether a rule has claimed this token already. */
    boolean isTaken(int token) {
        return token >= 0 && token < taken.length && taken[token];
    }

    void take(int first, int last) {
        for (int i = Math.max(first, 0); i <= last && i < taken.length; i++) {
            taken[i] = true;
        }
    }

    void hit(SecretKind kind, String rule, int firstToken, int lastToken) {
        hits.add(Hit.sure(kind, rule, tokens.start[firstToken], tokens.end[lastToken]));
        take(firstToken, lastToken);
    }

    boolean mentions(long roles) {
        return (tokens.all & roles) != 0;
    }
}
