package md.portar.core.guard;

/**
 * Decides for every number whether it is a PIN, a security code, a one-time code or a password. Each number is judged by the
 * nearest word that says what it is; units, amounts, dates and masks beside it veto.
 */
final class CodeRules {
    private static final int REACH = 16;
    private static final long CODES = Role.CODE.bit | Role.OTP.bit;
    private static final double FARTHEST = 9;
    private static final double FARTHEST_PART = 2.5;
    private static final double FARTHEST_BARE = 5;
    private static final double FARTHEST_LISTED = 2;
    private static final double FARTHEST_PASSWORD = 4.5;
    private static final long OF_NAME = Role.PREP.bit
            | Role.POSS.bit
            | Role.AND.bit
            | Role.OWNER.bit
            | Role.NEG.bit
            | Role.SMS.bit
            | Role.VERIFY.bit
            | Role.CARD.bit
            | Role.ARRIVED.bit
            | Role.HERE.bit;
    static final long LIGHT = Role.COPULA.bit
            | Role.POSS.bit
            | Role.SOFT.bit
            | Role.DEM.bit
            | Role.ADJ.bit
            | Role.PREP.bit
            | Role.CLITIC.bit
            | Role.USE.bit
            | Role.SAY.bit
            | Role.OWNER.bit
            | Role.CHANGE.bit
            | Role.ARRIVED.bit
            | Role.NUMBER.bit
            | Role.DIGITS.bit
            | Role.TO.bit
            | Role.AS.bit;

    private final Analysis analysis;
    private final Tokens tokens;
    private final Qualifiers qualifiers;
    private final NumberVetoes vetoes;
    private final OtherNumbers others;
    private final ToldCodes told;

    private CodeRules(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.qualifiers = new Qualifiers(tokens);
        this.vetoes = new NumberVetoes(analysis);
        this.others = new OtherNumbers(analysis);
        this.told = new ToldCodes(this, analysis, qualifiers, others);
    }

    static void apply(Analysis analysis) {
        if (analysis.numbers.isEmpty()) {
            return;
        }
        CodeRules rules = new CodeRules(analysis);
        for (Num number : analysis.numbers) {
            if (number.size() >= 3 && !analysis.isTaken(number.first()) && !analysis.isTaken(number.last())) {
                rules.judge(number);
            }
        }
        if (analysis.hits.isEmpty() && analysis.numbers.size() >= 2 && analysis.mentions(Tokeniser.SECRETS)) {
            CodeParts.join(analysis).forEach(rules::judge);
        }
    }

    private void judge(Num number) {
        if (vetoes.apply(number)) {
            return;
        }
        Num judged = vetoes.withoutCountedTail(number);
        if (isNamedBehind(judged)) {
            return;
        }
        Found left = look(judged, -1);
        Found right = look(judged, 1);
        if (others.isListed(judged) && Math.min(left.cost, right.cost) > FARTHEST_LISTED) {
            return;
        }
        if (told.isSentDigits(judged)
                || others.isNumbered(judged)
                || left.qualifier == Qualifier.NONE && others.isAccount(judged)) {
            return;
        }
        boolean leftFirst = left.cost <= right.cost;
        Found nearest = leftFirst ? left : right;
        Found other = leftFirst ? right : left;
        boolean open = nearest.qualifier == Qualifier.NONE || nearest.qualifier == Qualifier.MESSAGE;
        if (nearest.qualifier == Qualifier.NONE || !accept(judged, nearest)) {
            boolean settled = open && other.qualifier != Qualifier.NONE && accept(judged, other);
            if (!settled) {
                told.find(judged, left.qualifier, left.cost);
            }
        }
    }

    /** "… 602214", that's my passcode": said outright to be a secret, whatever stands before it. */
    private boolean isNamedBehind(Num number) {
        int i = number.last() + 1;
        boolean pause = false;
        while (tokens.sign(i) == '"' || tokens.sign(i) == ',' || tokens.sign(i) == '-' || tokens.is(i, Tokens.LINE)) {
            pause = true;
            i++;
        }
        int verb = tokens.has(i, Role.DEM) && !tokens.has(i, Role.COPULA) ? i + 1 : i;
        boolean joined =
                verb > i && tokens.text.slice(tokens.start[i], tokens.end[i]).indexOf(' ') > 0;
        verb = joined ? i : verb;
        if (!pause || !joined && !tokens.has(verb, Role.COPULA)) {
            return false;
        }
        int name = verb + 1;
        while (name <= verb + 2 && (tokens.hasAny(name, Role.POSS.bit | Role.ADJ.bit) || tokens.isThe(name))) {
            name++;
        }
        Qualifier named = tokens.is(name + 1, Tokens.NUMBER) ? Qualifier.NONE : qualifiers.at(name);
        boolean secret = named == Qualifier.PIN
                || named == Qualifier.CVV
                || named == Qualifier.OTP
                || named == Qualifier.BARE_CODE;
        boolean noun = tokens.is(name + 1, Tokens.WORD) && !tokens.hasAny(name + 1, OF_NAME);
        return secret && !noun && accept(number, named, 0.5, name);
    }

    /** What a direction's nearest telling word is, and how far it is. */
    private record Found(Qualifier qualifier, double cost, int token) {}

