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

/** Finds what a dead process left behind, forgets what is no longer needed, and copes with a clock that is set. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);
    /** Nothing is put off for longer than this by the rules; what is was scheduled by a clock that went wrong. */
    private static final Duration HORIZON = Duration.ofDays(2);

    private static final int ORPHANS_AT_ONCE = 500;

    private final Parts parts;
    private final RetentionSweep retention;
    private final ClockWatch watch;
    private final Duration every;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "upkeep");
        thread.setDaemon(true);
        return thread;
    });
    private long sweepAt = System.nanoTime();

    Upkeep(Parts parts, Duration claims, EngineSettings.Retention settings) {
        this.parts = parts;
        this.retention = new RetentionSweep(parts.store(), settings);
        this.watch = new ClockWatch(parts.clock(), System::nanoTime);
        Duration sign = NodePresence.sign(claims);
        this.every = sign.compareTo(LONGEST_ROUND) < 0 ? sign : LONGEST_ROUND;
    }

    /** What there is to look after. */
    record Parts(
            Store store,
            Settlement settlement,
            Deliveries deliveries,
            Contexts contexts,
            LeaseClock leases,
            Clock clock,
            GatewayMetrics metrics) {}

    /** Before anything is claimed by this process: on a single node every claim that exists is a leftover. */
    void recover() {
        Store store = parts.store();
        boolean all = store.singleNode();
        if (all) {
            store.unitOfWork().run(tx -> store.conversations().releaseAll(tx));
        }
        int found;
        do {
            found = store.unitOfWork().run(tx -> adopt(tx, all));
        } while (found == ORPHANS_AT_ONCE);
        store.unitOfWork().run(this::hasten);
    }

    /** Sends whose sender is gone may have happened or not: exactly what an uncertain outcome means. */
    private int adopt(Tx tx, boolean all) {
        Instant now = parts.clock().instant();
        var orphans = parts.store().outbox().orphans(tx, parts.leases().now(), all, ORPHANS_AT_ONCE);
        for (OutboxItem orphan : orphans) {
            parts.settlement().settle(tx, orphan, new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK), false, now);
        }
        return orphans.size();
    }

    /** Times that have no business in the future were written by a clock that went wrong. */
    private int hasten(Tx tx) {
        Instant now = parts.clock().instant();
        return parts.store().conversations().hasten(tx, now)
                + parts.store().outbox().hasten(tx, now.plus(HORIZON), now);
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is done again and again; called directly by tests. */
    void round() {
        try {
            Duration turned = watch.turned();
            if (!turned.isZero()) {
                turned(turned);
            }
            parts.store().unitOfWork().run(tx -> adopt(tx, false) + hasten(tx));
            if (System.nanoTime() - sweepAt >= 0) {
                sweepAt = System.nanoTime() + SWEEP_EVERY.toNanos();
                parts.contexts().sweep();
                retention.sweep(parts.clock().instant());
            }
        } catch (StoreUnavailable e) {
            log.debug("Upkeep waits for the store", e);
        } catch (RuntimeException e) {
            parts.metrics().surprise("upkeep");
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("Upkeep failed");
        }
    }

    /**
     * What was to leave at a time leaves as much earlier or later by the new one: a clock set back would hold everything up for
     * as long, and keep sessions alive for longer than they may live. Set forward it only makes things due early, but nothing may be forgotten because of it until it has proved right.
     */
    private void turned(Duration by) {
        log.atWarn().addKeyValue(LogFields.ELAPSED_MS, by.toMillis()).log("The clock of this machine was set");
        parts.metrics().surprise("clock");
        retention.postpone();
        if (by.isNegative()) {
            Instant now = parts.clock().instant();
            parts.store()
                    .unitOfWork()
                    .run(tx -> parts.store().outbox().shift(tx, by, now)
                            + parts.store().agents().shiftSessions(tx, by, now));
            parts.deliveries().clockTurnedBack(by.negated());
            parts.deliveries().wakeAll();
        }
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
