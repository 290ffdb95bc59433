package md.portar.core.handoff;

/** Something changed that a console may show. */
public record DeskEvent(long number, ConversationNumber conversation, Kind kind) {
    /** What changed. */
    public enum Kind {
        /** State, assignee, priority or preview. */
        CONVERSATION,
        /** A message was added. */
        MESSAGE,
        /** A message changed: delivery, redaction, edit. */
        MESSAGE_CHANGED
    }
}
