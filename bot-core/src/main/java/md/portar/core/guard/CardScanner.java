package md.portar.core.guard;

import java.util.List;

/** Finds payment card numbers: groups of digits joined over short gaps, with Luhn's check and the issuers' ranges. */
final class CardScanner {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int MOST_GAP = 3;
    private static final int MOST_BETWEEN = 4;
    private static final int REACH = 6;
    private static final long BENIGN =
            Role.REF.bit | Role.POSTAL.bit | Role.DOCUMENT.bit | Role.PHONE.bit | Role.PROMO.bit;

    private final Issuers issuers;

    CardScanner(Issuers issuers) {
        this.issuers = issuers;
    }

    void scan(Analysis analysis) {
        Tokens tokens = analysis.tokens;
        if (!tokens.anyDigit && !analysis.mentions(Role.NUMERAL.bit)) {
            return;
        }
        int i = 0;
        while (i < tokens.count) {
            int last = startsNumber(tokens, i) ? card(analysis, i) : -1;
            i = last < 0 ? i + 1 : last + 1;
        }
        for (Num number : analysis.numbers) {
            if (number.spelled()
                    && !analysis.isTaken(number.first())
                    && isCard(analysis, number.digits(), number.first(), number.last())) {
                analysis.hit(SecretKind.CARD_NUMBER, "card.spelled", number.first(), number.last());
            }
        }
        joined(analysis);
    }

    /** "Six zero one one, then one one one one …", "fifty-five, then 77 0000 …": numbers with small words between. */
    private void joined(Analysis analysis) {
        List<Num> numbers = analysis.numbers;
        if (!analysis.mentions(Role.CARD.bit | Role.DIGITS.bit | Role.NUMERAL.bit)) {
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            StringBuilder digits = new StringBuilder(numbers.get(i).digits());
            for (int k = i + 1; k < numbers.size() && isContinued(analysis, numbers.get(k - 1), numbers.get(k)); k++) {
                digits.append(numbers.get(k).digits());
                if (digits.length() > LONGEST) {
                    break;
                }
                int first = numbers.get(i).first();
                int last = numbers.get(k).last();
                if (digits.length() >= SHORTEST && isCard(analysis, digits.toString(), first, last)) {
                    analysis.hit(SecretKind.CARD_NUMBER, "card.joined", first, last);
                    i = k;
                    break;
                }
            }
        }
    }

    private static boolean isContinued(Analysis analysis, Num number, Num next) {
        Tokens tokens = analysis.tokens;
        if (next.first() - number.last() > MOST_BETWEEN + 1 || analysis.isTaken(number.first())) {
            return false;
        }
        for (int i = number.last() + 1; i < next.first(); i++) {
            if (tokens.type[i] > Tokens.LINE || tokens.hasAny(i, BENIGN | Role.MONEY.bit | Role.UNIT.bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsNumber(Tokens tokens, int i) {
        boolean continues =
                i > 0 && tokens.touchesPrevious(i) && (tokens.sign(i - 1) == '+' || tokens.sign(i - 1) == '*');
        return !continues && (tokens.is(i, Tokens.NUMBER) || tokens.is(i, Tokens.MIXED) || tokens.is(i, Tokens.WORD));
    }

    /** The last token of a card number that begins here, or -1. The longest reading wins. */
    private int card(Analysis analysis, int first) {
        Tokens tokens = analysis.tokens;
        StringBuilder digits = new StringBuilder(LONGEST);
        int best = -1;
        int i = first;
        while (i > 0 || i == first) {
            String more = NumberScanner.typedDigits(tokens, i);
            if (more.isEmpty() || digits.length() + more.length() > LONGEST) {
                break;
            }
            digits.append(more);
            if (digits.length() >= SHORTEST
                    && !continuesTight(tokens, i)
                    && isCard(analysis, digits.toString(), first, i)) {
                best = i;
            }
            i = nextGroup(tokens, i);
        }
        if (best >= 0) {
            analysis.hit(SecretKind.CARD_NUMBER, "card.number", first, best);
        }
        return best;
    }

    /** Whether a mask or more digits follow without any gap, so that this cannot be the end of a card number. */
    private static boolean continuesTight(Tokens tokens, int i) {
        return tokens.touchesPrevious(i + 1) && tokens.is(i + 1, Tokens.MASK);
    }

    private static int nextGroup(Tokens tokens, int i) {
        int next = i + 1;
        while (next < tokens.count && isGap(tokens, next)) {
            next++;
        }
        boolean near = next < tokens.count && tokens.start[next] - tokens.end[i] <= MOST_GAP;
        return near && tokens.type[next] <= Tokens.MIXED ? next : -1;
    }

    private static boolean isGap(Tokens tokens, int i) {
        return tokens.is(i, Tokens.LINE) || tokens.is(i, Tokens.SIGN) && "-._,/|\\~:'()".indexOf(tokens.sign(i)) >= 0;
    }

    private boolean isCard(Analysis analysis, String digits, int first, int last) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST || !Issuers.luhn(digits) || isOneDigit(digits)) {
            return false;
        }
        long nearest = nearest(analysis.tokens, first, last);
        boolean called = (nearest & Role.CARD.bit) != 0;
        if (issuers.know(digits)) {
            return called || digits.length() > SHORTEST || (nearest & (Role.POSTAL.bit | Role.DOCUMENT.bit)) == 0;
        }
        return called;
    }

    /** Whether the digits are a card's, given that somebody called them one or not. */
    boolean isCard(String digits, boolean called) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && Issuers.luhn(digits)
                && !isOneDigit(digits)
                && (called || issuers.know(digits));
    }

    private static boolean isOneDigit(String digits) {
        return digits.chars().distinct().count() == 1;
    }

    /** Roles of the nearest word that says what a number is. */
    private static long nearest(Tokens tokens, int first, int last) {
        for (int distance = 1; distance <= REACH; distance++) {
            long left = tokens.isWordLike(first - distance) ? tokens.roles[first - distance] : 0;
            if ((left & (BENIGN | Role.CARD.bit)) != 0) {
                return left;
            }
            long right = tokens.isWordLike(last + distance) ? tokens.roles[last + distance] : 0;
            if ((right & (BENIGN | Role.CARD.bit)) != 0) {
                return right;
            }
        }
        return 0;
    }
}
