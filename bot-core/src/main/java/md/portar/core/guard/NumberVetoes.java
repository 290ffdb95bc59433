package md.portar.core.guard;

/** What beside a number shows that it counts, costs, dates or hides something and is no secret. */
final class NumberVetoes {
    private static final long COUNTED = Role.UNIT.bit | Role.MONEY.bit;
    private static final String CURRENCY = "$€£₽₴¥%";

    private final Tokens tokens;

    NumberVetoes(Tokens tokens) {
        this.tokens = tokens;
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
        if (isCurrency(before) || isCurrency(after) || tokens.sign(before) == '+') {
            return true;
        }
        return number.groups() == 1 && tokens.hasAny(after, COUNTED) && !startsNew(after)
                || number.spelled() && tokens.hasAny(after, COUNTED)
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
        boolean joins = sign == '.' || sign == ',' || sign == ':' || sign == '/' || sign == '*';
        return joins && (i == 0 || !tokens.is(i - 1, Tokens.WORD));
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
        boolean timely = tokens.has(before, Role.TIME) && !tokens.hasAny(before, Role.COPULA.bit | Tokeniser.SECRETS);
        return (clock || year) && (timely && !tokens.has(before - 1, Role.CHANGE) || tokens.has(after, Role.TIME));
    }
}
