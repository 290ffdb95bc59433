package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * One place of a phrase: alternatives such as {@code blocati|blocheaza}, each a word ({@code word}), a beginning
 * ({@code word*}), either without tolerance for typos ({@code =word}), or an age below 18 ({@code <18}).
 */
final class WordPattern {
    private static final int LEAST_AGE = 5;
    private static final int ADULT = 18;

    private final List<Alternative> alternatives = new ArrayList<>();

    private WordPattern() {}

    static WordPattern parse(String written) {
        WordPattern pattern = new WordPattern();
        for (String part : written.split("\\|")) {
            pattern.alternatives.add(Alternative.parse(part));
        }
        return pattern;
    }

    boolean matches(String word) {
        for (Alternative alternative : alternatives) {
            if (alternative.matches(word)) {
                return true;
            }
        }
        return false;
    }

    private record Alternative(String letters, boolean prefix, boolean exact, boolean underAge) {
        static Alternative parse(String written) {
            if ("<18".equals(written)) {
                return new Alternative("", false, true, true);
            }
            boolean exact = written.startsWith("=");
            String rest = exact ? written.substring(1) : written;
            boolean prefix = rest.endsWith("*");
            String letters = Folding.word(Folding.plain(prefix ? rest.substring(0, rest.length() - 1) : rest));
            if (letters.isEmpty()) {
                throw new IllegalArgumentException("an empty word in a phrase");
            }
            return new Alternative(letters, prefix, exact, false);
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
            if (length < 7) {
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
}
