package md.portar.core.guard;

/** Finds passwords that stand beside a login or an address without being called passwords, and pairs of old and new. */
final class LoginRules {
    private static final long OTHER = Role.PROMO.bit | Role.REF.bit | Role.POSTAL.bit | Role.SPORT.bit | Role.MONEY.bit;

    /** In tokens; also keeps the look back short on hostile input. */
    private static final int LONGEST_NAME = 12;

    private final Analysis analysis;
    private final Tokens tokens;

    private LoginRules(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        LoginRules rules = new LoginRules(analysis);
        boolean named = analysis.mentions(Role.LOGIN.bit | Role.VERIFY.bit | Role.EMAIL.bit);
        if (analysis.tokens.anyDigit || analysis.tokens.anyLink || named) {
            rules.pairs();
        }
        if (analysis.mentions(Role.CHANGE.bit) && !analysis.mentions(OTHER | Role.LOGIN.bit | Role.CARD.bit)) {
            rules.oldAndNew();
        }
    }

    /** {@code address / value}, {@code name:value}, {@code login NAME with VALUE}. */
    private void pairs() {
        for (int i = 1; i < tokens.count; i++) {
            int value = i + 1;
            int labelled = labelledPair(i);
            if (labelled > 0) {
                hit("password.pair", Value.at(tokens, labelled));
            }
            boolean joined = "/:|;,-+".indexOf(tokens.sign(i)) >= 0 && tokens.sign(i) != 0
                    || tokens.is(i, Tokens.LINE)
                    || tokens.hasAny(i, Role.AND.bit | Role.PREP.bit | Role.USE.bit) && tokens.is(i, Tokens.WORD);
            if (isBarePair(i)
                    || joined
                            && isName(i - 1, tokens.sign(i) == ':' && tokens.touchesPrevious(i))
                            && isLooking(value)) {
                hit("password.pair", Value.at(tokens, value));
            } else if (joined && tokens.is(i, Tokens.SIGN) && isMail(i - 1) && isPlain(value)) {
                hit("password.pair", Value.at(tokens, value));
            } else if (afterName(i) && isLooking(i)) {
                hit("password.pair", Value.at(tokens, i));
            } else if (tokens.is(i, Tokens.LINE) && tokens.count == 3 && isMail(i - 1) && isPlainWord(value)) {
                hit("password.pair", Value.at(tokens, value));
            } else if (isTwin(i)) {
                hit("password.pair", Value.at(tokens, i));
            } else if (isMail(i - 1) && isLooking(i) && !tokens.touchesPrevious(i)) {
                hit("password.pair", Value.at(tokens, i));
            }
        }
    }

    /** {@code name / value} and hardly anything else, or beside an account. */
    private boolean isBarePair(int i) {
        if (!tokens.isWordLike(i + 1)) {
            return false;
        }
        boolean slash = tokens.sign(i) == '/' || tokens.sign(i) == '|';
        boolean colon = tokens.sign(i) == ':' && tokens.touchesPrevious(i) && tokens.touchesPrevious(i + 1) && i == 1;
        boolean alone = i == 1 && Value.at(tokens, 2).lastToken >= tokens.count - 2;
        boolean account = analysis.mentions(Role.LOGIN.bit | Role.PASSWORD.bit)
                || tokens.hasAny(i - 2, Role.OWNER.bit | Role.COPULA.bit) && analysis.mentions(Role.OWNER.bit);
        if (slash && isWordPair(i)) {
            return true;
        }
        return (slash || colon && alone) && (alone || account) && isUnknown(i - 1) && isLooking(i + 1);
    }

    /** "Login and password: dan sunshine": the second value after both names, or -1. */
    private int labelledPair(int password) {
        int login = tokens.is(password - 1, Tokens.SIGN) || tokens.has(password - 1, Role.AND)
                ? password - 2
                : password - 1;
        if (!tokens.has(password, Role.PASSWORD) || !tokens.hasAny(login, Role.LOGIN.bit | Role.EMAIL.bit)) {
            return -1;
        }
        int name = tokens.is(password + 1, Tokens.SIGN) || tokens.is(password + 1, Tokens.LINE)
                ? password + 2
                : password + 1;
        int value =
                Math.max(name, isMail(name) ? name : Value.at(tokens, Math.min(name, tokens.count - 1)).lastToken) + 1;
        value = tokens.is(value, Tokens.SIGN) || tokens.is(value, Tokens.LINE) || tokens.has(value, Role.AND)
                ? value + 1
                : value;
        boolean named = isMail(name) || isPlainWord(name);
        return named && isPlainWord(value) && !analysis.isTaken(value) ? value : -1;
    }

    private boolean isPlainWord(int i) {
        return tokens.isWordLike(i) && !tokens.is(i, Tokens.NUMBER) && tokens.roles[i] == 0 && tokens.length(i) >= 3;
    }

    /** "dan85 kitten44 does not let me in": two made-up words side by side. */
    private boolean isTwin(int i) {
        long entry = Role.LOGIN.bit | Role.VERIFY.bit | Role.NEG.bit | Role.WRONG.bit | Role.PASSWORD.bit;
        boolean apart = tokens.is(i - 1, Tokens.MIXED) && tokens.is(i, Tokens.MIXED) && !tokens.touchesPrevious(i);
        boolean other = analysis.mentions(OTHER | Role.OTP.bit | Role.CODE.bit | Role.SMS.bit);
        return apart && !other && analysis.mentions(entry) && isLooking(i - 1) && isLooking(i);
    }

