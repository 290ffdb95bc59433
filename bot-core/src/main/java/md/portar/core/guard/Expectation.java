package md.portar.core.guard;

/** What kind of answer the last question of bot or agent asked for; decides how a bare number is read. */
public enum Expectation {
    NONE,
    /** A case number, an account id, a transaction number: digits are fine. */
    REFERENCE,
    /** A choice of a numbered menu or a rating. */
    CHOICE,
    /**
     * No question and no news: what was expected stays expected. For the notice that something was stopped, which names secrets
     * only because the player did; it must not make the next number one.
     */
    UNCHANGED;

    /** Its place in the list; the trained second opinion depends on the order. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
