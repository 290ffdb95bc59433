package md.portar.core.guard;

import java.util.List;

/** Recognises long keywords typed with a slip or two. Cost is bounded: few keywords, compared by letters first. */
final class Typos {
    private final char[][] words;
    private final long[] roles;
    private final long[] letters;

    Typos(List<LexiconReader.Tolerant> tolerant) {
        words = new char[tolerant.size()][];
        roles = new long[tolerant.size()];
        letters = new long[tolerant.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tolerant.get(i).word().toCharArray();
            roles[i] = tolerant.get(i).roles();
            letters[i] = letters(words[i], 0, words[i].length);
        }
    }

    long roles(char[] chars, int start, int end) {
        int length = end - start;
        if (length < 4 || length > 24) {
            return 0;
        }
        long mine = letters(chars, start, end);
        for (int i = 0; i < words.length; i++) {
            int allowed = words[i].length >= 8 ? 2 : 1;
            if (Math.abs(words[i].length - length) <= allowed
                    && Long.bitCount(mine & ~letters[i]) <= allowed
                    && Long.bitCount(letters[i] & ~mine) <= allowed
                    && distance(words[i], chars, start, length, allowed) <= allowed) {
                return roles[i];
            }
        }
        return 0;
    }

    private static long letters(char[] chars, int start, int end) {
        long set = 0;
        for (int i = start; i < end; i++) {
            set |= 1L << (chars[i] & 63);
        }
        return set;
    }

    /** Edit distance with transpositions; both words are short. The first letter may only take part in a transposition. */
    private static int distance(char[] word, char[] chars, int start, int length, int allowed) {
        int[] twoAgo = new int[length + 1];
        int[] ago = new int[length + 1];
        int[] now = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            ago[j] = j;
        }
        for (int i = 1; i <= word.length; i++) {
            now[0] = i;
            int best = i;
            for (int j = 1; j <= length; j++) {
                char c = chars[start + j - 1];
                int cost = word[i - 1] == c ? 0 : 1;
                int value = Math.min(Math.min(now[j - 1], ago[j]) + 1, ago[j - 1] + cost);
                if (i > 1 && j > 1 && word[i - 2] == c && word[i - 1] == chars[start + j - 2]) {
                    value = Math.min(value, twoAgo[j - 2] + 1);
                }
                now[j] = value;
                best = Math.min(best, value);
            }
            if (best > allowed) {
                return best;
            }
            int[] spare = twoAgo;
            twoAgo = ago;
            ago = now;
            now = spare;
        }
        return ago[length];
    }
}
