package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import md.portar.core.channel.Channel;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.store.Lease;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends for one account: claims what is due, within the platform's rate and a bound of sends in flight, hands it to the adapter
 * and settles the result when it comes. One thread claims; results arrive on the adapter's threads.
 */
final class AccountLane implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccountLane.class);
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(60);
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private final ChannelKey key;
    private final Channel channel;
    private final Store store;
    private final Dispatch dispatch;
    private final Settlement settlement;
    private final LaneLimits limits;
    private final LeaseClock leases;
    private final NodePresence presence;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Wake wake = new Wake();
    private final Thread thread;
    private @Nullable Lease lost;
    private volatile boolean stopping;

    AccountLane(ChannelKey key, Channel channel, Parts parts, LaneLimits limits) {
        this.key = key;
        this.channel = channel;
        this.store = parts.store();
        this.dispatch = parts.dispatch();
        this.settlement = parts.settlement();
        this.clock = parts.clock();
        this.metrics = parts.metrics();
        this.limits = limits;
        this.leases = parts.leases();
        this.presence = parts.presence();
        this.thread = new Thread(this::loop, "deliver-" + key.channel() + "-" + key.account());
        this.thread.setDaemon(true);
    }

    /** What all lanes share. */
    record Parts(
            Store store,
            Dispatch dispatch,
            Settlement settlement,
            LeaseClock leases,
            NodePresence presence,
            Clock clock,
            GatewayMetrics metrics) {}

    LaneLimits limits() {
        return limits;
    }

    /** Sends nothing for a while. */
    void rest(Duration duration) {
        limits.restUntil(clock.instant().plus(duration));
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
        int room = limits.room(now);
        if (room == 0) {
            return limits.nap(now);
        }
        if (!leases.isSure()) {
            return LONGEST_NAP; // others may count this node as dead
        }
        List<OutboxItem> items = claim(now, room);
        for (OutboxItem item : items) {
            send(item);
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
            return store.unitOfWork()
                    .run(tx -> dispatch.claim(tx, key, channel.adapter().capabilities(), lease, now, room));
        } catch (StoreUnavailable e) {
            lost = lease;
            throw e;
        }
    }

    private void send(OutboxItem item) {
        if (!leases.isSure() || !limits.enter()) {
            settle(item, tx -> store.outbox().unclaim(tx, item, clock.instant()), false);
            return;
        }
        long started = System.nanoTime();
        attempt(item).whenComplete((outcome, failure) -> {
            DeliveryOutcome result = outcome;
            if (failure != null || result == null) {
                metrics.surprise("adapter");
                result = new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK);
            }
            DeliveryOutcome certain = result;
            observe(certain, System.nanoTime() - started);
            settle(
                    item,
                    tx -> {
                        settlement.settle(tx, item, certain, clock.instant());
                        return true;
                    },
                    true);
        });
    }

    /** A send that never answers must not hold its place for ever; what it did is then unknown. */
    private CompletionStage<DeliveryOutcome> attempt(OutboxItem item) {
        try {
            CompletionStage<DeliveryOutcome> stage =
                    channel.adapter().deliver(item.entry().action());
            return stage.thenApply(Function.identity())
                    .toCompletableFuture()
                    .orTimeout(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void observe(DeliveryOutcome outcome, long nanos) {
        limits.observe(outcome, nanos);
        if (outcome instanceof DeliveryOutcome.RetryAfter later && later.scope() == RetryScope.ACCOUNT) {
            rest(later.delay());
            presence.rest(key, later.delay());
        }
        if (outcome instanceof DeliveryOutcome.Undeliverable failed && failed.cause() == DeliveryFailure.UNAUTHORISED) {
            presence.rest(key, limits.credentialsRest());
            if (limits.restForCredentials(clock.instant())) {
                log.atError()
                        .addKeyValue(LogFields.CHANNEL, key.channel())
                        .addKeyValue(LogFields.ACCOUNT, key.account())
                        .log("The platform refuses this account's credentials; its messages wait");
            }
        }
    }

    /** Repeats until it is written: what has left must not look as if it had not. */
    private void settle(OutboxItem item, UnitOfWork.Work<Boolean> work, boolean entered) {
        store.unitOfWork().submit(work).whenComplete((done, failure) -> {
            if (failure instanceof StoreUnavailable && !(stopping && !store.healthy())) {
                CompletableFuture.delayedExecutor(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(() -> settle(item, work, entered));
                return;
            }
            if (failure != null) {
                metrics.surprise("settlement");
                log.atError()
                        .addKeyValue(LogFields.CHANNEL, key.channel())
                        .addKeyValue(LogFields.REASON, failure.getClass().getSimpleName())
                        .log("A result could not be written");
            }
            if (entered) {
                limits.leave();
            }
            wake.up();
        });
    }

    /** Claims nothing more. */
    void stop() {
        stopping = true;
        wake.up();
    }

    /** Waits a moment for what is in flight; the rest is found again at the next start. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (limits.inFlight() > 0 && System.nanoTime() < until) {
                wake.await(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
