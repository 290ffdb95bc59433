package md.portar.core.store;

/** Everything that is kept, by subject. Opened once by the assembly, closed last. */
public interface Store extends AutoCloseable {
    UnitOfWork unitOfWork();

    Inbox inbox();

    Conversations conversations();

    MessageLog messages();

    Outbox outbox();

    Tickets tickets();

    DeskViews deskViews();

    DeskEvents deskEvents();

    Agents agents();

    Cases cases();

    Counters counters();

    AuditTrail audit();

    /** Whether no other process can work on the same data, so that every lease found at start is a leftover. */
    boolean singleNode();

    /** Whether the last commit worked; for health checks. */
    boolean healthy();

    /** Finishes what was queued, then releases files and connections. Idempotent. */
    @Override
    void close();
}
