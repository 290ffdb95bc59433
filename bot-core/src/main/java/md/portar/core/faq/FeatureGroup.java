package md.portar.core.faq;

/** Kinds of features; each kind is brought to the same length before it is weighed against the others. */
enum FeatureGroup {
    WORD(1.0f),
    STEM(1.0f),
    PAIR(0.6f),
    CONCEPT(0.8f),
    CONCEPT_PAIR(0.6f),
    GRAM(1.2f);

    private final float weight;

    FeatureGroup(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }
}
