package md.portar.core.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many calls a second, and hardly more in any one second: the bucket is small, because platforms count over a sliding
 * window in which a full bucket would come on top of the rate. Runs on a monotonic clock. Used by one thread.
 */
final class TokenBucket {
    private static final double BURST_SHARE = 0.05;
    private static final double NANOS = 1e9;

    private final double perNano;
    private final double capacity;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, LongSupplier nanos) {
        this.perNano = Math.max(1, perSecond) / NANOS;
        this.capacity = Math.max(1, perSecond * BURST_SHARE);
        this.nanos = nanos;
        this.tokens = capacity;
        this.filledAt = nanos.getAsLong();
    }

    /** How many calls may be made now. */
    int available() {
        long now = nanos.getAsLong();
        tokens = Math.min(capacity, tokens + Math.max(0, now - filledAt) * perNano);
        filledAt = now;
        return (int) tokens;
    }

    void take() {
        tokens -= 1;
    }

    void giveBack() {
        tokens += 1;
    }

    /** How long until a call may be made. */
    Duration untilNext() {
        return Duration.ofNanos((long) Math.ceil(Math.max(0, 1 - tokens) / perNano));
    }
}
