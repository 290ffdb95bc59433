package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what a dead process left behind, and forgets what is no longer needed. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** Longer than any platform repeats a delivery. */
    private static final Duration EVENT_KEYS = Duration.ofDays(7);

    private static final Duration DESK_EVENTS = Duration.ofMinutes(10);
    private static final Duration LOOKUPS = Duration.ofDays(2);
    private static final Duration QUESTIONS = Duration.ofDays(90);
    private static final int ORPHANS_AT_ONCE = 500;
    private static final int SWEEP_EVERY_ROUNDS = 60;

    private final Store store;
    private final Settlement settlement;
    private final Contexts contexts;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private int rounds;

    Upkeep(Store store, Settlement settlement, Contexts contexts, Clock clock, GatewayMetrics metrics) {
        this.store = store;
        this.settlement = settlement;
        this.contexts = contexts;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Before anything is claimed by this process: on a single node every claim that exists is a leftover. */
    void recover() {
        boolean all = store.singleNode();
        if (all) {
            store.unitOfWork().run(tx -> store.conversations().releaseAll(tx));
        }
        int found;
        do {
            found = store.unitOfWork().run(tx -> adopt(tx, all));
        } while (found == ORPHANS_AT_ONCE);
    }

    /** Sends whose sender is gone may have happened or not: exactly what an uncertain outcome means. */
    private int adopt(Tx tx, boolean all) {
        Instant now = clock.instant();
        var orphans = store.outbox().orphans(tx, now, all, ORPHANS_AT_ONCE);
        for (OutboxItem orphan : orphans) {
            settlement.settle(tx, orphan, new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK), now);
        }
        return orphans.size();
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            store.unitOfWork().run(tx -> adopt(tx, false));
            if (rounds++ % SWEEP_EVERY_ROUNDS == 0) {
                contexts.sweep();
                store.unitOfWork().run(this::sweep);
            }
        } catch (StoreUnavailable e) {
            log.debug("Upkeep waits for the store", e);
        } catch (RuntimeException e) {
            metrics.surprise("upkeep");
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("Upkeep failed");
        }
    }

    private int sweep(Tx tx) {
        Instant now = clock.instant();
        return store.inbox().forgetKeys(tx, now.minus(EVENT_KEYS))
                + store.deskEvents().forget(tx, now.minus(DESK_EVENTS))
                + store.cases().forgetFailures(tx, now.minus(LOOKUPS))
                + store.counters().forgetMisses(tx, now.minus(QUESTIONS))
                + store.agents().sweep(tx, now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
