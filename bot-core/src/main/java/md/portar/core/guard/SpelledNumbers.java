package md.portar.core.guard;

/** Reads one number that was spelled out, in words and digits mixed, with what people put between: "and", commas, "three times". */
final class SpelledNumbers {
    private static final int STOP = -1;

    private final Tokens tokens;
    private final NormText text;
    private final NumberWords words = new NumberWords();
    private final int first;
    private int last;
    private int groups;

    private SpelledNumbers(Tokens tokens, int first) {
        this.tokens = tokens;
        this.text = tokens.text;
        this.first = first;
        this.last = first;
    }

    /** The number that begins with this token. */
    static Num read(Tokens tokens, int first) {
        return new SpelledNumbers(tokens, first).run();
    }

    private Num run() {
        int i = first;
        while (i >= 0 && i < tokens.count) {
            i = step(i);
        }
        return new Num(first, last, tokens.start[first], tokens.end[last], words.finish(), groups, true);
    }

    /** Takes what stands here and says where to go on, or that the number has ended. */
    private int step(int i) {
        int repeated = i > first ? repeats(i) : i;
        if (repeated > i) {
            return repeated;
        }
        int entry = tokens.numeral[i];
        if (NumberWords.isPlain(entry) || startsSpelled(i)) {
            words.take(entry);
        } else if (entry == 0 && tokens.is(i, Tokens.NUMBER) && tokens.length(i) <= 2) {
            words.takeDigits(NumberScanner.typedDigits(tokens, i));
        } else if (isZeroLetter(i)) {
            words.takeDigits("0");
        } else {
            return passes(i, entry);
        }
        groups++;
        last = i;
        return i + 1;
    }

    /** "Three times seven", "seven three times", "three 7s"; also the small words inside such a count. */
    private int repeats(int i) {
        int times = timesAfter(i);
        if (times > 0) {
            words.repeatLast(NumberWords.plainValue(tokens.numeral[times - 1]));
            last = times;
            return times + 1;
        }
        if (isPluralDigit(i)) {
            words.takePlural(text.chars[tokens.start[i]] - '0');
            last = i;
            return i + 1;
        }
        if (isRepeatWord(i)) {
            words.readAsRepeat();
            return i + 1;
        }
        return isFiller(tokens.numeral[i], i) || isSoftSign(i) || isDistributive(i) ? i + 1 : i;
    }

    private int passes(int i, int entry) {
        boolean next = startsSpelled(i + 1) || startsSpelled(i + 2) || NumberScanner.isLoneDigit(tokens, i + 1);
        boolean then = entry == 0 && tokens.has(i, Role.AND) && words.isRepeated();
        if ((NumberWords.isAnd(entry) || then) && words.canTakeAnd() && (next || isArticleDigit(i + 1))) {
            return i + 1;
        }
        if (NumberWords.isAnd(entry) && isCounted(i + 1)) {
            words.pause();
            return i + 1;
        }
        if (!isPause(i)) {
            return STOP;
        }
        if (tokens.sign(i) == ',') {
            words.pause();
        }
        return i + 1;
    }

    /** "Two sevens". */
    private boolean isCounted(int i) {
        int often = i + 1 < tokens.count ? NumberWords.plainValue(tokens.numeral[i]) : -1;
        return often >= 2 && often <= 4 && NumberWords.isPlural(tokens.numeral[i + 1]);
    }

    /** "And a 2". */
    private boolean isArticleDigit(int i) {
        boolean article = i < tokens.count && NumberWords.isArticle(tokens.numeral[i]);
        return article && NumberScanner.isLoneDigit(tokens, i + 1);
    }

    private boolean startsSpelled(int i) {
        return NumberScanner.startsSpelled(tokens, i);
    }

    /** "7s" after a number word. */
    private boolean isPluralDigit(int i) {
        return tokens.is(i, Tokens.MIXED)
                && tokens.length(i) == 2
                && NormText.isDigit(text.chars[tokens.start[i]])
                && text.chars[tokens.start[i] + 1] == 's';
    }

    /** "Seven three times", "unu de trei ori": the token of "times", or 0. */
    private int timesAfter(int i) {
        int number = i < tokens.count && NumberWords.isTimesWord(tokens.numeral[i]) ? i + 1 : i;
        if (number + 1 >= tokens.count || !NumberWords.isTimesWord(tokens.numeral[number + 1])) {
            return 0;
        }
        int often = NumberWords.plainValue(tokens.numeral[number]);
        boolean prefix = number + 2 < tokens.count
                && (NumberWords.isDigit(tokens.numeral[number + 2]) || NumberScanner.isLoneDigit(tokens, number + 2));
        return often >= 2 && often <= 4 && !prefix ? number + 1 : 0;
    }

    /** The "по" of "три раза по семь". */
    private boolean isDistributive(int i) {
        return NumberWords.isTimesWord(tokens.numeral[i - 1])
                && tokens.has(i, Role.PREP)
                && (startsSpelled(i + 1) || NumberScanner.isLoneDigit(tokens, i + 1));
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
        boolean digit = NumberWords.isDigit(after) || NumberScanner.isLoneDigit(tokens, next);
        return NumberWords.isTimesWord(tokens.numeral[i]) && digit && before >= 2 && before <= 4;
    }

    /** The article of "and a one", the second "de" of "de doua ori sapte de doua ori opt". */
    private boolean isFiller(int entry, int i) {
        boolean filler = NumberWords.isArticle(entry) || NumberWords.isTimesWord(entry);
        return filler && !startsSpelled(i) && (startsSpelled(i + 1) || NumberScanner.isLoneDigit(tokens, i + 1));
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
