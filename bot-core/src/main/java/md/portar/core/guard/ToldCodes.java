package md.portar.core.guard;

/** Finds numbers that nothing names but that somebody received, typed or was told to use, in answer to what is talked about. */
final class ToldCodes {
    private static final int REACH = 16;
    private static final int NEAR = 5;
    private static final int PASTED_REACH = 14;
    private static final int REFUSAL_REACH = 6;
    private static final int APP_REACH = 7;
    private static final int TOPIC_REACH = 40;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;
    /** What most services send. */
    private static final int USUAL = 6;

    private static final double FARTHEST = 3.5;
    private static final long TYPED = Role.USE.bit | Role.SAY.bit | Role.ARRIVED.bit;
    private static final long SHORT = Role.CVV.bit | Role.BACKSIDE.bit | Role.CARD.bit;
    private static final long RELATIVE = Role.WH.bit | Role.COPULA.bit | Role.CLITIC.bit | Role.POSS.bit;
    private static final long SMALL = Role.CLITIC.bit
            | Role.SOFT.bit
            | Role.PREP.bit
            | Role.AS.bit
            | Role.POSS.bit
            | Role.HERE.bit
            | Role.DEM.bit
            | Role.DIGITS.bit;
    private static final long OTHER_ARRIVALS = Role.MONEY.bit
            | Role.MONEY_VERB.bit
            | Role.REF.bit
            | Role.SPORT.bit
            | Role.PROMO.bit
            | Role.ERROR.bit
            | Role.DOCUMENT.bit
            | Role.POSTAL.bit;

    private static final long OTHER_NUMBERS = OTHER_ARRIVALS | Role.LOGIN.bit | Role.PHONE.bit | Role.TIME.bit;

    private final CodeRules rules;
    private final Analysis analysis;
    private final Tokens tokens;
    private final Qualifiers qualifiers;
    private final OtherNumbers others;

    ToldCodes(CodeRules rules, Analysis analysis, Qualifiers qualifiers, OtherNumbers others) {
        this.rules = rules;
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.qualifiers = qualifiers;
        this.others = others;
    }

    /** Whether one of these ways shows that the number is a secret; the nearest telling word to its left is given. */
    boolean find(Num number, Qualifier left, double cost) {
        boolean other = left == Qualifier.BENIGN && cost < 2;
        return isBranded(number) && rules.hit(SecretKind.OTP, "otp.branded", number)
                || !other && isToUse(number) && rules.hit(SecretKind.OTP, "otp.use", number)
                || arrived(number)
                || tried(number)
                || !other && spaced(number)
                || !other && pasted(number)
                || openedWith(number, left)
                || opensApp(number)
                || !other && typed(number);
    }

    /** "The SMS said 4098", "my phone got 330719": something that came, or that is said to be in a message. */
    boolean inMessage(Num number, int message, double cost) {
        if (tokens.has(message, Role.PHONE) && (number.size() > USUAL || !analysis.mentions(Role.ARRIVED.bit))) {
            return false;
        }
        if (number.size() <= 5 && tokens.hasAny(number.first() - 1, Role.PREP.bit | Role.TO.bit)) {
            return false;
        }
        char sign = tokens.sign(number.first() - 1);
        int said = sign == ':' || sign == '-' ? number.first() - 2 : number.first() - 1;
        boolean counted = tokens.is(said, Tokens.NUMBER) && tokens.length(said) == 1;
        said = counted ? said - 1 : said;
        boolean in = tokens.hasAny(message - 1, Role.PREP.bit | Role.TO.bit) && number.size() == USUAL;
        boolean told = tokens.has(said, Role.SMS) || in && message < number.first();
        for (int i = number.first() - 1; i >= Math.max(0, number.first() - NEAR) && tokens.isWordLike(i); i--) {
            told |= tokens.hasAny(i, Role.ARRIVED.bit | Role.SAY.bit | Role.COPULA.bit);
        }
        told |= tokens.hasAny(number.last() + 1, Role.DEM.bit | Role.ARRIVED.bit)
                || tokens.has(number.last() + 2, Role.ARRIVED);
        return told && cost <= FARTHEST && isSized(number) && rules.hit(SecretKind.OTP, "otp.message", number);
    }

    private static boolean isSized(Num number) {
        return number.size() >= SHORTEST && number.size() <= LONGEST;
    }

