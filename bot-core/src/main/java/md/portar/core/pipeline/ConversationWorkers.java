package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Lease;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.StoredConversation;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands conversations with something new to a few threads. One conversation is with one thread at a time; who has waited longest
 * comes first, and what is left over after a turn goes to the end of the line, so that a flood delays only its own sender.
 */
final class ConversationWorkers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ConversationWorkers.class);
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    private static final int LARGEST_BATCH = 20;
    private static final int CLAIMS_PER_WORKER = 64;

    private final Store store;
    private final TurnTaker turns;
    private final EngineSettings settings;
    private final LeaseClock leases;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Wake wake = new Wake();
    private final Semaphore room;
    private final ExecutorService threads;
    private final Thread dispatcher = new Thread(this::loop, "worker-dispatch");
    private @Nullable Lease lost;
    private volatile boolean stopping;

    ConversationWorkers(
            Store store,
            TurnTaker turns,
            EngineSettings settings,
            LeaseClock leases,
            Clock clock,
            GatewayMetrics metrics) {
        this.store = store;
        this.turns = turns;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
        this.metrics = metrics;
        this.room = new Semaphore(settings.workers() * CLAIMS_PER_WORKER);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(settings.workers(), task -> {
            Thread thread = new Thread(task, "worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        dispatcher.setDaemon(true);
    }

    void start() {
        dispatcher.start();
    }

    /** Something arrived. Never blocks. */
    void wake() {
        wake.up();
    }

    private void loop() {
        while (!stopping) {
            try {
                if (claim() == 0) {
                    Duration burst = settings.burstWindow();
                    wake.await(burst.isZero() || burst.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : burst);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException e) {
        if (!(e instanceof StoreUnavailable)) {
            metrics.surprise("worker");
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("Claiming conversations failed");
        }
        try {
            wake.await(LONGEST_NAP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private int claim() {
        int free = room.availablePermits();
        if (free == 0) {
            return 0; // a worker that gets free wakes us
        }
        List<Claimed> claimed = claim(free);
        for (Claimed one : claimed) {
            room.acquireUninterruptibly();
            threads.execute(() -> work(one));
        }
        return claimed.size();
    }

    /** When the store does not answer, the claim may have happened all the same: what nobody holds is given back first. */
    private List<Claimed> claim(int free) {
        Lease unanswered = lost;
        if (unanswered != null) {
            store.unitOfWork().run(tx -> store.conversations().forgo(tx, unanswered));
            lost = null;
        }
        Instant now = clock.instant();
        Lease lease = leases.lease(settings.lease());
        try {
            return store.unitOfWork().run(tx -> {
                List<StoredConversation> mine =
                        store.conversations().claim(tx, lease, now, settings.burstWindow(), free);
                Map<ConversationNumber, List<InboxItem>> pending = store.inbox()
                        .pending(
                                tx,
                                mine.stream().map(StoredConversation::number).toList(),
                                LARGEST_BATCH);
                List<Claimed> batch = new ArrayList<>();
                for (StoredConversation one : mine) {
                    batch.add(new Claimed(one, pending.getOrDefault(one.number(), List.of())));
                }
                return batch;
            });
        } catch (StoreUnavailable e) {
            lost = lease;
            throw e;
        }
    }

    private void work(Claimed claimed) {
        try {
            turns.take(claimed).whenComplete((done, failure) -> release());
        } catch (RuntimeException e) {
            // The claim runs out by itself, and the turn is taken again.
            metrics.surprise("worker");
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("A turn failed outside the responder");
            release();
        }
    }

    private void release() {
        room.release();
        wake.up();
    }

    /** A conversation with what is new in it. */
    record Claimed(StoredConversation conversation, List<InboxItem> items) {
        Claimed {
            items = List.copyOf(items);
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }

    /** Waits at most so long for turns under way, also for those that are only being written or last a little. */
    void close(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        stopping = true;
        wake.up();
        threads.shutdown();
        try {
            dispatcher.join(Math.max(1, longest.toMillis()));
            if (!threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            } else if (!room.tryAcquire(
                    settings.workers() * CLAIMS_PER_WORKER, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                log.info("Some turns are not written yet; they are taken again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
