package md.portar.core.guard;

/** Turns a run of number words into the digits a person would type. */
final class NumberWords {
    private static final int KIND = 10_000;
    private static final int VALUE = 1;
    private static final int TIMES = 2;
    private static final int REPEAT = 3;
    private static final int ARTICLE = 4;
    private static final int AND = 5;
    private static final int PLURAL = 6;
    private static final int TIMES_WORD = 7;
    private static final int MOST_REPEATS = 4;

    private final StringBuilder digits = new StringBuilder();
    /** Number being composed below its thousands, -1 when none. */
    private int open = -1;

    private int thousands;
    /** What may still be added to it must be smaller than this. */
    private int room;

    private int repeat = 1;
    private boolean repeated;

    /** Reads {@code 4}, {@code 40}, {@code 200}, {@code x100}, {@code r2}, {@code a1} or {@code &}. */
    static int parseEntry(String entry) {
        return switch (entry.charAt(0)) {
            case 'x' -> TIMES * KIND + Integer.parseInt(entry.substring(1));
            case 'r' -> REPEAT * KIND + Integer.parseInt(entry.substring(1));
            case 'a' -> ARTICLE * KIND + Integer.parseInt(entry.substring(1));
            case 'p' -> PLURAL * KIND + Integer.parseInt(entry.substring(1));
            case 't' -> TIMES_WORD * KIND;
            case '&' -> AND * KIND;
            default -> VALUE * KIND + Integer.parseInt(entry);
        };
    }

    static boolean isAnd(int entry) {
        return entry / KIND == AND;
    }

    static boolean isArticle(int entry) {
        return entry / KIND == ARTICLE;
    }

    /** Whether the word can begin or go on a spelled number by itself. */
    static boolean isPlain(int entry) {
        return entry / KIND == VALUE || entry / KIND == REPEAT || entry / KIND == TIMES || entry / KIND == PLURAL;
    }

    /** "Times", "ori", "раза" between how often and what. */
    static boolean isTimesWord(int entry) {
        return entry / KIND == TIMES_WORD;
    }

    static boolean isTimes(int entry) {
        return entry / KIND == TIMES;
    }

    /** "Sevens": a digit in the plural. */
    static boolean isPlural(int entry) {
        return entry / KIND == PLURAL;
    }

    static boolean isDigit(int entry) {
        return entry / KIND == VALUE && entry % KIND < 10;
    }

    static int plainValue(int entry) {
        return entry / KIND == VALUE ? entry % KIND : -1;
    }

    /** Whether "and" may come now: forty and two, one hundred and five. */
    boolean canTakeAnd() {
        return room > 1 || repeated;
    }

    boolean isRepeated() {
        return repeated;
    }

    /** A pause, such as a comma: the number so far is complete. */
    void pause() {
        flush();
    }

    void take(int entry) {
        int value = entry % KIND;
        switch (entry / KIND) {
            case VALUE -> value(value);
            case TIMES -> times(value);
            case REPEAT -> {
                flush();
                repeat = value;
            }
            case PLURAL -> repeated(value);
            case ARTICLE -> {
                if (thousands == 0 || open != 0) {
                    flush();
                }
                open = value;
                room = 1;
            }
            default -> {}
        }
    }

    void takeDigits(String typed) {
        flush();
        for (int i = 0; i < repeat; i++) {
            digits.append(typed);
        }
        repeat = 1;
    }

    /** The number just read said how often the next digit comes: "three times seven". */
    void readAsRepeat() {
        if (open >= 2 && open <= MOST_REPEATS && thousands == 0) {
            repeat = open;
            repeated = true;
            open = -1;
        }
    }

    /** "Seven three times": the last digit comes again. */
    void repeatLast(int times) {
        flush();
        repeated = true;
        if (!digits.isEmpty()) {
            digits.append(Character.toString(digits.charAt(digits.length() - 1)).repeat(times - 1));
        }
    }

    /** "7s", "семёрки": a digit in the plural. */
    void takePlural(int digit) {
        repeated(digit);
    }

    private void repeated(int digit) {
        readAsRepeat();
        value(digit);
    }

    private void value(int value) {
        boolean fits = open >= 0 && value > 0 && value < room;
        if (!fits) {
            flush();
        }
        open = fits ? open + value : value;
        room = value >= 100 ? 100 : value >= 20 ? 10 : 1;
    }

    private void times(int factor) {
        int base = Math.max(open, 1);
        if (factor >= 1000) {
            thousands = base * factor;
            open = 0;
            room = factor;
        } else {
            boolean fits = base < 10;
            if (!fits) {
                flush();
            }
            open = fits ? base * factor : factor;
            room = factor;
        }
    }

    private void flush() {
        if (open >= 0) {
            for (int i = 0; i < repeat; i++) {
                digits.append(thousands + open);
            }
            repeat = 1;
        }
        open = -1;
        thousands = 0;
        room = 1;
    }

    String finish() {
        flush();
        return digits.toString();
    }
}
