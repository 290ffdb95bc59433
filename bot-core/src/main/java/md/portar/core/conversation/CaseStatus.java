package md.portar.core.conversation;

/** Where a case stands. */
public enum CaseStatus {
    RECEIVED,
    IN_REVIEW,
    WAITING_FOR_YOU,
    ESCALATED,
    RESOLVED,
    CLOSED
}
