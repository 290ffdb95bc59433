package md.portar.core.guard;

/** Reads from bot's or agent's words what kind of answer their last question asks for. */
final class Questions {
    private static final long REFERENCE = Role.REF.bit
            | Role.LOGIN.bit
            | Role.DOCUMENT.bit
            | Role.PHONE.bit
            | Role.EMAIL.bit
            | Role.MONEY.bit
            | Role.MONEY_VERB.bit
            | Role.PROMO.bit
            | Role.PART.bit
            | Role.POSTAL.bit
            | Role.TIME.bit
            | Role.ERROR.bit
            | Role.SPORT.bit;
    private static final long REQUEST = Role.ASK.bit | Role.WHICH.bit | Role.NEED.bit | Role.WH.bit | Role.QUANTITY.bit;

    private Questions() {}

    static Expectation expectation(Tokens tokens) {
        Expectation last = Expectation.NONE;
        boolean reference = false;
        boolean request = false;
        boolean number = false;
        boolean denied = false;
        boolean secret = false;
        boolean elsewhere = false;
        boolean counted = false;
        for (int i = 0; i <= tokens.count; i++) {
            char sign = tokens.sign(i);
            boolean ends = i == tokens.count || sign == '.' || sign == '!' || sign == '?' || tokens.is(i, Tokens.LINE);
            if (ends) {
                if (reference
                        && !denied
                        && !counted
                        && !(elsewhere && sign != '?')
                        && (request || sign == '?' && number)) {
                    last = Expectation.REFERENCE;
                }
                reference = request = number = denied = secret = elsewhere = counted = false;
                continue;
            }
            reference |= tokens.hasAny(i, REFERENCE) && !tokens.hasAny(i, Role.PREP.bit | Role.PLACE.bit)
                    || tokens.has(i, Role.QUANTITY)
                    || tokens.has(i, Role.NUMBER) && request && !secret;
            counted |= tokens.has(i, Role.QUANTITY) && tokens.hasAny(i + 1, Role.DIGITS.bit | Role.UNIT.bit);
            elsewhere |= tokens.has(i, Role.PLACE);
            request |= tokens.hasAny(i, REQUEST);
            secret |= tokens.hasAny(i, Tokeniser.SECRETS | Role.CARD.bit);
            number |= tokens.hasAny(i, Role.NUMBER.bit | Role.REF.bit);
            // "Your login, without the password" still asks for the login.
            denied |= tokens.has(i, Role.NEG) && !tokens.hasAny(i + 1, Tokeniser.SECRETS);
        }
        return last;
    }
}
