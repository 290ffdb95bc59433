package md.portar.core.guard;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text that could be the value of a secret.
 *
 * @param first its first token
 * @param last its last token
 * @param start where it begins in the folded text
 * @param end where it ends
 * @param shape what it looks like
 * @param number the number that it is, if it is one
 */
record Candidate(
        int first,
        int last,
        int start,
        int end,
        Shape shape,
        @Nullable Num number) {
    /** What a candidate looks like: features are learnt for each shape and for all together. */
    enum Shape {
        DIGITS_3,
        DIGITS_4,
        DIGITS_6,
        DIGITS_8,
        DIGITS_MORE,
        DICTATED,
        /** Letters with digits or signs, as nobody writes a word. */
        STRONG,
        STRONG_QUOTED,
        /** Systems name their things so. */
        REFERENCE,
        DIGITS_AND_LETTERS,
        INNER_CAPITAL,
        JOINED,
        QUOTED_WORD,
        QUOTED_PHRASE,
        CAPITALS,
        CAPITALISED,
        /** Where every word has a capital. */
        FIRST_WORD,
        UNKNOWN_WORD,
        KNOWN_WORD;

        /** A word as anybody may write it, which is a secret only where something says so. */
        boolean isPlain() {
            return this == INNER_CAPITAL || this == DIGITS_AND_LETTERS || this == JOINED || compareTo(CAPITALS) >= 0;
        }

        boolean isNumber() {
            return compareTo(DICTATED) <= 0;
        }

        /** Its place among the shapes; a trained model depends on the order. */
        @SuppressWarnings("EnumOrdinal")
        int place() {
            return ordinal();
        }
    }
}
