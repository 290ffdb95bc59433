package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import md.portar.core.guard.Candidate.Shape;
import org.jspecify.annotations.Nullable;

/** Lists what could be the value of a secret in a text: numbers of a code's size, words, and what stands in quotes. */
final class Candidates {
    /** Longer texts are judged by the rules alone from there on; it bounds the time. */
    private static final int MOST = 256;

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 10;
    private static final int FEWEST_OF_PHONE = 9;
    private static final int MOST_DICTATED = 8;
    private static final int MOST_DICTATED_AT_ONCE = 3;
    private static final int MOST_BETWEEN = 5;
    private static final int SHORTEST = 3;
    private static final int MOST_QUOTED = 10;

    private final Analysis analysis;
    private final Tokens tokens;
    private final Set<String> known;
    private final boolean plain;
    private final List<Candidate> found = new ArrayList<>();

    private Candidates(Analysis analysis, Set<String> known, boolean plain) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.known = known;
        this.plain = plain;
    }

    /**
     * @param known numbers that are no secret
     * @param plain whether words that look like any other count
     */
    static List<Candidate> of(Analysis analysis, Set<String> known, boolean plain) {
        Candidates candidates = new Candidates(analysis, known, plain);
        candidates.numbers();
        candidates.dictated();
        candidates.values();
        candidates.quoted();
        return candidates.found;
    }

    private void numbers() {
        int count = analysis.numbers.size();
        for (int first = 0; first < count; ) {
            int next = first + 1;
            int digits = analysis.numbers.get(first).size();
            while (next < count && isOneNumber(next)) {
                digits += analysis.numbers.get(next++).size();
            }
            if (next == first + 1 || digits < FEWEST_OF_PHONE) {
                analysis.numbers.subList(first, next).forEach(this::number);
            }
            first = next;
        }
    }

    private void number(Num number) {
        int size = number.size();
        if (size >= FEWEST_DIGITS && size <= MOST_DIGITS && !known.contains(number.digits())) {
            add(number.first(), number.last(), shape(size), number);
        }
    }

    /** "0600 00 321", "060-000-3210": goes on from the number before, as phones do. */
    private boolean isOneNumber(int number) {
        Num here = analysis.numbers.get(number);
        int before = analysis.numbers.get(number - 1).last();
        int between = here.first() - before - 1;
        return !here.spelled() && (between == 0 || between == 1 && "-./()".indexOf(tokens.sign(before + 1)) >= 0);
    }

    /** "2, then 0, then 6": digits told one after the other are one candidate together. */
    private void dictated() {
        int count = analysis.numbers.size();
        for (int first = 0; first < count; ) {
            StringBuilder digits = new StringBuilder();
            int last = first;
            while (last < count && isNext(first, last)) {
                digits.append(analysis.numbers.get(last).digits());
                last++;
            }
            if (last - first > 1 && digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DICTATED) {
                Num from = analysis.numbers.get(first);
                Num to = analysis.numbers.get(last - 1);
                Num joined =
                        new Num(from.first(), to.last(), from.start(), to.end(), digits.toString(), last - first, true);
                add(from.first(), to.last(), Shape.DICTATED, joined);
            }
            first = Math.max(last, first + 1);
        }
    }

    private boolean isNext(int first, int number) {
        Num here = analysis.numbers.get(number);
        return here.size() <= MOST_DICTATED_AT_ONCE
                && (number == first
                        || here.first() - analysis.numbers.get(number - 1).last() <= MOST_BETWEEN);
    }

    private static Shape shape(int size) {
        if (size <= 4) {
            return size == FEWEST_DIGITS ? Shape.DIGITS_3 : Shape.DIGITS_4;
        }
        return size <= 6 ? Shape.DIGITS_6 : size <= 8 ? Shape.DIGITS_8 : Shape.DIGITS_MORE;
    }

    private void values() {
        int number = 0;
        int done = -1;
        for (int i = 0; i < tokens.count; i++) {
            while (number < analysis.numbers.size()
                    && analysis.numbers.get(number).last() < i) {
                number++;
            }
            boolean inNumber = number < analysis.numbers.size()
                    && analysis.numbers.get(number).first() <= i;
            if (i <= done || inNumber || !tokens.is(i, Tokens.WORD) && !tokens.is(i, Tokens.MIXED)) {
                continue;
            }
            Value value = Value.at(tokens, i);
            done = value.lastToken;
            Shape shape = shape(value, i);
            if (value.end - value.start >= SHORTEST && !value.isMasked() && (plain || !shape.isPlain())) {
                add(value.firstToken, value.lastToken, value.start, value.end, shape, null);
            }
        }
    }

    private Shape shape(Value value, int token) {
        if (tokens.sign(value.firstToken - 1) == '"' && tokens.sign(value.lastToken + 1) == '"') {
            return value.isStrong() ? Shape.STRONG_QUOTED : Shape.QUOTED_WORD;
        }
        boolean single = value.firstToken == value.lastToken;
        if (single && (tokens.roles[token] & ~Role.PASSWORD.bit) != 0) {
            return Shape.KNOWN_WORD;
        }
        boolean ordinary = isCounted(value) || isTagged(value);
        if (value.isStrong() && !ordinary) {
            return value.isReference() ? Shape.REFERENCE : Shape.STRONG;
        }
        if (value.digits() > 0) {
            return Shape.DIGITS_AND_LETTERS;
        }
        if (ordinary) {
            return Shape.JOINED;
        }
        if (value.hasInnerCapital()) {
            return Shape.INNER_CAPITAL;
        }
        if (!single) {
            return Shape.JOINED;
        }
        if (tokens.roles[token] != 0) {
            return Shape.KNOWN_WORD;
        }
        if (value.isAllCapitals()) {
            return Shape.CAPITALS;
        }
        if (!value.isCapitalised()) {
            return Shape.UNKNOWN_WORD;
        }
        return token == 0 || tokens.sign(token - 1) == '.' ? Shape.FIRST_WORD : Shape.CAPITALISED;
    }

    /** "12th", "30am", "1decembrie": a small number with a word. */
    private boolean isCounted(Value value) {
        char[] chars = tokens.text.chars;
        int i = value.start;
        while (i < value.end && NormText.isDigit(chars[i])) {
            i++;
        }
        int digits = i - value.start;
        while (i < value.end && NormText.isLetter(chars[i])) {
            i++;
        }
        return digits > 0 && digits <= 2 && i == value.end;
    }

    /** "#weekend", "happy!#weekend", "happy!See", "d*mn". */
    private boolean isTagged(Value value) {
        if (value.digits() > 0) {
            return false;
        }
        for (int i = value.start; i < value.end; i++) {
            char c = tokens.text.chars[i];
            if (c == '*' || "#!?".indexOf(c) >= 0 && NormText.isLetter(tokens.text.at(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private void quoted() {
        int open = -1;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.sign(i) == '"') {
                boolean phrase = open >= 0 && i - open > 2 && i - open <= MOST_QUOTED + 1;
                if (phrase) {
                    add(open + 1, i - 1, Shape.QUOTED_PHRASE, null);
                }
                open = phrase ? -1 : i;
            }
        }
    }

    private void add(int first, int last, Shape shape, @Nullable Num number) {
        add(first, last, tokens.start[first], tokens.end[last], shape, number);
    }

    private void add(int first, int last, int start, int end, Shape shape, @Nullable Num number) {
        if (found.size() < MOST) {
            found.add(new Candidate(first, last, start, end, shape, number));
        }
    }
}
