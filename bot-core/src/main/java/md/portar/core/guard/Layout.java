package md.portar.core.guard;

/** Words typed while the keyboard was set to the other alphabet: "gfhjkm" for "пароль", "зфыыцщкв" for "password". */
final class Layout {
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";

    private Layout() {}

    /** The word as it comes out when typed with the other layout; "" when that would not be letters only. */
    static String mistyped(String word) {
        StringBuilder typed = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char other = other(word.charAt(i));
            if (!NormText.isLetter(other)) {
                return "";
            }
            typed.append(other);
        }
        return typed.toString();
    }

    /** The text as it was meant, character by character, so that positions stay what they are. */
    static NormText retyped(NormText text) {
        char[] chars = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            char c = text.chars[i];
            boolean sign = !NormText.isLetter(c);
            boolean inside = NormText.isLetter(text.at(i - 1)) && NormText.isLetter(text.at(i + 1));
            chars[i] = sign && !inside ? c : other(c);
        }
        return new NormText(text.raw, chars, text.from, text.to, text.length, text.cut);
    }

    private static char other(char c) {
        int key = LATIN.indexOf(c);
        if (key >= 0) {
            return CYRILLIC.charAt(key);
        }
        key = CYRILLIC.indexOf(c);
        return key < 0 ? c : LATIN.charAt(key);
    }
}
