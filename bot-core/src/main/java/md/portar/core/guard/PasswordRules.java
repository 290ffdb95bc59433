package md.portar.core.guard;

/** Finds passwords: by the grammar around a keyword, by their shape near one, in quotes, and as the second half of a login. */
final class PasswordRules {
    private static final double FARTHEST = 8;
    /** How far a value may be when the message speaks of nothing else that has one. */
    private static final double FARTHEST_ALONE = 25;

    private static final int REACH = 40;
    private static final int LONGEST_CHUNK = 24;
    private static final int LONG_NAME = 10;
    static final long OTHER = Role.PROMO.bit
            | Role.REF.bit
            | Role.ERROR.bit
            | Role.LOGIN.bit
            | Role.SPORT.bit
            | Role.DOCUMENT.bit
            | Role.CODE.bit
            | Role.PIN.bit
            | Role.CVV.bit
            | Role.OTP.bit;
    private static final long SMALL = Role.POSS.bit
            | Role.ADJ.bit
            | Role.COPULA.bit
            | Role.DEM.bit
            | Role.AS.bit
            | Role.TO.bit
            | Role.SOFT.bit
            | Role.FIELD.bit;
    private static final long LIGHT = Role.COPULA.bit
            | Role.POSS.bit
            | Role.SOFT.bit
            | Role.DEM.bit
            | Role.ADJ.bit
            | Role.PREP.bit
            | Role.CLITIC.bit
            | Role.USE.bit
            | Role.OWNER.bit
            | Role.TO.bit
            | Role.AS.bit
            | Role.AND.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    private PasswordRules(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        PasswordRules rules = new PasswordRules(analysis);
        if (analysis.mentions(Role.PASSWORD.bit)) {
            rules.keywords();
            rules.shapes();
            QuotedValues.apply(analysis);
            TypedRules.apply(analysis);
        }
        LoginRules.apply(analysis);
        StrayValues.apply(analysis);
    }

