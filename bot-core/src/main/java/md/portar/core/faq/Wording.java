package md.portar.core.faq;

import md.portar.core.guard.ScreenedText;

/** Tells whether two questions are the same words, however they were typed. */
public final class Wording {
    private Wording() {}

    /**
     * What differently typed copies of one question have in common: case, diacritics, alphabet, punctuation, doubled letters and
     * shorthand are gone. For grouping only; nobody reads it. Empty for a text without words.
     */
    public static String key(ScreenedText text) {
        return String.join(" ", FeatureReader.sounds(text.value()));
    }
}
