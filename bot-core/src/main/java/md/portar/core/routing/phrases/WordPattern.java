package md.portar.core.routing.phrases;

import java.util.Set;

/**
 * One word of a phrase: a word ({@code word}), a beginning ({@code word*}), either with a tolerance for typos that grows with
 * its length, or an age below 18, alone ({@code <18}) or with its unit in one word ({@code <18y}).
 */
record WordPattern(String letters, boolean prefix, boolean exact, Age age) {
    private static final int LEAST_AGE = 5;
    private static final int ADULT = 18;
    /** Folded words for years. */
    private static final Set<String> UNITS =
            Set.of("e", "i", "ir", "irs", "iear", "iears", "ani", "an", "let", "l", "god");

    /** The shortest word or beginning in which a slip is forgiven. */
    static final int SHORTEST_LOOSE = 5;
    /** The shortest word in which two are. */
    static final int SHORTEST_LOOSER = 9;

    static final int MOST_SLIPS = 2;

    /** Whether and how an age below 18 is meant. */
    enum Age {
        NONE,
        ALONE,
        WITH_UNIT
    }

    static WordPattern parse(String written, boolean exact) {
        if (written.startsWith("<18")) {
            return new WordPattern("", false, true, written.endsWith("y") ? Age.WITH_UNIT : Age.ALONE);
        }
        boolean prefix = written.endsWith("*");
        String letters = Folding.word(Folding.plain(prefix ? written.substring(0, written.length() - 1) : written));
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("an empty word in a phrase");
        }
        return new WordPattern(letters, prefix, exact, Age.NONE);
    }

    /** How many slips a matching word, or its beginning, may have at most. */
    int slips() {
        int forgiven = exact ? 0 : tolerance(letters.length());
        return prefix ? Math.min(forgiven, 1) : forgiven;
    }

    boolean matches(String word) {
        if (age != Age.NONE) {
            return age == Age.ALONE ? isMinorsAge(word) : isMinorsAgeWithUnit(word);
        }
        if (prefix ? word.startsWith(letters) : word.equals(letters)) {
            return true;
        }
        // A typo in the first letter is rare, and ruling it out keeps short common words apart.
        if (exact || word.isEmpty() || word.charAt(0) != letters.charAt(0)) {
            return false;
        }
        return prefix ? beginsAlmost(word) : EditDistance.within(letters, word, tolerance(letters.length()));
    }

    private boolean beginsAlmost(String word) {
        int length = letters.length();
        if (length < SHORTEST_LOOSE) {
            return false;
        }
        for (int cut = length - 1; cut <= length + 1; cut++) {
            if (cut <= word.length() && EditDistance.within(letters, word.substring(0, cut), 1)) {
                return true;
            }
        }
        return false;
    }

    private static int tolerance(int length) {
        if (length < SHORTEST_LOOSE) {
            return 0;
        }
        return length < SHORTEST_LOOSER ? 1 : MOST_SLIPS;
    }

    /** As in {@code 16yo}, {@code 15ani} and {@code 17лет}. */
    private static boolean isMinorsAgeWithUnit(String word) {
        int digits = word.length() > 1 && Character.isDigit(word.charAt(1)) ? 2 : 1;
        return word.length() > digits
                && UNITS.contains(word.substring(digits))
                && isMinorsAge(word.substring(0, digits));
    }

    private static boolean isMinorsAge(String word) {
        if (word.length() > 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int age = Integer.parseInt(word);
        return age >= LEAST_AGE && age < ADULT;
    }
}
