package md.portar.core.channel;

import md.portar.core.message.ChannelId;

/**
 * A body or event that cannot be understood. Carries no cause and no content, because parsers quote their input in their
 * messages.
 */
public final class MalformedUpdate extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as a word that may be counted and logged. */
    public enum Reason {
        NOT_JSON,
        NOT_A_FORM,
        TOO_DEEP,
        MISSING_FIELD,
        BAD_VALUE
    }

    private final Reason reason;

    public MalformedUpdate(ChannelId channel, Reason reason) {
        super("malformed " + channel + " update: " + reason, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
