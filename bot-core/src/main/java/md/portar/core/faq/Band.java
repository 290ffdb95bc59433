package md.portar.core.faq;

/** What to do with a match. */
public enum Band {
    /** Sure enough to answer. */
    ANSWER,
    /** Offer the best few and a person. */
    SUGGEST,
    /** Say that nothing fits, and offer a person. */
    NONE
}
