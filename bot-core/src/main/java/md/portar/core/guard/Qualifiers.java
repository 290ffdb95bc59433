package md.portar.core.guard;

/** Reads what a word says about numbers near it, looking at the words beside it: "code" alone says little. */
final class Qualifiers {
    private static final long BENIGN = Role.REF.bit
            | Role.PROMO.bit
            | Role.ERROR.bit
            | Role.POSTAL.bit
            | Role.MONEY.bit
            | Role.MONEY_VERB.bit
            | Role.SPORT.bit
            | Role.LOGIN.bit
            | Role.DOCUMENT.bit
            | Role.PART.bit;
    private static final long BENIGN_CODE = Role.PROMO.bit
            | Role.ERROR.bit
            | Role.POSTAL.bit
            | Role.REF.bit
            | Role.SPORT.bit
            | Role.DOCUMENT.bit
            | Role.THING.bit;
    private static final long HEAD = Role.REF.bit | Role.PROMO.bit | Role.ERROR.bit;
    private static final long LINKS = Role.PREP.bit
            | Role.POSS.bit
            | Role.ADJ.bit
            | Role.OWNER.bit
            | Role.CLITIC.bit
            | Role.NUMBER.bit
            | Role.TO.bit
            | Role.DEM.bit;
    private static final int CODE_REACH = 5;
    private static final int VERB_REACH = 5;
    private static final int HEAD_REACH = 4;

    private final Tokens tokens;

    Qualifiers(Tokens tokens) {
        this.tokens = tokens;
    }

    Qualifier at(int i) {
        if (!tokens.isWordLike(i)) {
            return Qualifier.NONE;
        }
        long roles = tokens.roles[i];
        if ((roles & Tokeniser.SECRETS) != 0) {
            Qualifier secret = secret(i, roles);
            return secret != Qualifier.NONE && belongsToReference(i) ? Qualifier.BENIGN : secret;
        }
        if ((roles & Role.BACKSIDE.bit) != 0 || isThreeDigits(i, roles)) {
            return Qualifier.BACKSIDE;
        }
        if ((roles & (Role.SMS.bit | Role.VERIFY.bit | Role.PHONE.bit)) != 0) {
            return Qualifier.MESSAGE;
        }
        return (roles & BENIGN) != 0 ? Qualifier.BENIGN : Qualifier.NONE;
    }

    /** "The three digits": people call the security code so. */
    private boolean isThreeDigits(int i, long roles) {
        boolean four = (tokens.all & Role.AMEX.bit) != 0
                && (tokens.is(i - 1, Tokens.NUMBER)
                                && tokens.length(i - 1) == 1
                                && tokens.text.chars[tokens.start[i - 1]] == '4'
                        || i > 0 && NumberWords.plainValue(tokens.numeral[i - 1]) == 4);
        boolean three = four
                || tokens.is(i - 1, Tokens.NUMBER)
                        && tokens.length(i - 1) == 1
                        && tokens.text.chars[tokens.start[i - 1]] == '3'
                || i > 0 && NumberWords.plainValue(tokens.numeral[i - 1]) == 3;
        boolean other = tokens.has(i + 1, Role.REF) || tokens.has(i + 2, Role.REF) || tokens.has(i + 3, Role.REF);
        return three
                && !other
                && (roles & Role.DIGITS.bit) != 0
                && !tokens.hasAny(i - 2, Role.PART.bit | Role.NUMBER.bit);
    }

    private Qualifier secret(int i, long roles) {
        if ((roles & Role.CVV.bit) != 0) {
            return Qualifier.CVV;
        }
        if ((roles & Role.PIN.bit) != 0) {
            return isVerbPin(i) ? Qualifier.NONE : Qualifier.PIN;
        }
        if ((roles & Role.CODE.bit) != 0) {
            return code(i);
        }
        if ((roles & Role.OTP.bit) != 0) {
            return Qualifier.OTP;
        }
        return (roles & Role.PASSWORD.bit) != 0 ? Qualifier.PASSWORD : Qualifier.NONE;
    }

