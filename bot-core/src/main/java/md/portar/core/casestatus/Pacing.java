package md.portar.core.casestatus;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Makes look-ups last equally long, whatever they find. Thread-safe. */
@FunctionalInterface
public interface Pacing {
    /** How long the turn with the next look-up lasts at least; known before anything is looked up. */
    Duration draw();

    /** No waiting at all. */
    static Pacing none() {
        return () -> Duration.ZERO;
    }

    /** At least {@code total} and up to {@code jitter} more. */
    static Pacing atLeast(Duration total, Duration jitter, RandomGenerator random) {
        return () -> total.plusNanos(random.nextLong(Math.max(1, jitter.toNanos())));
    }
}
