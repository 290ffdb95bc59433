package md.portar.core.guard;

/** Finds passwords in quotes: near the keyword, or what something is to be changed to where passwords are talked about. */
final class QuotedValues {
    private static final int REACH = 5;
    private static final int LONGEST = 8;
    private static final long OTHER = PasswordRules.OTHER | Role.PASSWORD.bit | Role.NEG.bit | Role.CARD.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    private QuotedValues(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        new QuotedValues(analysis).scan();
    }

    private void scan() {
        for (int i = 0; i < tokens.count; i++) {
            char quote = tokens.sign(i);
            if (quote != '"' && quote != '\'') {
                continue;
            }
            int close = closing(i, quote);
            if (close < 0) {
                continue;
            }
            if (close > i + 1 && isQuotedValue(i, close)) {
                Value value = Value.between(tokens, i + 1, close - 1);
                hit(value);
            }
            i = close;
        }
    }

    private int closing(int open, char quote) {
        for (int i = open + 1; i < tokens.count && i <= open + LONGEST; i++) {
            if (tokens.sign(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private boolean isQuotedValue(int open, int close) {
        int unknown = 0;
        for (int i = open + 1; i < close; i++) {
            if (analysis.isTaken(i) || tokens.type[i] > Tokens.SIGN || tokens.hasAny(i, OTHER)) {
                return false;
            }
            unknown += tokens.isWordLike(i) && tokens.roles[i] == 0 ? 1 : 0;
        }
        boolean near = false;
        boolean before = true;
        boolean after = true;
        for (int n = 1; n <= REACH; n++) {
            before &= !endsSentence(open - n);
            after &= !endsSentence(close + n);
            near |= before && tokens.has(open - n, Role.PASSWORD) || after && tokens.has(close + n, Role.PASSWORD);
        }
        return (near || isWished(open)) && unknown > 0;
    }

    /** "Make it "ilovemoldova"", where passwords are talked about. */
    private boolean isWished(int open) {
        for (int i = open - 1; i >= open - 3 && tokens.isWordLike(i); i--) {
            if (tokens.has(i, Role.CHANGE)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsSentence(int i) {
        return tokens.sign(i) != 0 && ".!?".indexOf(tokens.sign(i)) >= 0;
    }

    private void hit(Value value) {
        if (!analysis.isTaken(value.firstToken)) {
            analysis.hits.add(Hit.sure(SecretKind.PASSWORD, "password.quoted", value.start, value.end));
            analysis.take(value.firstToken, value.lastToken);
        }
    }
}
