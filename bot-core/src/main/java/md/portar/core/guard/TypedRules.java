package md.portar.core.guard;

/** Finds a password that was typed somewhere and refused: "I enter bluebird and it says wrong password". */
final class TypedRules {
    private static final int REACH = 12;
    private static final int SHORTEST = 4;
    private static final long LEADING =
            Role.PREP.bit | Role.CLITIC.bit | Role.SOFT.bit | Role.TO.bit | Role.USE.bit | Role.POSS.bit | Role.AS.bit;
    private static final long REFUSED = Role.WRONG.bit | Role.NEG.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    private TypedRules(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        if (analysis.mentions(Role.USE.bit | Role.VERIFY.bit) && analysis.mentions(REFUSED)) {
            new TypedRules(analysis).scan();
        }
    }

    private void scan() {
        for (int i = 0; i < tokens.count; i++) {
            boolean with = tokens.has(i, Role.VERIFY) && tokens.has(i + 1, Role.PREP);
            if (!tokens.has(i, Role.USE) && !with || tokens.has(i, Role.WRONG)) {
                continue;
            }
            int value = i + 1;
            while (tokens.hasAny(value, LEADING | Role.UNIT.bit)
                    || tokens.sign(value) == '"'
                    || tokens.is(value, Tokens.NUMBER) && tokens.has(value + 1, Role.UNIT)) {
                value++;
            }
            boolean named = tokens.has(i, Role.USE)
                    || isUnknown(value) && Value.at(tokens, value).isCapitalised()
                    || tokens.sign(value - 1) == '"';
            if (named && isUnknown(value) && isRefusedAsPassword(Value.at(tokens, value))) {
                Value found = Value.at(tokens, value);
                analysis.hits.add(Hit.sure(SecretKind.PASSWORD, "password.typed", found.start, found.end));
                analysis.take(found.firstToken, found.lastToken);
            }
            i = Math.max(i, value - 1);
        }
    }

    private boolean isUnknown(int i) {
        return tokens.isWordLike(i)
                && !tokens.is(i, Tokens.NUMBER)
                && (tokens.roles[i] == 0 && tokens.length(i) >= SHORTEST || isChunk(i))
                && !analysis.isTaken(i);
    }

    /** "Tri.Medvedi" in quotes: several words typed as one. */
    private boolean isChunk(int i) {
        Value value = Value.at(tokens, i);
        return tokens.sign(i - 1) == '"' && value.lastToken > i && tokens.roles[value.lastToken] == 0;
    }

    /** The value ends its clause, and the next thing said to be wrong is the password. */
    private boolean isRefusedAsPassword(Value value) {
        int after = value.lastToken + 1;
        boolean ends = tokens.is(after, Tokens.SIGN)
                || tokens.is(after, Tokens.LINE)
                || tokens.hasAny(after, Role.AND.bit | Role.NEG.bit)
                || tokens.has(after, Role.PREP) && tokens.has(after + 1, Role.UNIT);
        if (!ends || value.isMasked()) {
            return false;
        }
        for (int i = after; i < tokens.count && i < after + REACH; i++) {
            boolean ended = i > after && ".!?".indexOf(tokens.sign(i)) >= 0 && tokens.sign(i) != 0;
            if (ended || tokens.hasAny(i, Role.CODE.bit | Role.PROMO.bit | Role.LOGIN.bit | Role.REF.bit)) {
                return false;
            }
            if (tokens.has(i, Role.PASSWORD)) {
                return isRefused(i, after);
            }
        }
        return false;
    }

    private boolean isRefused(int password, int from) {
        for (int i = Math.max(from, password - 3); i <= password + 4; i++) {
            if (tokens.hasAny(i, REFUSED)) {
                return true;
            }
        }
        return false;
    }
}
