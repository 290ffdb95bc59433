package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import md.portar.core.store.Store;
import md.portar.core.store.UnitOfWork;

/**
 * Forgets what is old, a little at a time, so that nobody waits for it. Only ever asked by one thread. A clock that was just set
 * is not trusted for a while: what is forgotten because of a wrong date does not come back.
 */
final class RetentionSweep {
    private static final int AT_ONCE = 200;
    /** So that a sweep ends even where more becomes old than can be forgotten. */
    private static final int MOST_BATCHES = 500;

    private static final Duration DISTRUST = Duration.ofHours(6);
    private static final Duration DESK_EVENTS = Duration.ofMinutes(10);
    private static final Duration LOOKUPS = Duration.ofDays(2);
    private static final Duration WATCHES = Duration.ofDays(60);
    private static final Duration RECEIPTS = Duration.ofDays(2);

    private final Store store;
    private final EngineSettings.Retention settings;
    private final LongSupplier nanos;
    private long notBefore;

    RetentionSweep(Store store, EngineSettings.Retention settings) {
        this(store, settings, System::nanoTime);
    }

    RetentionSweep(Store store, EngineSettings.Retention settings, LongSupplier nanos) {
        this.store = store;
        this.settings = settings;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    /** The clock was set. */
    void postpone() {
        notBefore = nanos.getAsLong() + DISTRUST.toNanos();
    }

    void sweep(Instant now) {
        if (nanos.getAsLong() - notBefore < 0) {
            return;
        }
        Instant messages = now.minus(settings.messages());
        store.unitOfWork()
                .run(tx -> store.deskEvents().publish(tx)
                        + store.deskEvents().forget(tx, now.minus(DESK_EVENTS))
                        + store.cases().forgetFailures(tx, now.minus(LOOKUPS))
                        + store.caseWatches().forgetOlder(tx, now.minus(WATCHES))
                        + store.counters().forgetMisses(tx, messages)
                        + store.onCallNotices().forget(tx, messages)
                        + store.agents().sweep(tx, now));
        inBatches(tx -> store.inbox().forgetKeys(tx, now.minus(settings.eventKeys()), AT_ONCE));
        inBatches(tx -> store.retention().receipts(tx, now.minus(RECEIPTS), AT_ONCE));
        inBatches(tx -> store.retention().unsent(tx, messages, AT_ONCE));
        inBatches(tx -> store.retention().messages(tx, messages, AT_ONCE));
        inBatches(tx -> store.retention().people(tx, messages, AT_ONCE));
        inBatches(tx -> store.retention().audit(tx, now.minus(settings.audit()), AT_ONCE));
    }

    private void inBatches(UnitOfWork.Work<Integer> batch) {
        for (int i = 0; i < MOST_BATCHES; i++) {
            if (store.unitOfWork().run(batch) < AT_ONCE) {
                return;
            }
        }
    }
}
