package md.portar.core.channel;

/** Why a webhook request was refused. */
public enum RefusalReason {
    /** No signature or secret was sent, or several. */
    UNSIGNED(401),
    /** It does not match. */
    WRONG_SIGNATURE(403),
    /** Authentic, but not the JSON or form that the platform sends. */
    MALFORMED(400),
    WRONG_CONTENT_TYPE(415),
    WRONG_METHOD(405);

    private final int status;

    RefusalReason(int status) {
        this.status = status;
    }

    /** The HTTP status the caller gets. */
    public int status() {
        return status;
    }
}
