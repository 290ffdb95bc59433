package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import md.portar.core.channel.Channel;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane's sends: each handed to the adapter, or first looked for at the platform, and settled when the result comes. */
final class LaneSends {
    private static final Logger log = LoggerFactory.getLogger(LaneSends.class);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(60);
    private static final Duration BEFORE_WRITING_AGAIN = Duration.ofMillis(500);

    private final ChannelKey key;
    private final Channel channel;
    private final Store store;
    private final Settlement settlement;
    private final LaneLimits limits;
    private final Backoff backoff;
    private final LeaseClock leases;
    private final NodePresence presence;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Wake wake;
    private volatile boolean stopping;

    LaneSends(ChannelKey key, Channel channel, AccountLane.Parts parts, LaneLimits limits, Wake wake) {
        this.key = key;
        this.channel = channel;
        this.store = parts.store();
        this.settlement = parts.settlement();
        this.limits = limits;
        this.backoff = parts.backoff();
        this.leases = parts.leases();
        this.presence = parts.presence();
        this.clock = parts.clock();
        this.metrics = parts.metrics();
        this.wake = wake;
    }

    /** From now on a store that fails is not waited for. */
    void stopping() {
        stopping = true;
    }

    /** Starts a send, or puts the item back when the account may not be used after all. */
    void send(OutboxItem item) {
        if (!leases.isSure() || !limits.enter(clock.instant())) {
            settle(item, tx -> store.outbox().unclaim(tx, item, clock.instant()), false);
            return;
        }
        if (item.uncertain() > 0
                && channel.inquiry().filter(PlatformInquiry::looksUp).isPresent()) {
            lookUp(item, channel.inquiry().get());
        } else {
            attempt(item);
        }
    }

    /** A send whose answer got lost is looked for before it is repeated. */
    private void lookUp(OutboxItem item, PlatformInquiry inquiry) {
        bounded(() -> inquiry.lookUp(item.entry().action(), item.since())).whenComplete((found, failure) -> {
            PlatformInquiry.Sightings sightings =
                    failure == null && found != null ? found : PlatformInquiry.Sightings.noAnswer();
            switch (sightings.certainty()) {
                case NO_ANSWER -> {
                    limits.observe(new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK), clock.instant(), 0);
                    settle(item, tx -> store.outbox().unclaim(tx, item, clock.instant()), true);
                }
                case CANNOT_TELL -> {
                    if (settlement.doubt().mayRepeat(item)) {
                        attempt(item);
                    } else {
                        limits.observe(new DeliveryOutcome.Delivered(null), clock.instant(), 0);
                        settle(item, tx -> settlement.leaveOpen(tx, item, clock.instant()), true);
                    }
                }
                case COMPLETE ->
                    settlement
                            .doubt()
                            .unknownOf(item, sightings.ids())
                            .ifPresentOrElse(
                                    id -> finish(item, new DeliveryOutcome.Delivered(id), 0), () -> attempt(item));
            }
        });
    }

    private void attempt(OutboxItem item) {
        long started = System.nanoTime();
        bounded(() -> channel.adapter().deliver(item.entry().action())).whenComplete((outcome, failure) -> {
            DeliveryOutcome result = outcome;
            if (failure != null || result == null) {
                metrics.surprise("adapter");
                result = new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK);
            }
            finish(item, result, System.nanoTime() - started);
        });
    }

    private void finish(OutboxItem item, DeliveryOutcome outcome, long nanos) {
        Instant now = clock.instant();
        boolean works = limits.worksSince(now.minus(backoff.mostBefore(item.attempts())));
        limits.observeSend(outcome, now, nanos);
        alarm(outcome);
        settle(
                item,
                tx -> {
                    settlement.settle(tx, item, outcome, works, clock.instant());
                    return true;
                },
                true);
    }

    /** A call that never answers must not hold its place for ever; what it did is then unknown. */
    static <T> CompletionStage<T> bounded(Asking<T> call) {
        try {
            return call.ask()
                    .thenApply(Function.identity())
                    .toCompletableFuture()
                    .orTimeout(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Asks the platform something. */
    @FunctionalInterface
    interface Asking<T> {
        CompletionStage<T> ask();
    }

    /** The answer to a question about the platform. */
    void observed(DeliveryOutcome outcome) {
        limits.observe(outcome, clock.instant(), 0);
        alarm(outcome);
        wake.up();
    }

    /** What concerns the account is told to the other nodes, too, which use the same one. */
    private void alarm(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.RetryAfter later && later.scope() == RetryScope.ACCOUNT) {
            limits.restUntil(clock.instant().plus(later.delay()));
            presence.rest(key, later.delay());
        }
        if (outcome instanceof DeliveryOutcome.Undeliverable failed && failed.cause() == DeliveryFailure.UNAUTHORISED) {
            refused(failed.platformCode());
        }
    }

    /** Rests and then asks again, until the platform takes the account back. */
    void refused(int platformCode) {
        presence.rest(key, limits.credentialsRest());
        if (limits.restForCredentials(clock.instant())) {
            metrics.accountStopped(key.channel());
            log.atError()
                    .addKeyValue(LogFields.CHANNEL, key.channel())
                    .addKeyValue(LogFields.ACCOUNT, key.account())
                    .addKeyValue(LogFields.REASON, platformCode)
                    .log("The platform refuses this account's credentials or set-up; its messages wait");
        }
    }

    /** Repeats until it is written: what has left must not look as if it had not. */
    private void settle(OutboxItem item, UnitOfWork.Work<Boolean> work, boolean entered) {
        store.unitOfWork().submit(work).whenComplete((done, failure) -> {
            if (failure instanceof StoreUnavailable && !(stopping && !store.healthy())) {
                CompletableFuture.delayedExecutor(BEFORE_WRITING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
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
}
