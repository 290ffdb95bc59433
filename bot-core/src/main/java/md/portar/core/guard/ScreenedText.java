package md.portar.core.guard;

/**
 * A person's words after the guard: secrets are replaced by markers such as {@code ⟦CVV⟧}. Made only by {@link SecretGuard};
 * reading back from a store is screening again. Two are equal when their values are. {@code toString} shows the length only,
 * because logging customers' words is not wanted either.
 */
public final class ScreenedText implements SafeText {
    /** No words at all. */
    public static final ScreenedText EMPTY = new ScreenedText("");

    private final String value;

    ScreenedText(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScreenedText that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "ScreenedText[" + value.length() + " chars]";
    }
}
