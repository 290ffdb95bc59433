package md.portar.core.faq;

/**
 * Kinds of features by number. Each kind is brought to the same length before it is weighed against the others, so that the
 * many character n-grams of a message do not drown its few concepts. The weights were found by cross-validation over the
 * pack and hold as they are for public data sets.
 */
final class FeatureGroup {
    static final int WORD = 0;
    static final int STEM = 1;
    static final int PAIR = 2;
    static final int CONCEPT = 3;
    static final int CONCEPT_PAIR = 4;
    static final int GRAM = 5;
    static final int EVERYDAY = 6;
    static final int EVERYDAY_PAIR = 7;
    static final int COUNT = 8;

    private static final float[] WEIGHTS = {0.5f, 0.7f, 0.8f, 1.0f, 1.4f, 1.0f, 1.0f, 0.7f};

    private FeatureGroup() {}

    static float weight(int group) {
        return WEIGHTS[group];
    }
}
