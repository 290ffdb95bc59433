package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.cache.BoundedCache;

/**
 * Finds the patterns that a word matches without trying them all. Two words are few slips apart only when dropping as few
 * letters from each can make them equal, so a pattern is filed under everything that is left of it after that, and a word is
 * looked up under everything that is left of it. What is found so is only a candidate: {@link WordPattern#matches} decides.
 * Immutable and thread-safe.
 */
final class WordIndex {
    private static final int[] NONE = {};
    /** People use few words most of the time. */
    private static final int REMEMBERED = 8_192;

    private static final int LONGEST_REMEMBERED = 24;

    private final List<WordPattern> patterns;
    private final Postings wholes;
    private final Postings beginnings;
    private final List<Integer> ages = new ArrayList<>();
    private final int longestWhole;
    private final int longestBeginning;
    private final BoundedCache<String, int[]> known = new BoundedCache<>(REMEMBERED);

    /** @param patterns distinct; their places are their numbers */
    WordIndex(List<WordPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        List<Postings.Entry> whole = new ArrayList<>();
        List<Postings.Entry> begun = new ArrayList<>();
        int longWhole = 0;
        int longBegun = 0;
        for (int i = 0; i < patterns.size(); i++) {
            WordPattern pattern = patterns.get(i);
            int number = i;
            if (pattern.age() != WordPattern.Age.NONE) {
                ages.add(i);
                continue;
            }
            List<Postings.Entry> entries = pattern.prefix() ? begun : whole;
            wholeKeys(pattern.letters(), 0, 0, pattern.slips(), key -> entries.add(new Postings.Entry(key, number)));
            if (pattern.prefix()) {
                longBegun = Math.max(longBegun, pattern.letters().length());
            } else {
                longWhole = Math.max(longWhole, pattern.letters().length());
            }
        }
        this.wholes = Postings.of(whole);
        this.beginnings = Postings.of(begun);
        this.longestWhole = longWhole;
        this.longestBeginning = longBegun;
    }

    /** The numbers of the patterns that match, ascending. */
    int[] matching(String word) {
        return word.length() > LONGEST_REMEMBERED ? find(word) : known.get(word, this::find);
    }

    private int[] find(String word) {
        IntBag candidates = new IntBag();
        if (word.length() <= longestWhole + WordPattern.MOST_SLIPS) {
            wholeKeys(word, 0, 0, slipsWorthTrying(word.length()), key -> wholes.addTo(candidates, key));
        }
        String begun = word.length() > longestBeginning + 1 ? word.substring(0, longestBeginning + 1) : word;
        beginningKeys(begun, 0, 0, 1, key -> beginnings.addTo(candidates, key));
        ages.forEach(candidates::add);
        int[] sorted = candidates.distinct();
        candidates.clear();
        boolean any = false;
        for (int candidate : sorted) {
            if (patterns.get(candidate).matches(word)) {
                candidates.add(candidate);
                any = true;
            }
        }
        return any ? candidates.distinct() : NONE;
    }

    /** No pattern that allows more slips is short enough for a word of this length. */
    private static int slipsWorthTrying(int length) {
        if (length < WordPattern.SHORTEST_LOOSE - 1) {
            return 0;
        }
        return length < WordPattern.SHORTEST_LOOSER - WordPattern.MOST_SLIPS ? 1 : WordPattern.MOST_SLIPS;
    }

    /** Keys of the letters with up to so many of them dropped. */
    private static void wholeKeys(String letters, int at, long key, int drops, KeySink sink) {
        if (at == letters.length()) {
            sink.accept(key);
            return;
        }
        wholeKeys(letters, at + 1, next(key, letters.charAt(at)), drops, sink);
        if (drops > 0) {
            wholeKeys(letters, at + 1, key, drops - 1, sink);
        }
    }

    /** The same of every beginning of the letters. */
    private static void beginningKeys(String letters, int at, long key, int drops, KeySink sink) {
        sink.accept(key);
        if (at == letters.length()) {
            return;
        }
        beginningKeys(letters, at + 1, next(key, letters.charAt(at)), drops, sink);
        if (drops > 0) {
            beginningKeys(letters, at + 1, key, drops - 1, sink);
        }
    }

    private static long next(long key, char letter) {
        return (key + letter + 1) * 0x100000001B3L;
    }

    /** Takes keys without boxing them. */
    private interface KeySink {
        void accept(long key);
    }
}
