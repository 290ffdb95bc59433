package md.portar.core.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words written by the operator or shipped with the product: FAQ answers, message files, button labels. Placeholders in
 * braces are filled with other safe text or with values whose type has a grammar, never with a bare string from outside.
 * Immutable and thread-safe.
 */
public final class CatalogueText implements SafeText {
    /** No words; a start for {@link #append}. */
    public static final CatalogueText EMPTY = new CatalogueText("");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([1-9][0-9]?)}}");

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

    /** Replaces every {@code {{n}}} by the n-th of the given texts, once: what is put in is not looked at for places again. */
    public CatalogueText filled(List<? extends SafeText> values) {
        return new CatalogueText(PLACE.matcher(value).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(
                    number <= values.size() ? values.get(number - 1).value() : place.group());
        }));
    }

    /** This text, a separator made of layout characters only, and another text. */
    public CatalogueText append(String separator, SafeText more) {
        if (!separator.isBlank()) {
            throw new IllegalArgumentException("a separator is white space");
        }
        return new CatalogueText(value + separator + more.value());
    }

    /** Lines numbered from 1, as a menu for channels without buttons. */
    public static CatalogueText numbered(List<CatalogueText> lines) {
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            numbered.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(lines.get(i).value);
        }
        return new CatalogueText(numbered.toString());
    }

    /** A piece that occurs in this text, for texts that have to be split. */
    public CatalogueText part(String piece) {
        if (!value.contains(piece)) {
            throw new IllegalArgumentException("not a part of this text");
        }
        return new CatalogueText(piece);
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
