package md.portar.core.faq;

/** Cyrillic letters in the informal Latin spelling that players use; Ukrainian letters go to their Russian neighbours. */
final class Transliteration {
    private static final char FIRST = 'а';
    private static final String[] RUSSIAN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "ts", "ch", "sh", "sh", "", "y", "", "e", "yu", "ya"
    };

    private Transliteration() {}

    /** Appends the Latin spelling of one lower-case letter; a letter that is not Cyrillic is appended as it is. */
    static void append(StringBuilder out, char letter) {
        if (letter >= FIRST && letter < FIRST + RUSSIAN.length) {
            out.append(RUSSIAN[letter - FIRST]);
            return;
        }
        switch (letter) {
            case 'ё' -> out.append("e");
            case 'і', 'ї' -> out.append('i');
            case 'є' -> out.append("e");
            case 'ґ' -> out.append('g');
            default -> out.append(letter);
        }
    }

    static boolean isCyrillic(char letter) {
        return letter >= 0x0400 && letter <= 0x04FF;
    }
}
