package md.portar.core.store;

/** Everything that is kept, by subject. Opened once by the assembly, closed last. */
public interface Store extends AutoCloseable {
    UnitOfWork unitOfWork();

    /**
     * For a few small units that must not wait behind the queue, such as signs of life. On a store with one node it is the same
     * as {@link #unitOfWork}.
     */
    UnitOfWork urgent();

    Nodes nodes();

    Hints hints();

    Inbox inbox();

    Conversations conversations();

    MessageLog messages();

    Outbox outbox();

    DeadLetters deadLetters();

    Tickets tickets();

    DeskViews deskViews();

    DeskEvents deskEvents();

    Agents agents();

    Cases cases();

    CaseWatches caseWatches();

    QueueNotices queueNotices();

    OnCallNotices onCallNotices();

    Counters counters();

    AuditTrail audit();

    Retention retention();

    /** Whether no other process can work on the same data, so that every lease found at start is a leftover. */
    boolean singleNode();

    /** Whether the last commit worked; for health checks. */
    boolean healthy();

    /** Finishes what was queued, then releases files and connections. Idempotent. */
    @Override
    void close();
}
