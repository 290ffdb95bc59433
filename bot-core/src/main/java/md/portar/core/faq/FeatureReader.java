package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;

/** Turns the words of a message into features: words, stems, pairs of stems, concepts and character n-grams. */
final class FeatureReader {
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    /** Pairs grow with the square; a message that names more concepts than this is not one question. */
    private static final int MOST_CONCEPTS = 12;

    private final Vocabulary vocabulary;

    FeatureReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param sounds the sound keys of the words, in order */
    RawFeatures read(List<String> sounds) {
        RawFeatures features = new RawFeatures();
        List<Integer> concepts = new ArrayList<>();
        String before = "^";
        for (String sound : sounds) {
            String stem = Stem.of(sound);
            features.add(FeatureGroup.WORD, hash(sound, 1));
            features.add(FeatureGroup.STEM, hash(stem, 2));
            pair(features, before, stem);
            grams(features, sound);
            int concept = vocabulary.conceptOf(sound, stem);
            if (concept != Vocabulary.NONE && concepts.size() < MOST_CONCEPTS && !concepts.contains(concept)) {
                concepts.add(concept);
            }
            before = stem;
        }
        pair(features, before, "$");
        concepts(features, concepts);
        return features.distinct();
    }

    static List<String> sounds(String text) {
        List<String> words = Fold.words(text);
        words.replaceAll(Sound::of);
        return words;
    }

    private static long hash(String text, long seed) {
        return RawFeatures.hash(text, 0, text.length(), seed);
    }

    private static void pair(RawFeatures features, String first, String second) {
        features.add(FeatureGroup.PAIR, hash(second, hash(first, 3)));
    }

    private static void concepts(RawFeatures features, List<Integer> concepts) {
        for (int i = 0; i < concepts.size(); i++) {
            features.add(FeatureGroup.CONCEPT, concepts.get(i) * 31L + 7);
            for (int j = 0; j < i; j++) {
                long low = Math.min(concepts.get(i), concepts.get(j));
                long high = Math.max(concepts.get(i), concepts.get(j));
                features.add(FeatureGroup.CONCEPT_PAIR, low * 100_003L + high * 31L + 11);
            }
        }
    }

    /** Of the word between two marks, so that beginnings and ends of words count as such. */
    private static void grams(RawFeatures features, String sound) {
        String padded = '_' + sound + '_';
        int length = padded.length();
        for (int n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
            for (int i = 0; i + n <= length; i++) {
                features.add(FeatureGroup.GRAM, RawFeatures.hash(padded, i, i + n, 10 + n));
            }
        }
    }
}
