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

    private static final int SHORTEST_LOOSE_PREFIX = 5;

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

    /** One bit for each Latin letter, one for digits and everything else. */
    static int letter(char c) {
        return c >= 'a' && c <= 'z' ? 1 << (c - 'a') : 1 << 26;
    }

    /** With which letter a matching word begins, as a bit. */
    int firstLetter() {
        return age != Age.NONE ? 1 << 26 : letter(letters.charAt(0));
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
        if (length < SHORTEST_LOOSE_PREFIX) {
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
        if (length < 5) {
            return 0;
        }
        return length < 9 ? 1 : 2;
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
