package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;

/** Joins codes told in parts: "nine first, then 1 7 7, then a five and a five", "the first half is 448, the second 091". */
final class CodeParts {
    private static final int LONGEST_PART = 3;
    private static final int HALF_REACH = 5;
    private static final int FEWEST_PARTS = 3;
    private static final long NEXT_PART = Role.AND.bit | Role.SOFT.bit | Role.ADJ.bit | Role.AS.bit | Role.COPULA.bit;

    private final Tokens tokens;

    private CodeParts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Numbers that are parts of one, each run of them as one number. */
    static List<Num> join(Analysis analysis) {
        CodeParts parts = new CodeParts(analysis.tokens);
        List<Num> numbers = analysis.numbers;
        List<Num> joined = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            StringBuilder digits = new StringBuilder(numbers.get(i).digits());
            int last = i;
            while (last + 1 < numbers.size() && parts.isNextPart(numbers.get(last), numbers.get(last + 1))) {
                last++;
                digits.append(numbers.get(last).digits());
            }
            Num first = numbers.get(i);
            if (last + 1 >= i + FEWEST_PARTS || last > i && parts.isHalf(first)) {
                Num end = numbers.get(last);
                joined.add(new Num(
                        first.first(), end.last(), first.start(), end.end(), digits.toString(), digits.length(), true));
            }
            i = last;
        }
        return joined;
    }

    private boolean isNextPart(Num number, Num next) {
        boolean small = number.size() <= LONGEST_PART && next.size() <= LONGEST_PART;
        if (small && isHalf(number)) {
            return isOtherHalf(number, next);
        }
        for (int i = number.last() + 1; i < next.first(); i++) {
            boolean linking = tokens.sign(i) == ','
                    || tokens.hasAny(i, NEXT_PART)
                    || number.size() == 1 && tokens.hasAny(i, Role.PREP.bit | Role.TO.bit)
                    || tokens.length(i) == 1 && tokens.is(i, Tokens.WORD);
            small &= linking;
        }
        return small;
    }

    /** "The first half of the code is 448". */
    private boolean isHalf(Num number) {
        for (int i = number.first() - 1; i >= number.first() - HALF_REACH && tokens.isWordLike(i); i--) {
            if (tokens.has(i, Role.SPELLING) && tokens.has(i, Role.ADJ)) {
                return number.size() >= 2;
            }
        }
        return false;
    }

    private boolean isOtherHalf(Num number, Num next) {
        boolean near = next.first() - number.last() <= HALF_REACH + 1;
        for (int i = number.last() + 1; i < next.first(); i++) {
            boolean word = tokens.is(i, Tokens.WORD) && !tokens.has(i, Role.NEG);
            near &= word || tokens.sign(i) == ',' || tokens.sign(i) == '-';
        }
        return near;
    }
}