    private Found look(Num number, int step) {
        int i = step < 0 ? number.first() - 1 : number.last() + 1;
        double cost = step < 0 ? 0 : entryCost(number);
        boolean passedNumber = false;
        boolean clause = false;
        Found message = new Found(Qualifier.NONE, Double.MAX_VALUE, -1);
        for (int n = 0; n < REACH && i >= 0 && i < tokens.count && cost <= FARTHEST; n++, i += step) {
            Qualifier qualifier = step > 0 && tokens.is(i + 1, Tokens.NUMBER) ? Qualifier.NONE : qualifiers.at(i);
            boolean owned = qualifier == Qualifier.BENIGN
                    && (step < 0 && isPurpose(i)
                            || step < 0 && others.countsAnother(i)
                            || step > 0 && clause
                            || passedNumber && others.isBesideOther(i, number)
                            || tokens.has(i, Role.OWNER) && i + 1 < number.first() && !tokens.has(i + 1, Role.NUMBER));
            if (step > 0 && n > 0 && isDenied(i, number)) {
                return message;
            }
            if (qualifier == Qualifier.MESSAGE) {
                message = message.token < 0 ? new Found(qualifier, cost, i) : message;
            } else if (qualifier == Qualifier.BENIGN && step > 0 && n > 1) {
                return message;
            } else if (qualifier != Qualifier.NONE && !owned) {
                if (qualifier == Qualifier.BENIGN && cost > FARTHEST_PART && tokens.has(i, Role.PART)) {
                    cost += cost(i);
                    continue;
                }
                boolean better = message.token < 0 || qualifier != Qualifier.BENIGN || cost < message.cost + 1;
                return better ? new Found(qualifier, cost, i) : message;
            }
            passedNumber |= tokens.is(i, Tokens.NUMBER);
            clause |= tokens.sign(i) == ',' || tokens.sign(i) == '.';
            cost += cost(i);
        }
        return message;
    }

    /** Looking to the right costs more, unless the number is said to be something: "5176 is the PIN", "8273 (pin)". */
    private double entryCost(Num number) {
        return isSaid(number) || tokens.sign(number.last() + 1) == '-' ? 0.2 : 2.5;
    }

    private boolean isSaid(Num number) {
        int next = number.last() + 1;
        return tokens.hasAny(next, Role.COPULA.bit | Role.DEM.bit | Role.AS.bit) || tokens.sign(next) == '(';
    }

    /** "The code for the withdrawal": what a code is for does not make it harmless. */
    private boolean isPurpose(int i) {
        boolean joined = tokens.hasAny(i - 1, Role.PREP.bit | Role.TO.bit)
                && (tokens.hasAny(i - 2, CODES) || tokens.hasAny(i - 3, CODES));
        return tokens.has(i, Role.MONEY_VERB) && (joined || tokens.hasAny(i - 1, CODES));
    }

    /** "4821 is lucky, never as a pin". */
    private boolean isDenied(int i, Num number) {
        return tokens.has(i, Role.NEG)
                && tokens.hasAny(i + 1, Role.AS.bit | Role.PREP.bit | Tokeniser.SECRETS)
                && i > number.last() + 1;
    }

    private double cost(int i) {
        if (tokens.is(i, Tokens.LINE)) {
            return 1;
        }
        if (tokens.is(i, Tokens.SIGN)) {
            char sign = tokens.sign(i);
            return sign == ',' ? 1.2 : sign == '.' || sign == '!' || sign == '?' || sign == ';' ? 2.5 : 0.1;
        }
        if (!tokens.is(i, Tokens.WORD)) {
            return 0.5;
        }
        if (tokens.hasAny(i, LIGHT)) {
            return 0.3;
        }
        return tokens.has(i, Role.AND) ? 0.6 : 1;
    }

    /** Whether a number is what a word this far away says; claims it if so. */
    boolean accept(Num number, Qualifier qualifier, double cost, int token) {
        return accept(number, new Found(qualifier, cost, token));
    }

    private boolean accept(Num number, Found found) {
        int size = number.size();
        return switch (found.qualifier) {
            case PIN -> size >= 4 && size <= 8 && hit(SecretKind.PIN, "pin.number", number);
            case CVV ->
                (size == 3 || size == 4 && (found.cost <= FARTHEST_PART || analysis.mentions(Role.AMEX.bit)))
                                && hit(SecretKind.CVV, "cvv.number", number)
                        || size <= 8
                                && tokens.has(found.token, Role.OTP)
                                && hit(SecretKind.OTP, "otp.security", number);
            case OTP -> size >= 4 && size <= 10 && hit(SecretKind.OTP, "otp.number", number);
            case BARE_CODE ->
                size >= 4
                        && size <= 8
                        && found.cost <= FARTHEST_BARE
                        && !others.isOther(number)
                        && hit(SecretKind.OTP, "otp.code", number);
            case APP_CODE -> size >= 4 && size <= 8 && hit(SecretKind.PIN, "pin.app-code", number);
            case CARD_CODE ->
                size == 3 && hit(SecretKind.CVV, "cvv.card-code", number)
                        || size == 4 && hit(SecretKind.PIN, "pin.card-code", number);
            case BACKSIDE ->
                (size == 3 || size == 4 && analysis.mentions(Role.CODE.bit | Role.AMEX.bit))
                        && hit(SecretKind.CVV, "cvv.back", number);
            case PASSWORD ->
                found.cost <= FARTHEST_PASSWORD
                        && !others.isApart(found.token, number.first())
                        && (found.token < number.first() || isSaid(number) && found.cost <= 1.5)
                        && !vetoes.isReferenceTail(number)
                        && (size >= 4 || found.cost <= 1)
                        && size <= 20
                        && hit(SecretKind.PASSWORD, "password.number", number);
            case MESSAGE -> told.inMessage(number, found.token, found.cost);
            default -> true;
        };
    }

    boolean hit(SecretKind kind, String rule, Num number) {
        analysis.hit(kind, rule, number.first(), number.last());
        return true;
    }
}
