package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words and places of all lists that were read together, each kept once, so that a message is looked through once for all
 * of them. A place is any of several alternatives, each one or more words with nothing in between. Immutable and thread-safe.
 */
final class Lexicon {
    private final WordIndex index;
    private final List<Alternative> alternatives;
    /** The alternatives that begin with a pattern, by its number. */
    private final int[][] beginningWith;

    private final int places;

    private Lexicon(Builder builder) {
        this.index = new WordIndex(new ArrayList<>(builder.patterns));
        this.alternatives = List.copyOf(builder.alternatives);
        this.places = builder.places.size();
        List<IntBag> begun = new ArrayList<>();
        builder.patterns.forEach(pattern -> begun.add(new IntBag()));
        for (int i = 0; i < alternatives.size(); i++) {
            begun.get(alternatives.get(i).patterns[0]).add(i);
        }
        this.beginningWith = begun.stream().map(IntBag::distinct).toArray(int[][]::new);
    }

    /** What of all places occurs in a message, and where. */
    Sightings read(List<String> words) {
        int[][] matching = new int[words.size()][];
        for (int at = 0; at < matching.length; at++) {
            matching[at] = index.matching(words.get(at));
        }
        Sightings sightings = new Sightings(this, places, words.size());
        IntBag begun = new IntBag();
        for (int at = 0; at < matching.length; at++) {
            begun.clear();
            for (int pattern : matching[at]) {
                for (int alternative : beginningWith[pattern]) {
                    begun.add(alternative);
                }
            }
            for (int number : begun.distinct()) {
                Alternative alternative = alternatives.get(number);
                if (alternative.fits(matching, at)) {
                    sightings.add(alternative.place, at, at + alternative.patterns.length - 1);
                }
            }
        }
        return sightings;
    }

    /** Numbered by place and, within one, in the order in which they are written: the first that fits is preferred. */
    @SuppressWarnings("ArrayRecordComponent") // internal; never compared
    private record Alternative(int place, int[] patterns) {
        boolean fits(int[][] matching, int at) {
            if (at + patterns.length > matching.length) {
                return false;
            }
            for (int i = 1; i < patterns.length; i++) {
                if (Arrays.binarySearch(matching[at + i], patterns[i]) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Collects what the lists use. Used by one thread. */
    static final class Builder {
        private final List<WordPattern> patterns = new ArrayList<>();
        private final Map<WordPattern, Integer> numbers = new HashMap<>();
        private final Map<List<String>, Integer> places = new HashMap<>();
        private final List<Alternative> alternatives = new ArrayList<>();

        /** The number of the place {@code one|two_words|=exact|@class}. */
        int place(String token, WordClasses classes) {
            List<String> written = List.copyOf(classes.expand(token));
            Integer known = places.get(written);
            if (known != null) {
                return known;
            }
            int place = places.size();
            places.put(written, place);
            for (String alternative : written) {
                boolean exact = alternative.startsWith("=");
                String[] words = (exact ? alternative.substring(1) : alternative).split("_");
                int[] numbered = new int[words.length];
                for (int i = 0; i < words.length; i++) {
                    numbered[i] = number(WordPattern.parse(words[i], exact));
                }
                alternatives.add(new Alternative(place, numbered));
            }
            return place;
        }

        private int number(WordPattern pattern) {
            return numbers.computeIfAbsent(pattern, added -> {
                patterns.add(added);
                return patterns.size() - 1;
            });
        }

        Lexicon build() {
            return new Lexicon(this);
        }
    }
}
