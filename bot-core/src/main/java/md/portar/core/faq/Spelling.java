package md.portar.core.faq;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Repairs a word that training never saw to one it did, when a single slip (a letter more, less, other or swapped) lies
 * between them. Only longer words: among short ones everything is one letter from something else.
 */
final class Spelling {
    static final int SHORTEST = 5;
    private static final int LONGEST = 24;

    private final List<String> words;
    private final long[] keys;
    private final int[] wordOfKey;

    private Spelling(List<String> words, long[] keys, int[] wordOfKey) {
        this.words = words;
        this.keys = keys;
        this.wordOfKey = wordOfKey;
    }

    /** @param known sound keys, the commonest first: of two candidates the commoner one is meant */
    static Spelling of(Collection<String> known) {
        List<String> words = known.stream()
                .filter(word -> word.length() >= SHORTEST - 1 && word.length() <= LONGEST)
                .toList();
        int size = words.stream().mapToInt(word -> word.length() + 1).sum();
        long[][] pairs = new long[size][];
        int at = 0;
        for (int w = 0; w < words.size(); w++) {
            for (int cut = -1; cut < words.get(w).length(); cut++) {
                pairs[at++] = new long[] {without(words.get(w), cut), w};
            }
        }
        Arrays.sort(pairs, (a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
        long[] keys = new long[size];
        int[] wordOfKey = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = pairs[i][0];
            wordOfKey[i] = (int) pairs[i][1];
        }
        return new Spelling(words, keys, wordOfKey);
    }

    void write(ModelWriter out) {
        out.words(words);
        out.longs(keys);
        out.ints(wordOfKey);
    }

    static Spelling read(ModelReader in) {
        return new Spelling(in.words(), in.longs(), in.ints());
    }

    /** The word that was probably meant, or the word itself. */
    String repaired(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return word;
        }
        int best = words.size();
        for (int cut = -1; cut < word.length(); cut++) {
            long key = without(word, cut);
            for (int i = firstAt(key); i < keys.length && keys[i] == key; i++) {
                if (wordOfKey[i] < best && isOneSlip(word, words.get(wordOfKey[i]))) {
                    best = wordOfKey[i];
                }
            }
        }
        return best == words.size() ? word : words.get(best);
    }

    private int firstAt(long key) {
        int at = Arrays.binarySearch(keys, key);
        if (at < 0) {
            return keys.length;
        }
        while (at > 0 && keys[at - 1] == key) {
            at--;
        }
        return at;
    }

    private static long without(String word, int cut) {
        String left = cut < 0 ? word : word.substring(0, cut) + word.substring(cut + 1);
        return RawFeatures.hash(left, 0, left.length(), 1);
    }

    /** At most one insertion, deletion, substitution or swap of neighbours. */
    static boolean isOneSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int differA = endA - start;
        int differB = endB - start;
        if (differA <= 1 && differB <= 1) {
            return true;
        }
        return differA == 2
                && differB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
