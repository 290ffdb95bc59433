package md.portar.gateway.simulator;

/** A platform says no to a call. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param code the platform's own number for it
     */
    Refusal(int status, int code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
