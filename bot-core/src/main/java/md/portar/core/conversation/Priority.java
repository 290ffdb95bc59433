package md.portar.core.conversation;

/** How urgent a hand-off is; the queue is ordered by it, then by time. */
public enum Priority {
    SAFETY,
    HIGH,
    NORMAL
}
