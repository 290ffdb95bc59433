package md.portar.core.guard;

import java.util.Arrays;

/**
 * The tokens of a text as they sound, in one spelling for both alphabets, as hashes: whole words, their beginnings, and the
 * pieces of three to five letters inside them. Numbers and signs are hashed by what they are, not by their value.
 */
final class Sounds {
    private static final char FIRST_CYRILLIC = 'а';
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "c", "ch", "sh", "sh", "", "i", "", "e", "iu", "ia"
    };
    /** Of longer words only the beginning counts; it bounds the work. */
    private static final int LONGEST_WORD = 20;

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_STEM = 6;
    private static final int LONGEST_NUMBER = 17;

    private final Tokens tokens;
    private final long[] words;
    private final long[] stems;
    private final int[] gramsEnd;
    private long[] grams = new long[256];
    private int gramCount;
    /** One word with a mark on each side. */
    private final char[] sound = new char[LONGEST_WORD + 4];

    Sounds(Tokens tokens) {
        this.tokens = tokens;
        words = new long[tokens.count];
        stems = new long[tokens.count];
        gramsEnd = new int[tokens.count];
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, Tokens.WORD)) {
                word(i);
            } else {
                words[i] = kind(i);
                stems[i] = words[i];
            }
            gramsEnd[i] = gramCount;
        }
    }

    /** The hash of a part of the word at hand. */
    private long hash(int from, int to) {
        long hash = 7;
        for (int k = from; k < to; k++) {
            hash = hash * 31 + sound[k];
        }
        return hash;
    }

    long wordAt(int token) {
        return words[token];
    }

    long stemAt(int token) {
        return stems[token];
    }

    int firstGram(int token) {
        return token == 0 ? 0 : gramsEnd[token - 1];
    }

    int endOfGrams(int token) {
        return gramsEnd[token];
    }

    long gram(int index) {
        return grams[index];
    }

    private void word(int token) {
        sound[0] = '_';
        int end = 1;
        for (int k = tokens.start[token]; k < tokens.end[token] && end <= LONGEST_WORD; k++) {
            end = add(end, tokens.text.chars[k]);
        }
        int length = end - 1;
        words[token] = Hashes.mix(hash(1, end), 1);
        int stem = Math.min(LONGEST_STEM, Math.max(SHORTEST_STEM, length * 2 / 3));
        stems[token] = Hashes.mix(hash(1, 1 + Math.min(length, stem)), 2);
        sound[end] = '_';
        for (int n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
            for (int from = 0; from + n <= end + 1; from++) {
                if (gramCount == grams.length) {
                    grams = Arrays.copyOf(grams, gramCount * 2);
                }
                grams[gramCount++] = Hashes.mix(hash(from, from + n), 3);
            }
        }
    }

    /** Adds the sound of a letter, doubled ones once, and returns where the next goes. */
    private int add(int end, char letter) {
        int cyrillic = letter - FIRST_CYRILLIC;
        if (cyrillic >= 0 && cyrillic < LATIN.length) {
            int next = end;
            for (int k = 0; k < LATIN[cyrillic].length(); k++) {
                next = push(next, LATIN[cyrillic].charAt(k));
            }
            return next;
        }
        return switch (letter) {
            case 'y' -> push(end, 'i');
            case 'w' -> push(end, 'v');
            case 'q' -> push(end, 'k');
            case '\'' -> end;
            default -> push(end, letter);
        };
    }

    private int push(int end, char letter) {
        if (sound[end - 1] == letter) {
            return end;
        }
        sound[end] = letter;
        return end + 1;
    }

    /** Of a sign the sign, of a number how long it is, of anything else its type. */
    private long kind(int token) {
        if (tokens.is(token, Tokens.SIGN)) {
            return Hashes.mix(tokens.sign(token), 4);
        }
        int size = tokens.is(token, Tokens.NUMBER) ? Math.min(tokens.length(token), LONGEST_NUMBER) : 0;
        return Hashes.mix(size * 16L + tokens.type[token], 5);
    }
}
