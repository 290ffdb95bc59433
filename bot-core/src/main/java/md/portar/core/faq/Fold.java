package md.portar.core.faq;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings every spelling of a message to one: lower case, no diacritics in either encoding, Cyrillic in informal Latin, no
 * emoji, punctuation or drawn-out letters, chat abbreviations written out. For matching only; nobody reads the result.
 */
final class Fold {
    /** Stands for any number of three or more digits, so that amounts and ids do not count as words. */
    static final String NUMBER = "0";

    /** Longer messages are cut: what a question is about is said before that, and time stays bounded. */
    static final int LONGEST = 600;

    private static final int MANY_DIGITS = 3;

    private Fold() {}

    /** The words of a message in reading order, in Latin letters and digits. */
    static List<String> words(String text) {
        String plain = plain(text);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean cyrillic = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                Transliteration.append(word, c);
                cyrillic |= Transliteration.isCyrillic(c);
            } else if (!isApostrophe(c)) {
                finish(words, word, cyrillic);
                cyrillic = false;
            }
        }
        finish(words, word, cyrillic);
        return words;
    }

    /** Lower case without diacritics, still in its own script. */
    static String plain(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String lower = cut.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void finish(List<String> words, StringBuilder word, boolean cyrillic) {
        if (word.isEmpty()) {
            return;
        }
        String finished = squeeze(word);
        word.setLength(0);
        Abbreviations.expand(finished, cyrillic, words);
    }

    /** Three or more of a letter in a row are one; three or more digits are some number. */
    private static String squeeze(StringBuilder word) {
        if (isLongNumber(word)) {
            return NUMBER;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean third = i >= 2 && word.charAt(i - 1) == c && word.charAt(i - 2) == c;
            if (third && out.length() >= 2 && out.charAt(out.length() - 2) == c) {
                out.setLength(out.length() - 1);
            } else if (!third) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isLongNumber(StringBuilder word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return word.length() >= MANY_DIGITS;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '`';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
