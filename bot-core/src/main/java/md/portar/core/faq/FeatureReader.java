package md.portar.core.faq;

import java.util.Arrays;
import java.util.List;

/**
 * Turns the words of a message into features: words, stems, pairs of neighbours, concepts of the pack and groups of everyday
 * words with the pairs of them that occur together, and character n-grams.
 */
final class FeatureReader {
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    /** Pairs grow with the square; a message that names more things than this is not one question. */
    private static final int MOST_MEANINGS = 24;

    private final Vocabulary vocabulary;
    private final EverydayWords everyday = EverydayWords.shipped();

    FeatureReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The sound keys of the words of a text, in order. */
    static List<String> sounds(String text) {
        List<String> words = Fold.words(text);
        words.replaceAll(Sound::of);
        return words;
    }

    RawFeatures read(List<String> sounds) {
        RawFeatures features = new RawFeatures();
        Meanings concepts = new Meanings();
        Meanings groups = new Meanings();
        String before = "^";
        for (String sound : sounds) {
            String stem = Stem.of(sound);
            features.add(FeatureGroup.WORD, hash(sound, 1));
            features.add(FeatureGroup.STEM, hash(stem, 2));
            pair(features, before, stem);
            grams(features, sound);
            concepts.add(vocabulary.conceptOf(sound, stem));
            for (int group : everyday.groupsOf(sound, stem)) {
                groups.add(group);
            }
            before = stem;
        }
        pair(features, before, "$");
        concepts.addTo(features, FeatureGroup.CONCEPT, FeatureGroup.CONCEPT_PAIR);
        groups.addTo(features, FeatureGroup.EVERYDAY, FeatureGroup.EVERYDAY_PAIR);
        return features.distinct();
    }

    /** Whether a word stands in the pack's concepts or among the everyday words. */
    boolean hasMeaning(String sound) {
        return vocabulary.knows(sound) || everyday.knows(sound);
    }

    private static long hash(String text, long seed) {
        return RawFeatures.hash(text, 0, text.length(), seed);
    }

    private static void pair(RawFeatures features, String first, String second) {
        features.add(FeatureGroup.PAIR, hash(second, hash(first, 3)));
    }

    /** Of the word between two marks, so that beginnings and ends of words count as such. */
    private static void grams(RawFeatures features, String sound) {
        String padded = '_' + sound + '_';
        int length = padded.length();
        for (int n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
            for (int i = 0; i + n <= length; i++) {
                features.add(FeatureGroup.GRAM, RawFeatures.hash(padded, i, i + n, 10L + n));
            }
        }
    }

    /** The distinct meanings in a message, by number. */
    private static final class Meanings {
        private final int[] found = new int[MOST_MEANINGS];
        private int size;

        void add(int meaning) {
            if (meaning == Vocabulary.NONE || size == MOST_MEANINGS) {
                return;
            }
            for (int i = 0; i < size; i++) {
                if (found[i] == meaning) {
                    return;
                }
            }
            found[size++] = meaning;
        }

        void addTo(RawFeatures features, int single, int pair) {
            Arrays.sort(found, 0, size);
            for (int i = 0; i < size; i++) {
                features.add(single, found[i] + 1L);
                for (int j = i + 1; j < size; j++) {
                    features.add(pair, found[i] * 100_003L + found[j] + 1L);
                }
            }
        }
    }
}
