package md.portar.core.handoff;

/** Where those on call are reached. Blocking, within a bounded time; thread-safe. */
@FunctionalInterface
public interface OnCallReceiver {
    /** Tries once. A notice may be told more than once, always with the same key. */
    Attempt tell(OnCallNotice notice);

    /**
     * What an attempt came to.
     *
     * @param status what the receiver answered with; 0 when it did not
     */
    record Attempt(Result result, int status) {}

    /** What the receiver made of it. */
    enum Result {
        TAKEN,
        /** It cannot be reached, or the connection was cut before the answer was complete. */
        NETWORK,
        /** No complete answer in time. */
        SLOW,
        /** It points elsewhere, which is not followed. */
        REDIRECTED,
        /** It does not want it, such as with 401 or 404. */
        REFUSED,
        /** It has trouble of its own. */
        FAILED,
        /** A page for people answered, not a receiver. */
        PAGE
    }
}
