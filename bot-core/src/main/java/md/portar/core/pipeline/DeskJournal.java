package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.store.Hints;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what consoles replay, and tells their listeners after the commit, on a thread of its own. */
final class DeskJournal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeskJournal.class);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Store store;
    private final Clock clock;
    private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();
    private final Wake wake = new Wake();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::loop, "desk-journal");

    DeskJournal(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        thread.setDaemon(true);
        thread.start();
    }

    /** Notes a change of a conversation in the transaction of the change. */
    void changed(Tx tx, ConversationNumber conversation, DeskEvent.Kind kind) {
        store.deskEvents().append(tx, conversation, kind, clock.instant());
        tx.afterCommit(() -> {
            wake.up();
            store.hints().tell(Hints.Topic.DESK);
        });
    }

    /** Another node has changed something. Never blocks. */
    void hear() {
        wake.up();
    }

    AutoCloseable listen(Consumer<Long> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void loop() {
        long told = 0;
        while (running.get()) {
            try {
                wake.await(IDLE);
                if (!listeners.isEmpty()) {
                    told = tell(told);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (StoreUnavailable e) {
                log.debug("Desk events cannot be read now", e);
            }
        }
    }

    /** Listeners hear of other nodes' events too, since the store is asked and not the sender. */
    private long tell(long told) {
        if (!store.singleNode()) {
            store.urgent().run(tx -> store.deskEvents().publish(tx));
        }
        long last = store.unitOfWork().read(tx -> store.deskEvents().last(tx));
        if (last == told) {
            return told;
        }
        for (Consumer<Long> listener : listeners) {
            try {
                listener.accept(last);
            } catch (RuntimeException e) {
                log.warn("A listener of desk events failed", e);
            }
        }
        return last;
    }

    @Override
    public void close() {
        running.set(false);
        thread.interrupt();
    }
}
