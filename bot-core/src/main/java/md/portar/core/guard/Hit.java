package md.portar.core.guard;

/**
 * A secret in a folded text.
 *
 * @param kind what it is
 * @param rule which rule decided
 * @param start first folded character of the value
 * @param end after its last folded character
 * @param unsure whether the value may go on beyond these borders, so that nothing of the text may be kept
 */
record Hit(SecretKind kind, String rule, int start, int end, boolean unsure) {
    static Hit sure(SecretKind kind, String rule, int start, int end) {
        return new Hit(kind, rule, start, end, false);
    }

    static Hit unsure(SecretKind kind, String rule, int start, int end) {
        return new Hit(kind, rule, start, end, true);
    }
}
