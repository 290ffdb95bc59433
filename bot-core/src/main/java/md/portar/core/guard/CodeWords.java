package md.portar.core.guard;

/** Finds one-time, recovery and set-up codes that mix letters and digits. Only words that make a code secret call for them. */
final class CodeWords {
    private static final int REACH = 10;
    private static final double FARTHEST = 4.5;
    private static final int NAME_REACH = 4;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int BASE32_GROUP = 4;
    private static final int BASE32_ALONE = 16;
    private static final int LONG_GROUP = 8;
    private static final long KEYS = Role.OTP.bit | Role.VERIFY.bit | Role.SMS.bit;

    private final Analysis analysis;
    private final Tokens tokens;
    private final Qualifiers qualifiers;

    private CodeWords(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.qualifiers = new Qualifiers(tokens);
    }

    static void apply(Analysis analysis) {
        if (analysis.tokens.anyDigit && analysis.tokens.count > 1
                || analysis.mentions(KEYS | Role.USE.bit | Role.CODE.bit)) {
            new CodeWords(analysis).scan();
        }
    }

    private void scan() {
        boolean keys = analysis.mentions(KEYS);
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.isWordLike(i)
                    || isOrdinary(i, keys)
                    || analysis.isTaken(i)
                    || tokens.touchesPrevious(i) && tokens.sign(i - 1) == '-') {
                continue;
            }
            Value value = Value.at(tokens, i);
            int base32 = base32(i);
            if (base32 >= i && (calls(i) || isKeyAlone(i, base32))) {
                analysis.hit(SecretKind.OTP, "otp.setup-key", i, base32);
                i = base32;
            } else if (isCode(value) && (calls(i) || isToUse(value) || isNamedBehind(value))) {
                analysis.hits.add(Hit.sure(SecretKind.OTP, "otp.letters", value.start, value.end));
                analysis.take(value.firstToken, value.lastToken);
                i = value.lastToken;
            }
        }
    }

    /** A word in small letters that nothing touches: most of any text. */
    private boolean isOrdinary(int i, boolean keys) {
        boolean word = tokens.is(i, Tokens.WORD) && !tokens.touchesPrevious(i + 1);
        boolean group = keys && tokens.length(i) == BASE32_GROUP;
        return word && !group && (tokens.length(i) < 2 || !analysis.text.isUpper(tokens.start[i] + 1));
    }

    /** Letters and digits, or capitals only, in groups joined by hyphens at most. */
    private boolean isCode(Value value) {
        int size = value.letters() + value.digits();
        if (size < SHORTEST || size > LONGEST || value.letters() == 0) {
            return false;
        }
        for (int i = value.start; i < value.end; i++) {
            char c = analysis.text.chars[i];
            if (!NormText.isWordChar(c) && c != '-' || c > 127) {
                return false;
            }
        }
        for (int i = value.firstToken; i <= value.lastToken; i++) {
            if (tokens.hasAny(i, Tokeniser.SECRETS) || analysis.isTaken(i)) {
                return false;
            }
        }
        return value.digits() > 0
                ? value.digits() + value.letters() >= 5 || isHalf(value)
                : value.isAllCapitals() && size >= 6;
    }

    /** "3kd0 8vvq": a code in two groups of four. */
    private boolean isHalf(Value value) {
        int next = value.lastToken + 1;
        int previous = value.firstToken - 1;
        return tokens.is(next, Tokens.MIXED) && tokens.length(next) == BASE32_GROUP
                || tokens.is(previous, Tokens.MIXED) && tokens.length(previous) == BASE32_GROUP;
    }

    /** The last of at least three groups of four capitals and digits that begin here, or of one long one; else the first. */
    private int base32(int first) {
        boolean lower = hasLower(first);
        int last = first;
        int i = first;
        int size = 0;
        int mixed = 0;
        while (tokens.isWordLike(i)
                && isBase32(i, lower)
                && (tokens.length(i) == BASE32_GROUP || tokens.length(i) == LONG_GROUP || i == first)) {
            size += tokens.length(i);
            mixed += tokens.is(i, Tokens.MIXED) ? 1 : 0;
            last = i;
            i = tokens.sign(i + 1) == '-' ? i + 2 : i + 1;
        }
        if (lower) {
            boolean groups = last > first && mixed >= 2;
            boolean single = last == first && digits(first) >= 2 && analysis.mentions(KEYS);
            return size >= 4 * BASE32_GROUP && (groups || single) ? last : -1;
        }
        return size >= 3 * BASE32_GROUP && last > first || size >= BASE32_ALONE ? last : -1;
    }

    private int digits(int token) {
        int digits = 0;
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            digits += NormText.isDigit(analysis.text.chars[i]) ? 1 : 0;
        }
        return digits;
    }

    private boolean hasLower(int token) {
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            if (NormText.isLetter(analysis.text.chars[i]) && !analysis.text.isUpper(i)) {
                return true;
            }
        }
        return false;
    }

    /** Groups of eight need no word that calls them a key. */
    private boolean isKeyAlone(int first, int last) {
        boolean groups =
                tokens.length(first) == LONG_GROUP && last > first && !analysis.mentions(Role.PROMO.bit | Role.REF.bit);
        return analysis.mentions(KEYS) || groups;
    }

    private boolean isBase32(int token, boolean lower) {
        for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
            char c = analysis.text.chars[i];
            boolean letter = c >= 'a' && c <= 'z' && analysis.text.isUpper(i) != lower;
            if (!letter && !(c >= '2' && c <= '7')) {
                return false;
            }
        }
        return true;
    }

    /** "Use K4M9TZ to reset". */
    private boolean isToUse(Value value) {
        boolean verifies = false;
        for (int i = value.firstToken - 2; i >= value.firstToken - 4; i--) {
            verifies |= tokens.has(i, Role.VERIFY);
        }
        if (verifies && tokens.has(value.firstToken - 1, Role.ASK)) {
            return true;
        }
        for (int i = value.lastToken + 2; i <= value.lastToken + 4; i++) {
            verifies |= tokens.has(i, Role.VERIFY);
        }
        return verifies
                && tokens.hasAny(value.lastToken + 1, Role.PREP.bit | Role.TO.bit)
                && tokens.hasAny(value.firstToken - 1, Role.USE.bit | Role.ASK.bit);
    }

    /** "9x2m-44pd is the backup code", "9x2m-44pd, that kind of backup code". */
    private boolean isNamedBehind(Value value) {
        int i = value.lastToken + 1;
        i = tokens.sign(i) == ',' || tokens.sign(i) == '-' ? i + 1 : i;
        if (value.digits() == 0 || !tokens.hasAny(i, Role.DEM.bit | Role.COPULA.bit)) {
            return false;
        }
        for (int k = i + 1; k <= i + NAME_REACH && tokens.is(k, Tokens.WORD); k++) {
            Qualifier named = qualifiers.at(k);
            if (named != Qualifier.NONE && named != Qualifier.MESSAGE) {
                return named == Qualifier.OTP;
            }
            if (tokens.hasAny(k, Role.NEG.bit | Role.WH.bit)) {
                return false;
            }
        }
        return false;
    }

    private boolean calls(int first) {
        double cost = 0;
        for (int i = first - 1; i >= 0 && i >= first - REACH && cost <= FARTHEST; i--) {
            switch (qualifiers.at(i)) {
                case OTP -> {
                    return true;
                }
                case CVV -> {
                    return tokens.has(i, Role.OTP);
                }
                case BARE_CODE -> {
                    return cost <= 2
                            && analysis.mentions(Role.SMS.bit | Role.VERIFY.bit)
                            && !analysis.mentions(Role.PROMO.bit | Role.SPORT.bit | Role.REF.bit);
                }
                case NONE, MESSAGE, PASSWORD ->
                    cost += tokens.is(i, Tokens.SIGN)
                            ? 0.3
                            : tokens.roles[i] == 0 && !tokens.is(i, Tokens.MIXED) ? 1 : 0.4;
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
