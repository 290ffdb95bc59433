package md.portar.core.store;

import java.util.function.Consumer;

/**
 * News between nodes on one store. Nothing more than a hint: one that is lost costs a nap, for everybody also looks by himself.
 * Thread-safe; never blocks and never throws.
 */
public interface Hints {
    /** Tells the other nodes. Many within a moment become one. */
    void tell(Topic topic);

    /** Hears what others tell, on a thread of the store; must not block. Until closed. */
    AutoCloseable listen(Consumer<Topic> listener);

    /** What there is news of. */
    enum Topic {
        /** Conversations have something to handle. */
        WORK,
        /** Something has to leave. */
        OUTBOX,
        /** Consoles should look again. */
        DESK,
        /** A node came or went, or an account has to rest. */
        NODES
    }
}