    /** "G-739150": how one big service writes its codes. */
    private boolean isBranded(Num number) {
        int letter = number.first() - 2;
        return number.size() == USUAL
                && tokens.sign(number.first() - 1) == '-'
                && tokens.touchesPrevious(number.first())
                && tokens.touchesPrevious(number.first() - 1)
                && tokens.is(letter, Tokens.WORD)
                && tokens.length(letter) == 1
                && analysis.text.chars[tokens.start[letter]] == 'g';
    }

    /** "Use 739150 to sign in", "739150 for login". */
    private boolean isToUse(Num number) {
        if (!isSized(number) || !tokens.hasAny(number.last() + 1, Role.PREP.bit | Role.TO.bit)) {
            return false;
        }
        boolean verifies = false;
        for (int i = number.last() + 2; i <= number.last() + 4; i++) {
            verifies |= tokens.has(i, Role.VERIFY);
        }
        return verifies && (number.first() == 0 || tokens.hasAny(number.first() - 1, Role.USE.bit | Role.ASK.bit));
    }

    /** "Another one came, 901177": six digits that arrived, where nothing is said of money or references. */
    private boolean arrived(Num number) {
        boolean round = number.digits().endsWith("00");
        boolean digits = false;
        for (int i = number.first() - 1; i >= number.first() - 3; i--) {
            digits |= tokens.has(i, Role.DIGITS) && !tokens.has(i - 1, Role.PART);
        }
        if (number.size() != USUAL
                || round
                || others.isOfAccount(number.first() - 1)
                || !digits && analysis.mentions(OTHER_ARRIVALS)) {
            return false;
        }
        boolean came = tokens.has(number.last() + 1, Role.ARRIVED)
                || digits && analysis.mentions(Role.SMS.bit) && analysis.mentions(Role.ARRIVED.bit);
        for (int i = number.first() - 1;
                i >= Math.max(0, number.first() - SHORTEST) && !tokens.is(i, Tokens.LINE);
                i--) {
            came |= tokens.has(i, Role.ARRIVED) || isAppColon(i, number);
        }
        int after = tokens.sign(number.last() + 1) == '-' ? number.last() + 2 : number.last() + 1;
        for (int i = after; i <= number.last() + NEAR && tokens.isWordLike(i); i++) {
            boolean joined = i == after || tokens.hasAny(i - 1, RELATIVE);
            came |= tokens.has(i, Role.ARRIVED) && (joined || analysis.mentions(Role.APP.bit | Role.SMS.bit));
            came |= tokens.has(i, Role.SMS) && tokens.hasAny(i - 1, Role.PREP.bit);
        }
        boolean colon = tokens.sign(number.first() - 1) == ':';
        for (int i = number.first() - 2; colon && i >= number.first() - NEAR && tokens.isWordLike(i); i--) {
            came |= tokens.has(i, Role.SMS);
        }
        return came && rules.hit(SecretKind.OTP, "otp.arrived", number);
    }

    /** "7 2 2 9": digits one by one are hardly anything but a code, wherever it was named. */
    private boolean spaced(Num number) {
        boolean single = number.groups() == number.size() && !number.spelled();
        boolean message =
                number.size() == USUAL && analysis.mentions(Role.SMS.bit) && !analysis.mentions(OTHER_NUMBERS);
        return single
                && ((number.size() >= SHORTEST || analysis.mentions(SHORT)) && isTopicAnywhere(number)
                        || message && rules.hit(SecretKind.OTP, "otp.message", number));
    }

    private boolean isTopicAnywhere(Num number) {
        for (int n = 1; n < TOPIC_REACH; n++) {
            if (isTopic(number.first() - n, number) || isTopic(number.last() + n, number)) {
                return true;
            }
        }
        return false;
    }

    /** "SMS: "To nobody! 86-44-20"": everything after the colon is what the message said. */
    private boolean pasted(Num number) {
        if (!isSized(number)) {
            return false;
        }
        for (int i = number.first() - 2; i >= Math.max(0, number.first() - PASTED_REACH); i--) {
            if (qualifiers.at(i) == Qualifier.BENIGN) {
                return false;
            }
            if (tokens.has(i, Role.SMS) && tokens.sign(i + 1) == ':') {
                return rules.hit(SecretKind.OTP, "otp.pasted", number);
            }
        }
        return false;
    }

