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

    private static boolean isLoneDigit(Tokens tokens, int i) {
        return tokens.is(i, Tokens.NUMBER) && tokens.length(i) == 1;
    }

    private int step(int i) {
        if (tokens.numeral[i] != 0 && startsSpelled(i)) {
            return spelled(i);
        }
        if (tokens.is(i, Tokens.WORD)) {
            return i + 1;
        }
        String digits = typedDigits(tokens, i);
        if (digits.isEmpty()) {
            return i + 1;
        }
        if (digits.length() == 1 && startsSpelled(i + 1)) {
            return spelled(i);
        }
        return typed(i, digits);
    }

    private boolean startsSpelled(int i) {
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
        NumberWords words = new NumberWords();
        int last = first;
        int groups = 0;
        int i = first;
        while (i < tokens.count) {
            int entry = tokens.numeral[i];
            String typed =
                    entry == 0 && tokens.is(i, Tokens.NUMBER) && tokens.length(i) <= 2 ? typedDigits(tokens, i) : "";
            int times = i > first ? timesAfter(i) : 0;
            if (times > 0) {
                words.repeatLast(NumberWords.plainValue(tokens.numeral[times - 1]));
                last = times;
                i = times + 1;
                continue;
            }
            if (isPluralDigit(i) && i > first) {
                words.takePlural(text.chars[tokens.start[i]] - '0');
                last = i++;
                continue;
            }
            if (isRepeatWord(i) && i > first) {
                words.readAsRepeat();
                i++;
                continue;
            } else if (i > first && (isFiller(entry, i) || isSoftSign(i) || isDistributive(i))) {
                i++;
                continue;
            } else if (NumberWords.isPlain(entry) || startsSpelled(i)) {
                words.take(entry);
            } else if (!typed.isEmpty()) {
                words.takeDigits(typed);
            } else if (NumberWords.isAnd(entry)
                    && words.canTakeAnd()
                    && (startsSpelled(i + 1) || startsSpelled(i + 2))) {
                i++;
                continue;
            } else if (isZeroLetter(i)) {
                words.takeDigits("0");
            } else if (isPause(i)) {
                boolean comma = tokens.sign(i) == ',';
                if (comma) {
                    words.pause();
                }
                i++;
                continue;
            } else {
                break;
            }
            groups++;
            last = i++;
        }
        found.add(new Num(first, last, tokens.start[first], tokens.end[last], words.finish(), groups, true));
        return last + 1;
    }

    /** The article of "and a one", the second "de" of "de doua ori sapte de doua ori opt". */
    private boolean isFiller(int entry, int i) {
        boolean filler = NumberWords.isArticle(entry) || NumberWords.isTimesWord(entry);
        return filler && !startsSpelled(i) && startsSpelled(i + 1);
    }

    /** "Seven three times", "unu de trei ori": the token of "times", or 0. */
    private int timesAfter(int i) {
        int number = i < tokens.count && NumberWords.isTimesWord(tokens.numeral[i]) ? i + 1 : i;
        if (number + 1 >= tokens.count || !NumberWords.isTimesWord(tokens.numeral[number + 1])) {
            return 0;
        }
        int often = NumberWords.plainValue(tokens.numeral[number]);
        boolean prefix = number + 2 < tokens.count
                && (NumberWords.isDigit(tokens.numeral[number + 2]) || isLoneDigit(tokens, number + 2));
        return often >= 2 && often <= 4 && !prefix ? number + 1 : 0;
    }

    /** The "по" of "три раза по семь". */
    private boolean isDistributive(int i) {
        return NumberWords.isTimesWord(tokens.numeral[i - 1])
                && tokens.has(i, Role.PREP)
                && (startsSpelled(i + 1) || isLoneDigit(tokens, i + 1));
    }

    /** "7s" after a number word. */
    private boolean isPluralDigit(int i) {
        return tokens.is(i, Tokens.MIXED)
                && tokens.length(i) == 2
                && NormText.isDigit(text.chars[tokens.start[i]])
                && text.chars[tokens.start[i] + 1] == 's';
    }

    /** "nol' nol'": an apostrophe at the end of a word in Latin letters. */
    private boolean isSoftSign(int i) {
        return tokens.sign(i) == '\'' && tokens.touchesPrevious(i) && !tokens.touchesPrevious(i + 1);
    }

    /** "trei de sapte", "three times seven": only right between two number words. */
    private boolean isRepeatWord(int i) {
        int next = i + 1 < tokens.count && tokens.has(i + 1, Role.PREP) && tokens.numeral[i + 1] == 0 ? i + 2 : i + 1;
        int after = next < tokens.count ? tokens.numeral[next] : 0;
        int before = i > 0 ? NumberWords.plainValue(tokens.numeral[i - 1]) : -1;
        boolean digit = NumberWords.isDigit(after) || isLoneDigit(tokens, next);
        return NumberWords.isTimesWord(tokens.numeral[i]) && digit && before >= 2 && before <= 4;
    }

    private boolean isZeroLetter(int i) {
        char c = text.at(tokens.start[i]);
        return tokens.is(i, Tokens.WORD) && tokens.length(i) == 1 && (c == 'o' || c == 'о');
    }

    private boolean isPause(int i) {
        char sign = tokens.sign(i);
        boolean pause = sign == ',' || sign == '-' || sign == '.' || tokens.is(i, Tokens.LINE);
        int next = i + 1;
        return pause && (startsSpelled(next) || tokens.is(next, Tokens.NUMBER) && tokens.length(next) == 1);
    }
}
