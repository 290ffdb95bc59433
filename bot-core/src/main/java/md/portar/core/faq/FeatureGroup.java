package md.portar.core.faq;

/** Kinds of features by number; each kind is brought to the same length before it is weighed against the others. */
final class FeatureGroup {
    static final int WORD = 0;
    static final int STEM = 1;
    static final int PAIR = 2;
    static final int CONCEPT = 3;
    static final int CONCEPT_PAIR = 4;
    static final int GRAM = 5;
    static final int COUNT = 6;

    private static final float[] WEIGHTS = {1.0f, 1.0f, 0.6f, 0.8f, 0.6f, 1.2f};

    private FeatureGroup() {}

    static float weight(int group) {
        return WEIGHTS[group];
    }
}
