package md.portar.core.conversation;

/** What a request for protection is about; the gravest first. */
public enum SafetyConcern {
    DISTRESS,
    MINOR,
    SELF_EXCLUSION,
    HARM,
    LIMITS
}
