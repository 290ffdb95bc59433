package md.portar.core.casestatus;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Makes look-ups last equally long, whatever they find. */
@FunctionalInterface
public interface Pacing {
    Mark start();

    /** The moment a look-up began. */
    @FunctionalInterface
    interface Mark {
        /** Waits until the look-up has lasted its time; returns early when the thread is interrupted. */
        void fill();
    }

    /** No waiting at all. */
    static Pacing none() {
        return () -> () -> {};
    }

    /** At least {@code total} and up to {@code jitter} more, drawn when the look-up begins. */
    static Pacing atLeast(Duration total, Duration jitter, RandomGenerator random) {
        return () -> {
            long end = System.nanoTime() + total.toNanos() + random.nextLong(Math.max(1, jitter.toNanos()));
            return () -> {
                long left = end - System.nanoTime();
                while (left > 0 && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
                    left = end - System.nanoTime();
                }
            };
        };
    }
}
