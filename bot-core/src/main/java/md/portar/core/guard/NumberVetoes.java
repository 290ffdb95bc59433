package md.portar.core.guard;

/** What beside a number shows that it counts, costs, dates or hides something and is no secret. */
final class NumberVetoes {
    private static final long COUNTED = Role.UNIT.bit | Role.MONEY.bit;
    private static final String CURRENCY = "$€£₽₴¥%";

    private static final int SHORTEST_PHONE = 9;
    private static final int LONGEST_PHONE = 13;
    private static final int LOCAL_PHONE = 7;

    private final Analysis analysis;
    private final Tokens tokens;

    NumberVetoes(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    boolean apply(Num number) {
        int before = number.first() - 1;
        int after = number.last() + 1;
        if (tokens.touchesPrevious(number.first()) && isJoint(before) && !number.spelled()) {
            return true;
        }
        if (tokens.touchesPrevious(after)
                && isJoint(after)
                && tokens.touchesPrevious(after + 1)
                && tokens.is(after + 1, Tokens.NUMBER)) {
            return true;
        }
        if (tokens.is(before, Tokens.MASK) || tokens.is(after, Tokens.MASK)) {
            return true;
        }
        if (isPhone(number) || isShortReference(number)) {
            return true;
        }
        if (isCurrency(before) || isCurrency(after) || tokens.sign(before) == '+') {
            return true;
        }
        // Romanian counts from twenty on with "de": 20 de minute.
        after = tokens.sign(after) == '+' && tokens.touchesPrevious(after) ? after + 1 : after;
        int counted = tokens.has(after, Role.PREP) && tokens.hasAny(after + 1, COUNTED) ? after + 1 : after;
        return number.groups() == 1
                        && tokens.hasAny(counted, COUNTED)
                        && !tokens.has(counted, Role.USE)
                        && !startsNew(counted)
                || isLimit(number, before)
                || number.spelled() && tokens.hasAny(counted, COUNTED)
                || number.spelled() && tokens.has(before, Role.UNIT) && !tokens.has(before, Role.CARD)
                || isDate(number)
                || isLocalPhone(number, before)
                || isClockOrYear(number, before, after);
    }

    /** "4821 2 times": the last group counts something, the ones before may still be a secret. */
    Num withoutCountedTail(Num number) {
        boolean counted = tokens.hasAny(number.last() + 1, COUNTED);
        if (!counted || number.groups() < 2 || number.spelled()) {
            return number;
        }
        String tail = NumberScanner.typedDigits(tokens, number.last());
        int last = number.last() - 1;
        while (last > number.first() && NumberScanner.typedDigits(tokens, last).isEmpty()) {
            last--;
        }
        String digits = number.digits().substring(0, number.size() - tail.length());
        return new Num(number.first(), last, number.start(), tokens.end[last], digits, number.groups() - 1, false);
    }

    /** A unit that begins a clause of its own ("4821 card blocked") does not count the number before it. */
    private boolean startsNew(int after) {
        return tokens.hasAny(after, Role.CARD.bit | Role.PIN.bit | Role.PASSWORD.bit | Role.CODE.bit | Role.SMS.bit);
    }

    private boolean isJoint(int i) {
        char sign = tokens.sign(i);
        if (sign == '/' && (tokens.all & Role.PIN.bit) != 0 && (tokens.all & (Role.CVV.bit | Role.CARD.bit)) != 0) {
            return false;
        }
        boolean hyphen = sign == '-' && tokens.touchesPrevious(i);
        boolean joins = hyphen || sign == '.' || sign == ',' || sign == ':' || sign == '/' || sign == '*';
        return joins && (sign == '*' || tokens.is(i - 1, Tokens.NUMBER));
    }

    /** "P-1204": the number of something that systems name. */
    boolean isReferenceTail(Num number) {
        int sign = number.first() - 1;
        return tokens.sign(sign) == '-'
                && tokens.touchesPrevious(number.first())
                && tokens.touchesPrevious(sign)
                && tokens.is(sign - 1, Tokens.WORD)
                && tokens.length(sign - 1) <= 4
                && tokens.roles[sign - 1] == 0;
    }

    /** "E-1407": one or two letters and a hyphen; "G-739150" is how a service writes its codes. */
    private boolean isShortReference(Num number) {
        int letters = number.first() - 2;
        return tokens.sign(letters + 1) == '-'
                && tokens.touchesPrevious(number.first())
                && tokens.touchesPrevious(letters + 1)
                && tokens.is(letters, Tokens.WORD)
                && tokens.length(letters) <= 2
                && !tokens.hasAny(letters, Tokeniser.SECRETS)
                && tokens.text.chars[tokens.start[letters]] != 'g'
                && !tokens.has(number.last() + 1, Role.COPULA)
                && number.groups() == 1;
    }

    /** Part of a longer number in groups of different sizes, or one that begins with a plus. */
    private boolean isPhone(Num number) {
        if (number.spelled()) {
            return false;
        }
        int digits = number.size();
        int first = number.first();
        for (int i = neighbour(first, -1); i >= 0 && digits <= LONGEST_PHONE; i = neighbour(i, -1)) {
            digits += tokens.length(i);
            first = i;
        }
        for (int i = neighbour(number.last(), 1); i >= 0 && digits <= LONGEST_PHONE; i = neighbour(i, 1)) {
            digits += tokens.length(i);
        }
        boolean plus = tokens.sign(first - 1) == '+' || tokens.sign(first - 1) == '(' && tokens.sign(first - 2) == '+';
        boolean local = digits == LOCAL_PHONE
                && tokens.length(first) == 3
                && tokens.sign(first + 1) == '-'
                && tokens.hasAny(first - 1, Role.PREP.bit | Role.TO.bit | Role.PHONE.bit);
        return plus || local || digits > number.size() && digits >= SHORTEST_PHONE && digits <= LONGEST_PHONE;
    }

    /** The number token beside this one with a space, a hyphen, a dot or a bracket between, or -1. */
    private int neighbour(int i, int step) {
        int next = i + step;
        int signs = 0;
        while ("-.()".indexOf(tokens.sign(next)) >= 0 && tokens.sign(next) != 0 && signs < 2) {
            next += step;
            signs++;
        }
        if (!tokens.is(next, Tokens.NUMBER) || analysis.isTaken(next)) {
            return -1;
        }
        int gap = step > 0 ? tokens.start[next] - tokens.end[i] : tokens.start[i] - tokens.end[next];
        return gap <= 2 ? next : -1;
    }

    /** "My PIN is the year of my birth, 1987". */
    private boolean isDefined(int before) {
        boolean said = false;
        for (int i = before; i >= before - 8 && tokens.isWordLike(i); i--) {
            said |= tokens.has(i, Role.COPULA);
            boolean changes = tokens.has(i - 1, Role.CHANGE) || tokens.has(i - 2, Role.CHANGE);
            if ((said || changes) && tokens.hasAny(i, Role.PIN.bit | Role.PASSWORD.bit)) {
                return true;
            }
        }
        return false;
    }

    private boolean saidWithin(int from, int to) {
        for (int i = Math.max(from, 0); i <= to; i++) {
            if (tokens.hasAny(i, Role.CHANGE.bit | Role.COPULA.bit)) {
                return true;
            }
        }
        return false;
    }

    /** "14 03 2031": day, month and year with spaces between. */
    private boolean isDate(Num number) {
        int year = number.size() == 4 && number.groups() == 1 ? number.last() : number.last() + 1;
        return isYear(year) && isUpTo(year - 1, 12) && isUpTo(year - 2, 31);
    }

    private boolean isYear(int i) {
        return tokens.is(i, Tokens.NUMBER)
                && tokens.length(i) == 4
                && (tokens.text.at(tokens.start[i]) == '2' && tokens.text.at(tokens.start[i] + 1) == '0'
                        || tokens.text.at(tokens.start[i]) == '1' && tokens.text.at(tokens.start[i] + 1) == '9');
    }

    /** Eight or nine digits as subscribers' numbers begin, where something is sent to or called by. */
    private boolean isLocalPhone(Num number, int before) {
        boolean national = number.size() == 9 && number.digits().startsWith("0");
        boolean sized = number.size() == 8 && "67".indexOf(number.digits().charAt(0)) >= 0;
        return (sized || national)
                && number.groups() == 1
                && (national && !tokens.hasAny(before, Tokeniser.SECRETS)
                        || tokens.hasAny(before, Role.PREP.bit | Role.TO.bit | Role.NUMBER.bit | Role.PHONE.bit));
    }

    private boolean isUpTo(int i, int most) {
        return tokens.is(i, Tokens.NUMBER)
                && tokens.length(i) <= 2
                && Integer.parseInt(tokens.text.slice(tokens.start[i], tokens.end[i])) <= most;
    }

    /** "Up to 4000": a round number after a word for "until". */
    private boolean isLimit(Num number, int before) {
        return number.digits().endsWith("000")
                && tokens.has(before, Role.TIME)
                && tokens.hasAny(before, Role.PREP.bit | Role.STOP.bit);
    }

    private boolean isCurrency(int i) {
        char sign = tokens.sign(i);
        return sign != 0 && CURRENCY.indexOf(sign) >= 0;
    }

    /** "at 0930", "in 2019", "since 1998". */
    private boolean isClockOrYear(Num number, int before, int after) {
        if (number.size() != 4 || number.spelled() || number.groups() > 1) {
            return false;
        }
        int value = Integer.parseInt(number.digits());
        boolean clock = value / 100 < 24 && value % 100 < 60;
        boolean year = value >= 1900 && value < 2050;
        boolean timely = tokens.has(before, Role.TIME)
                        && !tokens.hasAny(before, Role.COPULA.bit | Tokeniser.SECRETS)
                        && !isDefined(before)
                || year && isUpTo(before - 1, 31) && tokens.has(before, Role.TIME);
        boolean into = tokens.hasAny(before - 1, Tokeniser.SECRETS | Role.POSS.bit | Role.COPULA.bit);
        if (year && tokens.hasAny(before, Role.PREP.bit) && !(into && saidWithin(number.first() - 5, before))) {
            return true;
        }
        return (clock || year)
                && (timely && !tokens.has(before - 1, Role.CHANGE)
                        || tokens.has(after, Role.TIME)
                                && !tokens.has(after, Role.PREP)
                                && !saidWithin(number.first() - 2, before));
    }
}
