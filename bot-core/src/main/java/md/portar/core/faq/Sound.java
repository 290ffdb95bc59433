package md.portar.core.faq;

/**
 * The sound key of a word: one spelling for the many ways in which the same word is typed. "вывод", "vyvod", "vivod" and
 * "wyvod" all become {@code vivod}; "account" and "аккаунт" come close enough for character n-grams. It is applied to every
 * word of every language alike, so it needs no guess of the language and costs nothing when the guess would be wrong.
 */
final class Sound {
    private Sound() {}

    /** The key of one folded word of Latin letters and digits. */
    static String of(String word) {
        int length = word.length();
        StringBuilder out = new StringBuilder(length + 4);
        for (int i = 0; i < length; ) {
            i += append(out, word, i);
        }
        return out.toString();
    }

    /** Appends the sound at a place and returns how many letters it used. */
    private static int append(StringBuilder out, String word, int i) {
        char letter = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        return switch (letter) {
            case 's' -> sibilant(out, word, i, next);
            case 'z' -> next == 'h' ? pushed(out, zh(word, i + 2), 2) : pushed(out, 'z', 1);
            case 'k' -> next == 'h' ? pushed(out, 'h', 2) : pushed(out, 'k', 1);
            case 't' -> {
                boolean affricate = (next == 's' || next == 'z') && i + 2 < word.length();
                yield affricate ? pushed(out, 'c', 2) : pushed(out, 't', 1);
            }
            case 'c' -> hardOrSoft(out, next);
            default -> single(out, letter, next);
        };
    }

    private static int pushed(StringBuilder out, char sound, int used) {
        push(out, sound);
        return used;
    }

    /** Before a consonant "j" may be "ж" or "й" ("mojno", "vojti"), so that all three spellings are one there. */
    private static char zh(String word, int after) {
        return after < word.length() && isVowel(word.charAt(after)) ? 'j' : 'i';
    }

    /** "sh", "sch" and "shch" are one sound. */
    private static int sibilant(StringBuilder out, String word, int i, char next) {
        int used = 1;
        if (word.startsWith("shch", i)) {
            used = 4;
        } else if (word.startsWith("sch", i)) {
            used = 3;
        } else if (next == 'h') {
            used = 2;
        }
        push(out, 's');
        if (used > 1) {
            push(out, 'h');
        }
        return used;
    }

    private static int hardOrSoft(StringBuilder out, char next) {
        if (next == 'h') {
            push(out, 'c');
            push(out, 'h');
            return 2;
        }
        if (next == 'k') {
            push(out, 'k');
            return 2;
        }
        push(out, next == 'e' || next == 'i' || next == 'y' ? 'c' : 'k');
        return 1;
    }

    private static int single(StringBuilder out, char letter, char next) {
        switch (letter) {
            case 'y' -> push(out, 'i');
            case 'w' -> push(out, 'v');
            case 'q' -> {
                push(out, 'k');
                if (next == 'u') {
                    push(out, 'v');
                    return 2;
                }
            }
            case 'x' -> {
                boolean russian = out.length() == 0 || (isConsonant(out.charAt(out.length() - 1)) && isVowel(next));
                if (russian) {
                    push(out, 'h');
                } else {
                    push(out, 'k');
                    push(out, 's');
                }
            }
            case 'j' -> push(out, isVowel(next) ? 'j' : 'i');
            default -> push(out, letter);
        }
        return 1;
    }

    /** Doubled letters are one: typing them once or twice is the commonest slip. Digits keep their count. */
    private static void push(StringBuilder out, char letter) {
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == letter && !(letter >= '0' && letter <= '9')) {
            return;
        }
        out.append(letter);
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
    }

    private static boolean isConsonant(char letter) {
        return letter >= 'a' && letter <= 'z' && !isVowel(letter);
    }
}