    /** "Pin this message": an English verb, not a number. */
    private boolean isVerbPin(int i) {
        int length = tokens.length(i);
        return length == 3
                && !NormText.isCyrillic(tokens.text.chars[tokens.start[i]])
                && !tokens.hasAny(i - 1, Role.AS.bit | Role.POSS.bit | Role.PREP.bit)
                && tokens.isWordLike(i + 1)
                && !hasNumber(i + 1)
                && (tokens.has(i + 1, Role.DEM) || tokens.has(i + 1, Role.SMS) || isThe(i + 1));
    }

    private boolean hasNumber(int from) {
        for (int i = from; i < from + VERB_REACH; i++) {
            if (tokens.is(i, Tokens.NUMBER) || tokens.has(i, Role.NUMERAL)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThe(int i) {
        return tokens.text.slice(tokens.start[i], tokens.end[i]).equals("the");
    }

    /** Reads the words after "code", then the two before it; the nearest that says something decides. */
    private Qualifier code(int i) {
        Qualifier after = Qualifier.BARE_CODE;
        int distance = 0;
        boolean verifies = false;
        for (int k = i + 1; distance < CODE_REACH && after == Qualifier.BARE_CODE && goesOn(k); k++) {
            after = isOwned(i, k) ? Qualifier.BENIGN : ofCode(tokens.roles[k]);
            verifies |= tokens.hasAny(k, Role.VERIFY.bit | Role.PASSWORD.bit);
            distance++;
        }
        after = after == Qualifier.BARE_CODE && verifies ? Qualifier.OTP : after;
        for (int k = 1; k <= 2 && tokens.isWordLike(i - k) && !tokens.is(i - k, Tokens.NUMBER); k++) {
            Qualifier before = tokens.hasAny(i - k, Role.VERIFY.bit | Role.PASSWORD.bit)
                    ? Qualifier.OTP
                    : ofCode(tokens.roles[i - k] & ~(Role.CARD.bit | Role.PHONE.bit | Role.SMS.bit));
            if (before == Qualifier.BENIGN || before != Qualifier.BARE_CODE && k == 1) {
                return after == Qualifier.BARE_CODE || distance > k || before == Qualifier.BENIGN && k == 1
                        ? before
                        : after;
            }
        }
        return after;
    }

    /** "The code of the branch": an unknown noun right behind that says whose it is. */
    private boolean isOwned(int code, int k) {
        return k == code + 1
                && tokens.roles[k] == 0
                && tokens.lexicon.isGenitive(tokens.text.chars, tokens.start[k], tokens.end[k]);
    }

    private boolean goesOn(int k) {
        return tokens.is(k, Tokens.WORD)
                && (!tokens.has(k, Role.COPULA) || tokens.hasAny(k, LINKS))
                && !tokens.has(k, Role.AND)
                && !tokens.has(k, Role.NEG)
                && !tokens.has(k, Role.WH);
    }

    private static Qualifier ofCode(long roles) {
        if ((roles & Role.BACKSIDE.bit) != 0 || (roles & Role.CVV.bit) != 0) {
            return Qualifier.CVV;
        }
        if ((roles & Role.PIN.bit) != 0) {
            return Qualifier.PIN;
        }
        if ((roles & (Role.SMS.bit | Role.OTP.bit)) != 0) {
            return Qualifier.OTP;
        }
        if ((roles & BENIGN_CODE) != 0) {
            return Qualifier.BENIGN;
        }
        if ((roles & Role.APP.bit) != 0) {
            return Qualifier.APP_CODE;
        }
        if ((roles & Role.PHONE.bit) != 0) {
            return Qualifier.OTP;
        }
        return (roles & Role.CARD.bit) != 0 ? Qualifier.CARD_CODE : Qualifier.BARE_CODE;
    }

    /** "The number of the ticket about the password is 90317": the secret only says what the reference is about. */
    private boolean belongsToReference(int i) {
        boolean preposition = false;
        for (int k = i - 1; k >= i - HEAD_REACH && tokens.is(k, Tokens.WORD); k--) {
            if (tokens.hasAny(k, HEAD) && preposition) {
                return true;
            }
            preposition |= tokens.hasAny(k, Role.PREP.bit | Role.TO.bit);
            if (!tokens.hasAny(k, LINKS | HEAD)) {
                return false;
            }
        }
        return false;
    }
}
