package md.portar.core.guard;

/**
 * Words written by the operator or shipped with the product: FAQ answers, message files, button labels. Placeholders in
 * braces are filled with other safe text or with values whose type has a grammar, never with a bare string from outside.
 * Immutable and thread-safe.
 */
public final class CatalogueText implements SafeText {
    private final String value;

    private CatalogueText(String value) {
        this.value = value;
    }

    /** Wraps text from a catalogue. An architecture rule lists the packages that may call this. */
    public static CatalogueText of(String value) {
        return new CatalogueText(value);
    }

    /** Replaces every {@code {name}} by the given safe text. */
    public CatalogueText with(String name, SafeText replacement) {
        return new CatalogueText(value.replace("{" + name + "}", replacement.value()));
    }

    /** Replaces every {@code {name}} by a number. */
    public CatalogueText with(String name, long number) {
        return new CatalogueText(value.replace("{" + name + "}", Long.toString(number)));
    }

    /** This text, a separator made of layout characters only, and another text. */
    public CatalogueText append(String separator, SafeText more) {
        if (!separator.isBlank()) {
            throw new IllegalArgumentException("a separator is white space");
        }
        return new CatalogueText(value + separator + more.value());
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogueText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "CatalogueText[" + value.length() + " chars]";
    }
}
