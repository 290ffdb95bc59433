package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the numbers of a text: typed in one piece or in groups, with letters for digits, or spelled out. Groups belong
 * together when they are separated alike and sized like a code; anything looser is left to the card scanner.
 */
final class NumberScanner {
    private static final int LONGEST = 24;

    private final Tokens tokens;
    private final NormText text;
    private final List<Num> found = new ArrayList<>();

    private NumberScanner(Tokens tokens) {
        this.tokens = tokens;
        this.text = tokens.text;
    }

    static List<Num> scan(Tokens tokens) {
        if (!tokens.anyDigit && (tokens.all & Role.NUMERAL.bit) == 0) {
            return List.of();
        }
        NumberScanner scanner = new NumberScanner(tokens);
        int i = 0;
        while (i < tokens.count) {
            i = scanner.step(i);
        }
        return scanner.found;
    }

    /** The digits of a token typed as a number, letters for digits included, or "" when it is none. */
    static String typedDigits(Tokens tokens, int i) {
        if (!tokens.is(i, Tokens.NUMBER) && !tokens.is(i, Tokens.MIXED)) {
            return repeatedLetter(tokens, i);
        }
        int length = tokens.length(i);
        StringBuilder digits = new StringBuilder(length);
        int real = 0;
        for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
            char c = tokens.text.chars[k];
            char digit = NormText.isDigit(c) ? c : letterAsDigit(c, k + 1 == tokens.end[i]);
            if (digit == 0) {
                return "";
            }
            real += digit == c ? 1 : 0;
            digits.append(digit);
        }
        return real * 4 >= length ? digits.toString() : "";
    }

    /** The digit that a letter looks like, or 0. At the end some letters are units: "120s", "5b". */
    private static char letterAsDigit(char c, boolean last) {
        return switch (c) {
            case 'o', 'о' -> '0';
            case 'l', 'i', 'і' -> '1';
            case 'з' -> '3';
            case 's', 'ѕ' -> last ? 0 : '5';
            case 'z' -> last ? 0 : '2';
            case 'b', 'в' -> last ? 0 : '8';
            default -> 0;
        };
    }

    /** A lone "OOOO" or "llll" among groups of digits. */
    private static String repeatedLetter(Tokens tokens, int i) {
        boolean among = tokens.length(i) == 1 && isLoneDigit(tokens, i - 1) && isLoneDigit(tokens, i + 1);
        boolean sized = tokens.length(i) >= 3 && tokens.length(i) <= 4;
        if (!tokens.is(i, Tokens.WORD) || !sized && !among) {
            return "";
        }
        char first = letterAsDigit(tokens.text.chars[tokens.start[i]], true);
        for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
            if (first == 0 || letterAsDigit(tokens.text.chars[k], true) != first) {
                return "";
            }
        }
        return Character.toString(first).repeat(tokens.length(i));
    }

    static boolean isLoneDigit(Tokens tokens, int i) {
        return tokens.is(i, Tokens.NUMBER) && tokens.length(i) == 1;
    }

    private int step(int i) {
        if (tokens.numeral[i] != 0 && startsSpelled(tokens, i)) {
            return spelled(i);
        }
        if (tokens.is(i, Tokens.WORD)) {
            return i + 1;
        }
        String digits = typedDigits(tokens, i);
        if (digits.isEmpty()) {
            return i + 1;
        }
        if (digits.length() == 1 && startsSpelled(tokens, i + 1)) {
            return spelled(i);
        }
        return typed(i, digits);
    }

    static boolean startsSpelled(Tokens tokens, int i) {
        if (i >= tokens.count) {
            return false;
        }
        int entry = tokens.numeral[i];
        return NumberWords.isPlain(entry)
                || NumberWords.isArticle(entry) && i + 1 < tokens.count && NumberWords.isTimes(tokens.numeral[i + 1]);
    }

    private int typed(int first, String digits) {
        StringBuilder joined = new StringBuilder(digits);
        int last = first;
        int groups = 1;
        String separator = "";
        int next = after(last);
        while (next > 0 && joined.length() <= LONGEST) {
            String more = typedDigits(tokens, next);
            String gap = text.slice(tokens.end[last], tokens.start[next]);
            if (more.isEmpty() || !joins(separator, gap, digits.length(), more.length(), tokens.start[next])) {
                break;
            }
            separator = gap;
            joined.append(more);
            groups++;
            last = next;
            next = after(last);
        }
        if (groups == 2 && separator.equals(".")) {
            return add(first, first, digits, 1);
        }
        return add(first, last, joined.toString(), groups);
    }

    private int add(int first, int last, String digits, int groups) {
        found.add(new Num(first, last, tokens.start[first], tokens.end[last], digits, groups, false));
        return last + 1;
    }

    /** The token of the next group, or -1 when something else than a separator follows. */
    private int after(int i) {
        int next = i + 1;
        while (next < tokens.count
                && next - i <= 3
                && (tokens.is(next, Tokens.LINE)
                        || ".-_,…".indexOf(tokens.sign(next)) >= 0 && tokens.sign(next) != 0)) {
            next++;
        }
        return next < tokens.count && tokens.start[next] - tokens.end[i] <= 3 ? next : -1;
    }

    private boolean joins(String separator, String gap, int firstSize, int nextSize, int nextStart) {
        boolean alike = separator.isEmpty() || separator.equals(gap);
        boolean sized = nextSize == firstSize && nextSize <= 4 || nextSize <= 3 && firstSize <= 3 && !gap.equals(".");
        boolean decimal = gap.indexOf(',') >= 0 && nextSize > 1;
        boolean amount = (gap.equals(" ") || gap.equals(",")) && separator.isEmpty() && firstSize < 3 && nextSize == 3;
        return alike && sized && !decimal && !amount && text.at(nextStart) != '+';
    }

    private int spelled(int first) {
        Num number = SpelledNumbers.read(tokens, first);
        found.add(number);
        return number.last() + 1;
    }
}
