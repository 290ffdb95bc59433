package md.portar.core.guard;

import java.util.Arrays;

/**
 * Takes apart what was typed without spaces around a code: "pin2894nomore", "cvv362exp1128", "codesms770192". Digits stick to
 * the name of a code or a card, and other words may stick to the digits.
 */
final class GluedCodes {
    private static final int[] NONE = new int[0];
    private static final int LONGEST = 64;
    private static final int MOST_PARTS = 8;
    private static final int SHORTEST_CODE = 3;
    private static final int SHORTEST_WORD = 3;
    private static final int FEWEST_CARD_DIGITS = 13;
    private static final long NAMED = Role.PIN.bit | Role.CVV.bit | Role.OTP.bit;
    private static final long CODES = NAMED | Role.CODE.bit;
    private static final long SECOND = CODES
            | Role.SMS.bit
            | Role.VERIFY.bit
            | Role.BACKSIDE.bit
            | Role.CARD.bit
            | Role.APP.bit
            | Role.COPULA.bit
            | Role.POSS.bit
            | Role.WRONG.bit
            | Role.ADJ.bit;

    private final Lexicon lexicon;
    private final char[] chars;
    private final int[] borders = new int[MOST_PARTS];
    private int parts;
    private boolean code;

    private GluedCodes(Lexicon lexicon, char[] chars) {
        this.lexicon = lexicon;
        this.chars = chars;
    }

    /** Where each part ends, or an empty array when no code's name touches digits here. */
    static int[] split(Lexicon lexicon, char[] chars, int start, int end) {
        if (end - start > LONGEST) {
            return NONE;
        }
        return new GluedCodes(lexicon, chars).read(start, end);
    }

    private int[] read(int start, int end) {
        int from = start;
        while (from < end) {
            int to = runEnd(from, end);
            if (parts + 2 > MOST_PARTS || isLetterAmongDigits(from, to, start, end)) {
                return NONE;
            }
            if (!NormText.isDigit(chars[from])) {
                int inner = nameOf(from, to, start, end);
                if (inner > from && inner < to) {
                    borders[parts++] = inner;
                }
            }
            borders[parts++] = to;
            from = to;
        }
        return code && parts > 1 ? Arrays.copyOf(borders, parts) : NONE;
    }

    private int runEnd(int from, int end) {
        boolean digit = NormText.isDigit(chars[from]);
        int to = from + 1;
        while (to < end && NormText.isDigit(chars[to]) == digit) {
            to++;
        }
        return to;
    }

    /** "48o291": a letter for a digit. */
    private boolean isLetterAmongDigits(int from, int to, int start, int end) {
        return to - from == 1 && from > start && to < end && !NormText.isDigit(chars[from]);
    }

    /** Where the first of the words ends that name the digits beside them; the start when these letters name nothing. */
    private int nameOf(int from, int to, int start, int end) {
        int after = to < end ? runEnd(to, end) - to : 0;
        int before = from > start ? digitsBefore(from, start) : 0;
        long whole = lexicon.roles(chars, from, to);
        if (fits(whole, after) && isTail(whole, to + after, end) || fits(whole & NAMED, before)) {
            code = true;
            return to;
        }
        if (after < SHORTEST_CODE || whole != 0 && exact(from, to) != 0) {
            return from;
        }
        for (int k = from + SHORTEST_WORD; k < to; k++) {
            long first = exact(from, k);
            long second = first == 0 ? 0 : exact(k, to);
            boolean named = (first & CODES) != 0 && (second & SECOND) != 0
                    || (first & Role.SMS.bit) != 0 && (second & CODES) != 0
                    || (first & Role.CARD.bit) != 0 && (second & SECOND) != 0 && after >= FEWEST_CARD_DIGITS;
            if (named && to - k >= 2) {
                code = true;
                return k;
            }
        }
        return from;
    }

    /** Behind the digits of a code that is only called "code" no unknown letters may follow: that is a voucher. */
    private boolean isTail(long roles, int from, int end) {
        if ((roles & NAMED) != 0 || from >= end) {
            return true;
        }
        int to = runEnd(from, end);
        long tail = lexicon.roles(chars, from, to);
        return (roles & Role.CARD.bit) != 0 || tail != 0 && (tail & Role.PROMO.bit) == 0;
    }

    private int digitsBefore(int from, int start) {
        int i = from;
        while (i > start && NormText.isDigit(chars[i - 1])) {
            i--;
        }
        return from - i;
    }

    private long exact(int from, int to) {
        int node = lexicon.node(chars, from, to);
        return node == Trie.NONE ? 0 : lexicon.words().exact(node);
    }

    private static boolean fits(long roles, int digits) {
        long named = digits >= FEWEST_CARD_DIGITS ? CODES | Role.CARD.bit | Role.NUMBER.bit : CODES;
        return digits >= SHORTEST_CODE && (roles & named) != 0;
    }
}