    private void keywords() {
        PasswordWalk walk = new PasswordWalk(analysis);
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.has(i, Role.PASSWORD) && !isVerb(i) && !analysis.isTaken(i)) {
                PasswordScore.Scored scored = walk.read(i);
                if (scored != null && scored.points() >= PasswordScore.THRESHOLD) {
                    hit("password.grammar", scored.value(), scored.open());
                }
                before(i);
            }
        }
    }

    /** "Didn't pass the check" is no keyword. */
    private boolean isVerb(int i) {
        boolean pass = tokens.length(i) == 4
                && analysis.text.slice(tokens.start[i], tokens.end[i]).equals("pass");
        return pass
                && tokens.hasAny(i - 1, Role.NEG.bit | Role.TO.bit | Role.STOP.bit)
                && !analysis.text.slice(tokens.start[i - 1], tokens.end[i - 1]).equals("the")
                && !tokens.has(i - 1, Role.POSS)
                && !tokens.has(i - 1, Role.AND);
    }

    /** VALUE is KEYWORD, VALUE as KEYWORD. */
    private void before(int keyword) {
        int i = keyword - 1;
        boolean possessive = tokens.has(keyword + 1, Role.POSS);
        boolean said = false;
        boolean as = false;
        boolean into = false;
        while (tokens.isWordLike(i) && (tokens.hasAny(i, SMALL) || tokens.isThe(i)) && !tokens.has(i, Role.WH)) {
            possessive |= tokens.has(i, Role.POSS);
            said |= tokens.hasAny(i, Role.COPULA.bit | Role.DEM.bit);
            as |= tokens.has(i, Role.AS);
            into |= tokens.has(i, Role.TO);
            i--;
        }
        i = tokens.sign(i) == ',' || tokens.sign(i) == '-' || tokens.sign(i) == '"' || tokens.is(i, Tokens.LINE)
                ? i - 1
                : i;
        if (apposition(keyword, i)) {
            return;
        }
        if (!(said || as || into) || !tokens.isWordLike(i) || analysis.isTaken(i)) {
            return;
        }
        Value value = Value.at(tokens, chunkStart(i));
        boolean plain = tokens.roles[i] == 0 && value.isLettersOnly() && value.letters() >= 3;
        boolean starts = i == 0 || tokens.is(i - 1, Tokens.SIGN) || tokens.is(i - 1, Tokens.LINE);
        int first = i;
        while (tokens.has(first - 1, Role.AND) && isPlainWord(first - 2)) {
            first -= 2;
        }
        boolean used = tokens.hasAny(first - 1, Role.USE.bit | Role.CHANGE.bit);
        boolean named = value.isCapitalised() || tokens.has(i - 1, Role.AND) && isPlainWord(i - 2);
        if (plain && (said && !into && (possessive && starts || named) || (as || into) && used)) {
            hit("password.before", value, false);
        }
    }

    /** "It is Cabbage or cabbages, the password", "used to be bluebird, my password". */
    private boolean apposition(int keyword, int last) {
        int before = tokens.has(last, Role.PREP) ? last - 1 : last;
        boolean ends = tokens.is(keyword + 1, Tokens.SIGN) || keyword + 1 >= tokens.count;
        int value = tokens.sign(before) == ',' ? before - 1 : before;
        if (!ends || tokens.sign(before) != ',' && tokens.sign(before + 1) != ',' || !isPlainWord(value)) {
            return false;
        }
        int first = value;
        while (tokens.has(first - 1, Role.AND) && isPlainWord(first - 2)) {
            first -= 2;
        }
        if (!tokens.hasAny(first - 1, Role.COPULA.bit | Role.USE.bit | Role.CHANGE.bit)) {
            return false;
        }
        for (int i = first; i <= value; i += 2) {
            hit("password.before", Value.at(tokens, i), false);
        }
        return true;
    }

    private boolean isPlainWord(int i) {
        return tokens.is(i, Tokens.WORD) && tokens.roles[i] == 0 && tokens.length(i) >= 3 && !analysis.isTaken(i);
    }

    private int chunkStart(int i) {
        int first = i;
        while (i - first < LONGEST_CHUNK
                && tokens.touchesPrevious(first)
                && tokens.sign(first - 1) != '"'
                && tokens.sign(first - 1) != ':') {
            first--;
        }
        return first;
    }

    /** Anything that looks made up and whose nearest telling word is the keyword. */
    private void shapes() {
        for (int i = 0; i < tokens.count; i++) {
            boolean starts = i == 0
                    || !tokens.touchesPrevious(i)
                    || "\"':=(/>-,".indexOf(tokens.sign(i - 1)) >= 0
                    || tokens.is(i - 1, Tokens.LINE);
            if (!starts || !tokens.isWordLike(i) || analysis.isTaken(i)) {
                continue;
            }
            Value value = Value.at(tokens, i);
            boolean made = value.isStrong() || value.hasInnerCapital() && value.letters() >= LONG_NAME;
            if (isAccountName(i)) {
                i = Math.max(i, value.lastToken);
                continue;
            }
            if (made && !value.isReference() && isUnknown(value) && nearestIsPassword(value)) {
                hit("password.shape", value, false);
            }
            i = Math.max(i, value.lastToken);
        }
    }

    /** "Account tiger88", "my accounts: tiger88 and tiger89". */
    private boolean isAccountName(int i) {
        int before = tokens.sign(i - 1) == ':' ? i - 2 : i - 1;
        if (tokens.has(before, Role.AND) && tokens.is(before - 1, Tokens.MIXED)) {
            return isAccountName(before - 1);
        }
        boolean account = tokens.has(before, Role.OWNER) && tokens.has(before, Role.PLACE);
        boolean password =
                tokens.hasAny(before - 1, Role.PASSWORD.bit | Role.PREP.bit) && analysis.mentions(Role.PASSWORD.bit);
        return (account || tokens.has(before, Role.LOGIN))
                && !(account && password && tokens.has(before - 2, Role.PASSWORD));
    }

    private boolean isUnknown(Value value) {
        for (int i = value.firstToken; i <= value.lastToken; i++) {
            if (tokens.hasAny(i, Tokeniser.SECRETS & ~Role.PASSWORD.bit) || analysis.isTaken(i)) {
                return false;
            }
        }
        return value.lastToken > value.firstToken || (tokens.roles[value.firstToken] & ~Role.PASSWORD.bit) == 0;
    }

    private boolean nearestIsPassword(Value value) {
        double left = 0;
        double right = tokens.hasAny(value.lastToken + 1, Role.COPULA.bit | Role.DEM.bit | Role.AS.bit) ? 0 : 1;
        double best = analysis.mentions(OTHER) ? FARTHEST : FARTHEST_ALONE;
        boolean password = false;
        for (int n = 0; n < REACH; n++) {
            int l = value.firstToken - 1 - n;
            int r = value.lastToken + 1 + n;
            if (tokens.hasAny(l, OTHER | Role.PASSWORD.bit) && left < best && !ownsAnother(l, value.firstToken)) {
                best = left;
                password = tokens.has(l, Role.PASSWORD);
            }
            if (tokens.hasAny(r, OTHER | Role.PASSWORD.bit) && right < best) {
                best = right;
                password = tokens.has(r, Role.PASSWORD);
            }
            left += cost(l);
            right += cost(r);
        }
        return password;
    }

    /** "The account 100234": what names a number of its own says nothing about a value further on. */
    private boolean ownsAnother(int i, int value) {
        int next = i + 1;
        while (next < value && (tokens.is(next, Tokens.SIGN) || tokens.has(next, Role.NUMBER))) {
            next++;
        }
        return next < value
                && !tokens.has(i, Role.PASSWORD)
                && (tokens.is(next, Tokens.NUMBER) || tokens.is(next, Tokens.LINK));
    }

    private double cost(int i) {
        if (tokens.is(i, Tokens.SIGN) || tokens.is(i, Tokens.LINE)) {
            return ",:-=>\"(".indexOf(tokens.sign(i)) >= 0 ? 0.2 : 1;
        }
        return tokens.hasAny(i, LIGHT) ? 0.3 : tokens.is(i, Tokens.MIXED) ? 0.4 : 0.8;
    }

    private void hit(String rule, Value value, boolean open) {
        if (analysis.isTaken(value.firstToken)) {
            return;
        }
        analysis.hits.add(
                open
                        ? Hit.unsure(SecretKind.PASSWORD, rule, value.start, value.end)
                        : Hit.sure(SecretKind.PASSWORD, rule, value.start, value.end));
        analysis.take(value.firstToken, value.lastToken);
    }
}
