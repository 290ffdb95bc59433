package md.portar.core.conversation;

/** Why a conversation goes to a person. */
public enum HandoffReason {
    /** The player asked for a person. */
    REQUESTED,
    /** The bot failed twice and the player took the offer. */
    NOT_UNDERSTOOD,
    /** Answers did not help. */
    NOT_HELPED,
    /** Self-exclusion, limits, harm, distress, a minor. */
    SAFETY,
    /** Suspected fraud or account take-over. */
    FRAUD,
    COMPLAINT,
    /** A closed hand-off was reopened by the player. */
    REOPENED,
    /** An agent took over by himself. */
    TAKEOVER
}
