package md.portar.core.telemetry;

/** The only keys under which values may be logged. Values are ids with a grammar, enum names, numbers and durations. */
public final class LogFields {
    public static final String CHANNEL = "channel";
    public static final String ACCOUNT = "account";
    /** A keyed fingerprint of the conversation, since the key contains a phone number. */
    public static final String CONVERSATION = "conversation";

    public static final String MESSAGE = "message";
    public static final String CASE = "case";
    public static final String NODE = "node";
    public static final String OUTCOME = "outcome";
    public static final String REASON = "reason";
    public static final String COUNT = "count";
    public static final String ELAPSED_MS = "elapsed_ms";
    /** A platform's own id of a failed call. */
    public static final String TRACE = "trace";

    public static final String AGENT = "agent";

    private LogFields() {}
}
