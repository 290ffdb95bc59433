package md.portar.core.guard;

/** Kinds of secrets that are stopped before anything is kept. */
public enum SecretKind {
    /** Any password or passphrase, of any account, also old or mistyped; a wallet's seed phrase. */
    PASSWORD,
    /** A card or app PIN, 4 to 8 digits. */
    PIN,
    /** The card's security code. */
    CVV,
    /** A one-time, login, reset, backup or recovery code; a link or key that yields one. */
    OTP,
    /** A payment card number of 13 to 19 digits. */
    CARD_NUMBER
}