    /** "I type 739150 and it says expired", where nothing else is spoken of that has a number. */
    private boolean tried(Num number) {
        boolean usual =
                number.size() == USUAL && !number.spelled() && !number.digits().endsWith("000");
        if (!usual || analysis.mentions(OTHER_NUMBERS)) {
            return false;
        }
        boolean typed = number.first() == 0
                || tokens.hasAny(number.first() - 1, Role.USE.bit)
                || tokens.has(number.first() - 2, Role.USE) && tokens.hasAny(number.first() - 1, SMALL);
        return typed && isRefused(number) && rules.hit(SecretKind.OTP, "otp.tried", number);
    }

    private boolean isRefused(Num number) {
        for (int i = number.last() + 1; i <= number.last() + REFUSAL_REACH; i++) {
            if (tokens.hasAny(i, Role.WRONG.bit | Role.NEG.bit)) {
                return true;
            }
        }
        return false;
    }

    /** "From the app: 739150". */
    private boolean isAppColon(int i, Num number) {
        return tokens.has(i, Role.APP) && i == number.first() - 2 && tokens.sign(i + 1) == ':';
    }

    /** "The bank sent me these digits, 739150". */
    boolean isSentDigits(Num number) {
        boolean digits = false;
        boolean came = false;
        for (int i = number.first() - 1; i >= number.first() - NEAR; i--) {
            digits |= tokens.has(i, Role.DIGITS) && !tokens.has(i - 1, Role.PART);
            came |= tokens.has(i, Role.ARRIVED);
        }
        return number.size() == USUAL && digits && came && rules.hit(SecretKind.OTP, "otp.digits", number);
    }

    /** "2580 opens the app", "for the app I use 2580". */
    private boolean opensApp(Num number) {
        boolean opens = analysis.mentions(Role.VERIFY.bit | Role.DIGITS.bit);
        boolean sized = number.size() >= SHORTEST
                && number.size() <= USUAL
                && !number.digits().endsWith("000");
        if (!opens || !sized || analysis.mentions(OTHER_NUMBERS)) {
            return false;
        }
        for (int n = 1; n <= APP_REACH; n++) {
            if (tokens.has(number.first() - n, Role.APP) || tokens.has(number.last() + n, Role.APP)) {
                return rules.accept(number, Qualifier.APP_CODE, 1, number.first() - 1);
            }
        }
        return false;
    }

    /** "I enter 4821 at the cash machine", "I open the app with 240519". */
    private boolean openedWith(Num number, Qualifier left) {
        if (!analysis.mentions(Role.APP.bit) || left == Qualifier.BENIGN || number.size() > USUAL) {
            return false;
        }
        if (isAppColon(number.first() - 2, number)) {
            return rules.accept(number, Qualifier.APP_CODE, 1, number.first() - 1);
        }
        boolean with = tokens.hasAny(number.first() - 1, Role.PREP.bit | Role.USE.bit);
        boolean opens = with && analysis.mentions(Role.VERIFY.bit | Role.USE.bit);
        return opens && rules.accept(number, Qualifier.APP_CODE, 1, number.first() - 1);
    }

    /** "I ask the code, the SMS comes after three minutes, I write 418307": typed in answer to what is talked about. */
    private boolean typed(Num number) {
        int before = number.first() - 1;
        while (tokens.hasAny(before, SMALL) && !tokens.hasAny(before, TYPED)) {
            before--;
        }
        if (!tokens.hasAny(before, TYPED)) {
            return false;
        }
        for (int i = before - 1; i >= Math.max(0, before - TOPIC_REACH); i--) {
            if (isTopic(i, number)) {
                return true;
            }
        }
        for (int i = number.last() + 1; i < tokens.count && i < number.last() + REACH; i++) {
            if (isTopic(i, number)) {
                return true;
            }
        }
        boolean from = tokens.hasAny(number.last() + 1, Role.PREP.bit);
        boolean message = tokens.has(number.last() + 2, Role.SMS) || tokens.has(number.last() + 3, Role.SMS);
        return from && message && rules.accept(number, Qualifier.OTP, 1, before);
    }

    private boolean isTopic(int i, Num number) {
        boolean owned = i > number.last() && tokens.is(i + 1, Tokens.NUMBER);
        Qualifier topic = owned ? Qualifier.NONE : qualifiers.at(i);
        return topic != Qualifier.NONE
                && topic != Qualifier.BENIGN
                && topic != Qualifier.MESSAGE
                && rules.accept(number, topic, 1, Math.min(i, number.first() - 1));
    }
}
