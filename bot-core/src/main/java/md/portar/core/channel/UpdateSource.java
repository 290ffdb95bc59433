package md.portar.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fetches updates by asking, where no public address exists. */
public interface UpdateSource extends AutoCloseable {
    /** Starts asking in a thread of its own. */
    void start(Sink sink);

    /** When the platform last answered; a watchdog compares it with the clock. */
    Optional<Instant> lastAnswer();

    /** Stops and waits briefly. Idempotent; never throws. */
    @Override
    void close();

    /** Takes events over. */
    @FunctionalInterface
    interface Sink {
        /** Returns once the events are durable; throws when they could not be kept, so that they are asked for again. */
        void accept(List<ChannelEvent> events) throws InterruptedException;
    }
}
