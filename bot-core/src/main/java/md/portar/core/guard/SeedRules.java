package md.portar.core.guard;

/** Finds the words that restore a wallet. Where such a list ends is never sure, so nothing of the text is kept. */
final class SeedRules {
    private static final int FEWEST_WORDS = 6;
    private static final int FEWEST_NUMBERED = 8;
    private static final int MOST_WORDS = 28;
    private static final int FEWEST_IN_A_ROW = 11;
    private static final long SENTENCE = Role.PREP.bit
            | Role.AND.bit
            | Role.COPULA.bit
            | Role.POSS.bit
            | Role.NEG.bit
            | Role.WH.bit
            | Role.CLITIC.bit
            | Role.USE.bit
            | Role.SEED.bit
            | Role.WALLET.bit;
    private static final long GRAMMAR = Role.STOP.bit
            | Role.NEG.bit
            | Role.WH.bit
            | Role.POSS.bit
            | Role.COPULA.bit
            | Role.PREP.bit
            | Role.AND.bit
            | Role.CLITIC.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    private SeedRules(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        SeedRules rules = new SeedRules(analysis);
        if (analysis.mentions(Role.SEED.bit)) {
            for (int i = 0; i < rules.tokens.count; i++) {
                if (rules.tokens.has(i, Role.SEED) && rules.listFollows(i + 1)) {
                    rules.hit("password.seed", i + 1);
                    return;
                }
            }
        }
        if (analysis.tokens.anyDigit) {
            rules.numbered();
        }
        if (analysis.mentions(Role.SEED.bit | Role.WALLET.bit) && analysis.hits.isEmpty()) {
            rules.run();
        }
    }

    /** Mostly words that are no grammar: at least six, and twice as many as the others. */
    private boolean listFollows(int first) {
        int words = 0;
        int grammar = 0;
        int repeats = 0;
        int previous = -1;
        for (int i = first; i < tokens.count && words + grammar < MOST_WORDS; i++) {
            if (!tokens.is(i, Tokens.WORD)) {
                continue;
            }
            repeats += previous >= 0 && sameWord(previous, i) ? 1 : 0;
            previous = i;
            if (tokens.hasAny(i, GRAMMAR)) {
                grammar++;
                if (words < 2 && grammar > 5) {
                    return false;
                }
            } else {
                words++;
            }
        }
        return words >= FEWEST_WORDS && words >= 2 * grammar || words >= 10 && words >= grammar || repeats >= 5;
    }

    private boolean sameWord(int a, int b) {
        if (tokens.length(a) != tokens.length(b)) {
            return false;
        }
        for (int i = 0; i < tokens.length(a); i++) {
            if (analysis.text.chars[tokens.start[a] + i] != analysis.text.chars[tokens.start[b] + i]) {
                return false;
            }
        }
        return true;
    }

    /** Eleven words in a row without a single one that makes a sentence. */
    private void run() {
        int length = 0;
        for (int i = 0; i < tokens.count; i++) {
            boolean plain = tokens.is(i, Tokens.WORD) && !tokens.hasAny(i, SENTENCE);
            length = plain ? length + 1 : tokens.sign(i) == ',' ? length : 0;
            if (length >= FEWEST_IN_A_ROW) {
                hit("password.seed-run", 0);
                return;
            }
        }
    }

    /** "1 sun 2 river 3 window …" needs no keyword. */
    private void numbered() {
        int expected = 1;
        int first = -1;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, Tokens.NUMBER) && value(i) == expected) {
                int word = tokens.is(i + 1, Tokens.SIGN) ? i + 2 : i + 1;
                int next = tokens.sign(word + 1) == ',' || tokens.is(word + 1, Tokens.LINE) ? word + 2 : word + 1;
                boolean listed =
                        tokens.is(word, Tokens.WORD) && tokens.is(next, Tokens.NUMBER) && value(next) == expected + 1;
                first = expected == 1 ? i : first;
                expected = listed ? expected + 1 : 1;
                if (expected > FEWEST_NUMBERED) {
                    hit("password.seed-numbered", first);
                    return;
                }
            }
        }
    }

    private int value(int i) {
        return tokens.length(i) > 2 ? -1 : Integer.parseInt(analysis.text.slice(tokens.start[i], tokens.end[i]));
    }

    private void hit(String rule, int first) {
        int last = tokens.count - 1;
        analysis.hits.add(Hit.unsure(SecretKind.PASSWORD, rule, tokens.start[first], tokens.end[last]));
        analysis.take(first, last);
    }
}
