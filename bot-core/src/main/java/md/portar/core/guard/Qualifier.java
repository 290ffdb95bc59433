package md.portar.core.guard;

/** What a word says about a number near it. */
enum Qualifier {
    NONE,
    PASSWORD,
    PIN,
    CVV,
    OTP,
    /** A code of an app or device: read as a PIN. */
    APP_CODE,
    /** "Code" and nothing more. */
    BARE_CODE,
    /** Code of a card: three digits are its security code, four its PIN. */
    CARD_CODE,
    /** "On the back": three digits are a security code. */
    BACKSIDE,
    /** A message or its arrival: a code if nothing else is said. */
    MESSAGE,
    /** Anything whose number is no secret. */
    BENIGN;

    /** Its place in the list; the trained second opinion depends on the order. */
    @SuppressWarnings("EnumOrdinal")
    int place() {
        return ordinal();
    }
}
