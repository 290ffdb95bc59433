package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.store.Lease;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends for one account: claims what is due, within the platform's rate and a bound of sends in flight, hands it to the adapter
 * and settles the result when it comes. While nobody knows whether the platform is up, it asks before it sends. One thread
 * claims; results arrive on the adapter's threads.
 */
final class AccountLane implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccountLane.class);
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    private static final Duration CLAIM = Duration.ofMinutes(3);
    /** Older items than this mean that the lane has fallen behind, and that what is new gets a share of it. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final ChannelKey key;
    private final Channel channel;
    private final Store store;
    private final Dispatch dispatch;
    private final LaneLimits limits;
    private final Probing probing;
    private final LaneSends sends;
    private final LeaseClock leases;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Wake wake = new Wake();
    private final Thread thread;
    private @Nullable Lease lost;
    private volatile boolean stopping;
    /** Only the claiming thread looks at it. */
    private boolean newestFirst;

    AccountLane(ChannelKey key, Channel channel, Parts parts, LaneLimits limits) {
        this.key = key;
        this.channel = channel;
        this.store = parts.store();
        this.dispatch = parts.dispatch();
        this.clock = parts.clock();
        this.metrics = parts.metrics();
        this.limits = limits;
        this.sends = new LaneSends(key, channel, parts, limits, wake);
        this.probing = new Probing(limits, parts.clock());
        this.leases = parts.leases();
        this.thread = new Thread(this::loop, "deliver-" + key.channel() + "-" + key.account());
        this.thread.setDaemon(true);
    }

    /** What all lanes share. */
    record Parts(
            Store store,
            Dispatch dispatch,
            Settlement settlement,
            Backoff backoff,
            LeaseClock leases,
            NodePresence presence,
            Clock clock,
            GatewayMetrics metrics) {}

    LaneLimits limits() {
        return limits;
    }

    /** Sends nothing for a while. */
    void rest(Duration pause) {
        limits.restUntil(clock.instant().plus(pause));
    }

    boolean isRefused() {
        return limits.refused();
    }

    /** The platform told, outside a send, that it refuses the account. */
    void refused() {
        sends.refused(0);
    }

    void start() {
        thread.start();
    }

    void wake() {
        wake.up();
    }

    private void loop() {
        while (!stopping) {
            try {
                Duration nap = pump();
                if (!nap.isZero()) {
                    wake.await(nap.compareTo(LONGEST_NAP) < 0 ? nap : LONGEST_NAP);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (StoreUnavailable e) {
                log.atDebug().addKeyValue(LogFields.CHANNEL, key.channel()).log("The store cannot be asked now");
                pause();
            } catch (RuntimeException e) {
                metrics.surprise("delivery");
                log.atError()
                        .addKeyValue(LogFields.CHANNEL, key.channel())
                        .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                        .log("Delivering failed outside a send");
                pause();
            }
        }
    }

    private void pause() {
        try {
            wake.await(LONGEST_NAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Sends what may be sent now; returns how long there is nothing to do. */
    private Duration pump() {
        Instant now = clock.instant();
        if (channel.inquiry().isPresent()
                && !probing.clear(now, channel.inquiry().get(), sends::observed)) {
            return limits.nap(now);
        }
        int room = limits.room(now);
        if (room == 0) {
            return limits.nap(now);
        }
        if (!leases.isSure()) {
            return LONGEST_NAP; // others may count this node as dead
        }
        List<OutboxItem> items = claim(now, room);
        for (OutboxItem item : items) {
            sends.send(item);
        }
        if (!items.isEmpty()) {
            return Duration.ZERO;
        }
        return store.unitOfWork()
                .read(tx -> store.outbox().nextDue(tx, key.channel(), key.account()))
                .map(due -> Duration.between(clock.instant(), due))
                .map(wait -> wait.isNegative() || wait.isZero() ? Duration.ofMillis(1) : wait)
                .orElse(LONGEST_NAP);
    }

    /** When the store does not answer, the claim may have happened all the same: what nobody holds is put back first. */
    private List<OutboxItem> claim(Instant now, int room) {
        Lease unanswered = lost;
        if (unanswered != null) {
            store.unitOfWork().run(tx -> store.outbox().forgo(tx, unanswered, now));
            lost = null;
        }
        Lease lease = leases.lease(CLAIM);
        try {
            return inTurn(lease, now, room);
        } catch (StoreUnavailable e) {
            lost = lease;
            throw e;
        }
    }

    /** Most overdue first; a lane that has fallen behind gives every second turn to what is new. */
    private List<OutboxItem> inTurn(Lease lease, Instant now, int room) {
        ChannelCapabilities capabilities = channel.adapter().capabilities();
        boolean recent = newestFirst;
        newestFirst = false;
        if (recent) {
            List<OutboxItem> items =
                    store.unitOfWork().run(tx -> dispatch.claimRecent(tx, key, capabilities, lease, now, room));
            if (!items.isEmpty()) {
                return items;
            }
        }
        List<OutboxItem> items = store.unitOfWork().run(tx -> dispatch.claim(tx, key, capabilities, lease, now, room));
        newestFirst = !items.isEmpty() && items.get(0).since().isBefore(now.minus(BEHIND));
        return items;
    }

    /** Claims nothing more. */
    void stop() {
        stopping = true;
        sends.stopping();
        wake.up();
    }

    /** Waits a moment for what is in flight; the rest is found again at the next start. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /** Waits at most so long for what is in flight. */
    void close(Duration longest) {
        stop();
        long until = System.nanoTime() + longest.toNanos();
        try {
            thread.join(Math.max(1, longest.toMillis()));
            while (limits.inFlight() > 0 && System.nanoTime() < until) {
                wake.await(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
