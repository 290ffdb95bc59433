package md.portar.core.routing.phrases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Reduces a word to a form in which Romanian with and without diacritics and Russian in Cyrillic and in informal Latin letters
 * look alike. Lossy on purpose; both phrases and messages go through it, so only equality matters.
 */
final class Folding {
    private static final Map<Character, String> CYRILLIC = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('є', "e"),
            Map.entry('ж', "j"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('і', "i"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "c"),
            Map.entry('ш', "s"),
            Map.entry('щ', "s"),
            Map.entry('ъ', ""),
            Map.entry('ы', "i"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "iu"),
            Map.entry('я', "ia"));

    private Folding() {}

    /** Lower case without marks: й and ё lose theirs too, as in careless typing. */
    static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int type = Character.getType(c);
            boolean dropped = type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.FORMAT
                    || c == '\''
                    || c == '’'
                    || c == '`';
            if (!dropped) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** One word, already {@link #plain}, in its folded form. */
    static String word(String plain) {
        StringBuilder latin = new StringBuilder(plain.length() + 4);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            String mapped = CYRILLIC.get(c);
            if (mapped != null) {
                latin.append(mapped);
            } else {
                latin.append(soundOfDigit(plain, i));
            }
        }
        return withoutDoubles(softened(spelling(latin.toString())));
    }

    /** In Latin Russian a 4 between letters is ч and a 6 is ш; anywhere else a digit is a digit. */
    private static char soundOfDigit(String word, int at) {
        char c = word.charAt(at);
        boolean inside = at > 0
                && at + 1 < word.length()
                && Character.isLetter(word.charAt(at - 1))
                && Character.isLetter(word.charAt(at + 1));
        if (inside && c == '4') {
            return 'c';
        }
        return inside && c == '6' ? 's' : c;
    }

    private static String spelling(String latin) {
        return latin.replace("shch", "s")
                .replace("sch", "s")
                .replace("sh", "s")
                .replace("zh", "j")
                .replace("kh", "h")
                .replace("ts", "c")
                .replace("tz", "c")
                .replace("ch", "c")
                .replace("yo", "e")
                .replace('y', 'i')
                .replace('w', 'v')
                .replace('x', 'h');
    }

    /** In one way of writing Russian in Latin letters j is й: {@code zakrojte, moj, ja}. */
    private static String softened(String word) {
        if (word.indexOf('j') < 0) {
            return word;
        }
        StringBuilder soft = new StringBuilder(word);
        for (int i = 0; i < soft.length(); i++) {
            boolean afterVowel = i > 0 && "aeiou".indexOf(soft.charAt(i - 1)) >= 0;
            if (soft.charAt(i) == 'j' && (afterVowel || "ja".contentEquals(soft))) {
                soft.setCharAt(i, 'i');
            }
        }
        return soft.toString();
    }

    private static String withoutDoubles(String word) {
        StringBuilder single = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 0 || c != word.charAt(i - 1) || !Character.isLetter(c)) {
                single.append(c);
            }
        }
        return single.toString();
    }
}
