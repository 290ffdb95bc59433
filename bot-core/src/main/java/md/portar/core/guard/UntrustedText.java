package md.portar.core.guard;

/**
 * Words as they arrived from outside, possibly holding a secret. Readable only inside this package; prints nothing of its
 * content, has identity equality, and cannot be serialised. Immutable and thread-safe.
 */
public final class UntrustedText {
    private final String content;

    private UntrustedText(String content) {
        this.content = content;
    }

    /** Wraps text as received. */
    public static UntrustedText of(String content) {
        return new UntrustedText(content);
    }

    /** Length in UTF-16 units. */
    public int length() {
        return content.length();
    }

    public boolean isBlank() {
        return content.isBlank();
    }

    String reveal() {
        return content;
    }

    @Override
    public String toString() {
        return "UntrustedText[" + content.length() + " chars]";
    }
}
