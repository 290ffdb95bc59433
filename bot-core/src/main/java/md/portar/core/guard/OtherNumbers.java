package md.portar.core.guard;

/** Tells numbers that belong to something else than the word for a code near them: accounts, lists, names, things asked about. */
final class OtherNumbers {
    private static final int FEWEST_LISTED = 3;

    private final Analysis analysis;
    private final Tokens tokens;

    OtherNumbers(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    /** One of three or more numbers of one size with commas between: tickets, more likely than codes. */
    boolean isListed(Num number) {
        int listed = 1;
        for (int i = number.first() - 2; i >= 0 && isLike(i, number) && tokens.sign(i + 1) == ','; i -= 2) {
            listed++;
        }
        for (int i = number.last() + 2; isLike(i, number) && tokens.sign(i - 1) == ','; i += 2) {
            listed++;
        }
        int before = number.first() - 1;
        while (tokens.sign(before) == ',' && tokens.is(before - 1, Tokens.NUMBER)) {
            before -= 2;
        }
        return listed >= FEWEST_LISTED
                && !tokens.hasAny(before, Role.USE.bit | Role.CHANGE.bit)
                && !tokens.has(before - 1, Role.USE);
    }

    private boolean isLike(int i, Num number) {
        return number.groups() == 1 && tokens.is(i, Tokens.NUMBER) && tokens.length(i) == number.size();
    }

    /** "Cash machine number 4821". */
    boolean isNumbered(Num number) {
        int named = number.first() - 2;
        return tokens.has(named + 1, Role.NUMBER) && tokens.hasAny(named, Role.APP.bit | Role.THING.bit);
    }

    /** "My account 100234". */
    boolean isAccount(Num number) {
        int before = tokens.has(number.first() - 1, Role.POSS) ? number.first() - 2 : number.first() - 1;
        return tokens.has(before, Role.OWNER) && tokens.has(before, Role.PLACE);
    }

    /** "The code for my account 100234". */
    boolean isOfAccount(int before) {
        int account = tokens.has(before, Role.POSS) ? before - 1 : before;
        int preposition =
                tokens.hasAny(account - 1, Role.POSS.bit | Role.STOP.bit) && !tokens.has(account - 1, Role.PREP)
                        ? account - 2
                        : account - 1;
        return tokens.has(account, Role.OWNER)
                && tokens.has(account, Role.PLACE)
                && tokens.hasAny(preposition, Role.PREP.bit | Role.TO.bit);
    }

    /** "Comes from number 1340", "code 1009 on the screen". */
    boolean isOther(Num number) {
        int before = number.first() - 1;
        boolean called = tokens.has(before, Role.NUMBER) && tokens.hasAny(before - 1, Role.PREP.bit);
        return called
                || number.size() < 6 && isResult(before)
                || isMeaningAsked(number)
                || isNamed(before)
                || isOfAccount(before)
                || tokens.has(number.last() + 1, Role.ERROR)
                || tokens.has(number.last() + 2, Role.ERROR);
    }

    /** "I enter the code and it gives 4032". */
    private boolean isResult(int before) {
        for (int i = before; i >= before - 3 && tokens.is(i, Tokens.WORD) && !tokens.has(i, Role.CODE); i--) {
            if (tokens.has(i, Role.AND) && i < before) {
                return true;
            }
        }
        return false;
    }

    /** "What is code 4032?", "code 4032, what is it", where no message is spoken of. */
    private boolean isMeaningAsked(Num number) {
        int code = number.first() - 1;
        if (!tokens.has(code, Role.CODE) || analysis.mentions(Role.SMS.bit | Role.VERIFY.bit | Role.ARRIVED.bit)) {
            return false;
        }
        int after = tokens.is(number.last() + 1, Tokens.SIGN) ? number.last() + 2 : number.last() + 1;
        return tokens.has(code - 1, Role.WH)
                || tokens.has(code - 2, Role.WH)
                || tokens.has(code - 3, Role.WH)
                || tokens.hasAny(after, Role.WH.bit | Role.WHICH.bit);
    }

    /** "Olympus 1000", "the hall 4821": the number belongs to the name or thing before it. */
    private boolean isNamed(int before) {
        boolean name = tokens.is(before, Tokens.WORD)
                && tokens.roles[before] == 0
                && tokens.length(before) >= 4
                && analysis.text.isUpper(tokens.start[before]);
        return name || tokens.hasAny(before, Role.THING.bit | Role.SPORT.bit | Role.REF.bit);
    }

    /** "The password works, 10488 does not": a clause about the keyword ended before the number. */
    boolean isApart(int keyword, int number) {
        boolean verb = false;
        for (int i = keyword + 1; i < number; i++) {
            if (tokens.has(i, Role.COPULA) || tokens.sign(i) == ':') {
                return false;
            }
            if (verb && tokens.sign(i) == ',') {
                return true;
            }
            verb |= tokens.has(i, Role.STOP) && !tokens.hasAny(i, CodeRules.LIGHT);
        }
        return false;
    }

    /** "The payment of 450 lei: 739150": a currency belongs to the number it follows. */
    boolean countsAnother(int i) {
        return tokens.hasAny(i, Role.MONEY.bit | Role.UNIT.bit) && tokens.is(i - 1, Tokens.NUMBER);
    }

    boolean isBesideOther(int i, Num number) {
        int other = i + 1;
        while (tokens.is(other, Tokens.SIGN)
                || tokens.hasAny(other, Role.NUMBER.bit | Role.POSS.bit | Role.COPULA.bit)) {
            other++;
        }
        return tokens.is(other, Tokens.NUMBER) && other < number.first();
    }
}