    /** "I log in with ion.test/squirrel": two unknown words after a word for getting in, or a name with signs. */
    private boolean isWordPair(int slash) {
        int first = slash - 1;
        while (first > 0 && slash - first < LONGEST_NAME && tokens.touchesPrevious(first)) {
            first--;
        }
        boolean touching = tokens.touchesPrevious(slash) && tokens.touchesPrevious(slash + 1);
        boolean signs = first < slash - 1 && tokens.sign(first + 1) != '/' || tokens.is(first, Tokens.MIXED);
        boolean alone = first == 0 && Value.at(tokens, slash + 1).lastToken == tokens.count - 1;
        long calls = Role.LOGIN.bit | Role.VERIFY.bit;
        boolean called = tokens.hasAny(first - 1, calls)
                || tokens.hasAny(first - 1, Role.PREP.bit | Role.TO.bit | Role.USE.bit)
                        && tokens.hasAny(first - 2, calls);
        boolean words = isPlainWord(first) && isPlainWord(slash - 1) && isPlainWord(slash + 1);
        return touching && words && tokens.length(slash + 1) >= 4 && (called || alone && signs);
    }

    private boolean isUnknown(int i) {
        return tokens.isWordLike(i)
                && tokens.roles[i] == 0
                && !tokens.is(i, Tokens.NUMBER)
                && !tokens.touchesPrevious(i);
    }

    private boolean isMail(int i) {
        return tokens.is(i, Tokens.LINK) && Links.isMail(analysis.text, tokens.start[i], tokens.end[i]);
    }

    private boolean isName(int i, boolean colon) {
        if (isMail(i)) {
            return true;
        }
        int first = i;
        while (first > 0
                && i - first < LONGEST_NAME
                && tokens.touchesPrevious(first)
                && "._-".indexOf(tokens.sign(first - 1)) >= 0
                && first > 1) {
            first -= 2;
        }
        long calls = Role.LOGIN.bit | Role.AS.bit | Role.VERIFY.bit;
        boolean called = tokens.hasAny(first - 1, calls)
                || tokens.sign(first - 1) == ':' && tokens.hasAny(first - 2, calls)
                || first < i
                        && analysis.mentions(calls | Role.PASSWORD.bit)
                        && tokens.roles[first] == 0
                        && tokens.sign(i + 1) != ','
                        && tokens.sign(i + 1) != '-';
        boolean made = tokens.is(i, Tokens.MIXED)
                && tokens.roles[i] == 0
                && !(tokens.touchesPrevious(i) && tokens.sign(i - 1) == ':');
        boolean login =
                made && analysis.mentions(Role.LOGIN.bit | Role.VERIFY.bit | Role.EMAIL.bit | Role.PASSWORD.bit);
        return called && tokens.isWordLike(i) && tokens.roles[i] == 0 || (colon || login) && made;
    }

    /** The second half of an address and a word that means nothing else, to the end of its line. */
    private boolean isPlain(int i) {
        if (!tokens.is(i, Tokens.WORD)) {
            return false;
        }
        Value value = Value.at(tokens, i);
        int after = value.lastToken + 1;
        boolean ends = after >= tokens.count
                || tokens.is(after, Tokens.LINE)
                || tokens.is(after, Tokens.SIGN)
                || tokens.hasAny(after, Role.NEG.bit | Role.STOP.bit);
        return tokens.is(i, Tokens.WORD)
                && tokens.roles[i] == 0
                && value.letters() >= 4
                && ends
                && "/:|+".indexOf(tokens.sign(i - 1)) >= 0;
    }

    /** "login NAME VALUE", with nothing between. */
    private boolean afterName(int i) {
        boolean apart = !tokens.touchesPrevious(i) && tokens.isWordLike(i - 1);
        int first = i - 1;
        while (first > 0
                && i - first < LONGEST_NAME
                && tokens.touchesPrevious(first)
                && tokens.sign(first - 1) != ':') {
            first--;
        }
        int call = tokens.sign(first - 1) == ':' ? first - 2 : first - 1;
        return apart && tokens.has(call, Role.LOGIN) && tokens.roles[first] == 0;
    }

    private boolean isLooking(int i) {
        if (!tokens.isWordLike(i) || analysis.isTaken(i) || tokens.is(i, Tokens.NUMBER)) {
            return false;
        }
        Value value = Value.at(tokens, i);
        if (tokens.roles[i] != 0 && value.lastToken == i || tokens.hasAny(i, Tokeniser.SECRETS)) {
            return false;
        }
        return value.isStrong() && !value.isReference() && value.digits() > 0 && value.letters() > 2;
    }

    /** "Change it from Apple1 to Apple2". */
    private void oldAndNew() {
        for (int i = 1; i + 2 < tokens.count; i++) {
            if (isLooking(i) && tokens.hasAny(i - 1, Role.PREP.bit)) {
                Value old = Value.at(tokens, i);
                int next = old.lastToken + 1;
                if (tokens.has(next, Role.TO) && isLooking(next + 1) && old.letters() >= 4) {
                    hit("password.old-new", old);
                    hit("password.old-new", Value.at(tokens, next + 1));
                }
            }
        }
    }

    private void hit(String rule, Value value) {
        analysis.hits.add(Hit.sure(SecretKind.PASSWORD, rule, value.start, value.end));
        analysis.take(value.firstToken, value.lastToken);
    }
}
