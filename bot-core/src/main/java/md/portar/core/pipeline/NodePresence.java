package md.portar.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.store.Hints;
import md.portar.core.store.Nodes;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node among those on the same store: gives signs of life, shares the platforms' limits with the others, and lets accounts
 * rest that a platform asked any of them to rest. A node that has its store to itself has nothing to do here.
 */
final class NodePresence implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodePresence.class);
    /** So many signs of life in the length of a lease: some may come late. */
    private static final int SIGNS_PER_LEASE = 5;

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(15);

    private final Store store;
    private final LeaseClock clock;
    private final Duration lease;
    private final Deliveries deliveries;
    private final boolean shared;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "node-presence");
        thread.setDaemon(true);
        return thread;
    });

    NodePresence(Store store, LeaseClock clock, Duration claims, Deliveries deliveries) {
        this.store = store;
        this.clock = clock;
        this.lease = lease(claims);
        this.deliveries = deliveries;
        this.shared = !store.singleNode();
    }

    /** How long a node without a sign of life keeps its claims. */
    static Duration lease(Duration claims) {
        return claims.compareTo(LONGEST_LEASE) < 0 ? claims : LONGEST_LEASE;
    }

    static Duration sign(Duration claims) {
        return lease(claims).dividedBy(SIGNS_PER_LEASE);
    }

    /** The first sign of life. Until the others have heard of it they use all of the limits, so this node waits that long. */
    void join() {
        if (!shared) {
            return;
        }
        Nodes.Beat beat = beat();
        store.hints().tell(Hints.Topic.NODES);
        if (beat.alive() > 1) {
            deliveries.restAll(lease.dividedBy(SIGNS_PER_LEASE));
        }
        log.atInfo()
                .addKeyValue(LogFields.NODE, clock.node().value())
                .addKeyValue(LogFields.COUNT, beat.alive())
                .log("Joined the nodes on this store");
    }

    void start() {
        if (shared) {
            long every = lease.dividedBy(SIGNS_PER_LEASE).toMillis();
            ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Another node came, went, or has news from a platform. Never blocks. */
    void hear() {
        if (shared && !timer.isShutdown()) {
            timer.execute(this::round);
        }
    }

    private void round() {
        try {
            beat();
        } catch (StoreUnavailable e) {
            log.debug("No sign of life could be given", e);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("A sign of life failed");
        }
    }

    private Nodes.Beat beat() {
        long begun = clock.mark();
        News news = store.urgent().run(tx -> {
            Nodes.Beat beat = store.nodes().beat(tx, clock.node(), clock.now(), lease);
            return new News(beat, store.nodes().rests(tx, beat.time()));
        });
        Nodes.Beat beat = news.beat();
        clock.heard(beat.time(), begun, lease);
        deliveries.shareAmong(beat.alive());
        for (Nodes.Rest rest : news.rests()) {
            deliveries.rest(
                    new ChannelKey(rest.channel(), rest.account()), Duration.between(beat.time(), rest.until()));
        }
        if (beat.ended() > 0) {
            log.atWarn()
                    .addKeyValue(LogFields.COUNT, beat.ended())
                    .log("Nodes gave no sign of life; their work is free");
        }
        return beat;
    }

    private record News(Nodes.Beat beat, List<Nodes.Rest> rests) {}

    /** A platform asked for a rest of an account: all nodes use the same account. */
    void rest(ChannelKey account, Duration duration) {
        if (!shared) {
            return;
        }
        store.urgent().submit(tx -> {
            store.nodes()
                    .rest(tx, account.channel(), account.account(), clock.now().plus(duration));
            tx.afterCommit(() -> store.hints().tell(Hints.Topic.NODES));
            return true;
        });
    }

    /** Says goodbye, so that others need not wait for the end of the lease. */
    @Override
    public void close() {
        timer.shutdownNow();
        if (!shared) {
            return;
        }
        try {
            timer.awaitTermination(2, TimeUnit.SECONDS);
            store.urgent().run(tx -> {
                store.nodes().leave(tx, clock.node());
                return true;
            });
            store.hints().tell(Hints.Topic.NODES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreUnavailable e) {
            log.debug("The others will notice by themselves", e);
        }
    }
}
