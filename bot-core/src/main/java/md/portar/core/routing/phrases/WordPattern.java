package md.portar.core.routing.phrases;

/**
 * One word of a phrase: a word ({@code word}), a beginning ({@code word*}), either with a tolerance for typos that grows with
 * its length, or an age below 18 ({@code <18}).
 */
record WordPattern(String letters, boolean prefix, boolean exact, boolean underAge) {
    private static final int LEAST_AGE = 5;
    private static final int ADULT = 18;
    private static final int SHORTEST_LOOSE_PREFIX = 5;

    static WordPattern parse(String written, boolean exact) {
        if ("<18".equals(written)) {
            return new WordPattern("", false, true, true);
        }
        boolean prefix = written.endsWith("*");
        String letters = Folding.word(Folding.plain(prefix ? written.substring(0, written.length() - 1) : written));
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("an empty word in a phrase");
        }
        return new WordPattern(letters, prefix, exact, false);
    }

    /** One bit for each Latin letter, one for digits and everything else. */
    static int letter(char c) {
        return c >= 'a' && c <= 'z' ? 1 << (c - 'a') : 1 << 26;
    }

    /** With which letter a matching word begins, as a bit. */
    int firstLetter() {
        return underAge ? 1 << 26 : letter(letters.charAt(0));
    }

    boolean matches(String word) {
        if (underAge) {
            return isMinorsAge(word);
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

    private static boolean isMinorsAge(String word) {
        if (word.length() > 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int age = Integer.parseInt(word);
        return age >= LEAST_AGE && age < ADULT;
    }
}
