package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import md.portar.core.store.Lease;
import md.portar.core.store.NodeId;

/**
 * The time by which this node's claims are counted. It runs with the processor's steady clock, so that a wall clock that is set
 * changes nothing, and is kept in step with other nodes by the store. Without a word from the store it runs on only a little:
 * an outage must not end everybody's leases. Thread-safe.
 */
final class LeaseClock {
    /** For a node that has the store to itself: what it finds at its start is its own leftovers. */
    private static final Duration FOR_EVER = Duration.ofDays(100_000);

    private final NodeId node;
    private final LongSupplier nanos;
    private final Duration stride;
    private Instant known = Instant.EPOCH;
    private long knownAt;
    /** By length, since leases of one kind all have the same. */
    private final Map<Duration, Instant> lastUntil = new HashMap<>();

    private long sureUntil;
    private boolean alone = true;

    private LeaseClock(NodeId node, LongSupplier nanos, Duration stride) {
        this.node = node;
        this.nanos = nanos;
        this.stride = stride;
        this.knownAt = nanos.getAsLong();
    }

    static LeaseClock alone(NodeId node, LongSupplier nanos) {
        return new LeaseClock(node, nanos, FOR_EVER);
    }

    /**
     * Among other nodes.
     *
     * @param stride how far it may run without a word from the store
     */
    static LeaseClock among(NodeId node, LongSupplier nanos, Duration stride) {
        LeaseClock clock = new LeaseClock(node, nanos, stride);
        clock.alone = false;
        clock.sureUntil = clock.knownAt;
        return clock;
    }

    NodeId node() {
        return node;
    }

    synchronized Instant now() {
        Duration since = Duration.ofNanos(nanos.getAsLong() - knownAt);
        return known.plus(since.compareTo(stride) < 0 ? since : stride);
    }

    /** A claim from now on. No two of one length have the same end, so that each can be told from its like. */
    synchronized Lease lease(Duration length) {
        Instant from = now();
        Instant until = Instant.ofEpochMilli(from.plus(length).toEpochMilli());
        Instant last = lastUntil.get(length);
        if (last != null && !until.isAfter(last)) {
            until = last.plusMillis(1);
        }
        lastUntil.put(length, until);
        return new Lease(node, from, until);
    }

    /** When a sign of life begins; handed back to {@link #heard}. */
    long mark() {
        return nanos.getAsLong();
    }

    /**
     * The store has taken a sign of life.
     *
     * @param shared how far lease time has come
     * @param begun when the sign of life began, from {@link #mark}
     * @param lease for how long from then on nobody may take this node's claims
     */
    synchronized void heard(Instant shared, long begun, Duration lease) {
        Instant mine = now();
        known = shared.isAfter(mine) ? shared : mine;
        knownAt = nanos.getAsLong();
        sureUntil = begun + lease.toNanos();
    }

    /** Whether nobody can have taken this node's claims: when not, nothing may be sent under them. */
    synchronized boolean isSure() {
        return alone || nanos.getAsLong() - sureUntil < 0;
    }
}
