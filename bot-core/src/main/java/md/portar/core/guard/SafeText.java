package md.portar.core.guard;

/**
 * Text that may be kept, shown and sent: either screened words of a person or the operator's own catalogue. Stores, outbox,
 * console and search accept nothing else.
 */
public sealed interface SafeText permits ScreenedText, CatalogueText {
    /** The text itself. */
    String value();
}
