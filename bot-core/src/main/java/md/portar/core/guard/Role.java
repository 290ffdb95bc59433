package md.portar.core.guard;

import java.util.Locale;

/** What a word can be to the rules. A word may have several roles; lexicon files name them in lower case with hyphens. */
enum Role {
    PASSWORD,
    PIN,
    CVV,
    OTP,
    /** "code" without saying which. */
    CODE,
    CARD,
    SEED,
    AMEX,
    /** Where seed phrases belong. */
    WALLET,
    /** Makes a code a one-time code: SMS, message, authenticator. */
    SMS,
    /** Makes a code a one-time code: verification, login, reset, backup. */
    VERIFY,
    /** Makes digits a security code: on the back. */
    BACKSIDE,
    /** Makes a code an app's PIN. */
    APP,
    ARRIVED,
    REF,
    PROMO,
    ERROR,
    /** Codes of the world: postal, country, bank, tax, QR, bar. */
    POSTAL,
    /** Makes a code an ordinary one: of a product, a shop, a table; says nothing about other numbers. */
    THING,
    PHONE,
    MONEY,
    MONEY_VERB,
    UNIT,
    TIME,
    SPORT,
    LOGIN,
    EMAIL,
    DOCUMENT,
    /** Last four, ending in, first six. */
    PART,
    COPULA,
    POSS,
    NEG,
    CHANGE,
    USE,
    TO,
    AS,
    DEM,
    AND,
    PREP,
    ADJ,
    OWNER,
    /** "Simple", "easy": what may be said of a password before it is told. */
    SIMPLE,
    /** "With a capital", "all lower case": said of a value that was just told. */
    SPELLING,
    /** Never the value of a secret: adjectives, adverbs, verbs, function words. */
    STOP,
    /** May stand between the keyword and its value. */
    SOFT,
    WH,
    /** "How much", "when": asks for a number. */
    QUANTITY,
    FIELD,
    CLITIC,
    SAY,
    ASK,
    /** To us, here: who would get what is asked for. */
    HERE,
    WE,
    YOU,
    WHICH,
    NEED,
    MODAL,
    PHOTO,
    /** "If", "when": begins a condition. */
    COND,
    /** Where a secret is typed rightly: site, app, page, field. */
    PLACE,
    NUMBER,
    DIGITS,
    NUMERAL,
    /** Says that something was not accepted: wrong, invalid. */
    WRONG;

    /** Its place in a set of roles; never stored. */
    @SuppressWarnings("EnumOrdinal")
    final long bit = 1L << ordinal();

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
