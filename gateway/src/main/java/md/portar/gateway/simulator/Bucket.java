package md.portar.gateway.simulator;

import java.time.Duration;
import java.time.Instant;

/** A steady rate that lets short bursts pass. Guarded by itself. */
final class Bucket {
    private final double perSecond;
    private final double burst;
    private double left;
    private Instant last = Instant.MIN;

    Bucket(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
    }

    /** Takes a place; zero when there was one, else the time until there is, and nothing is taken. */
    synchronized Duration take(Instant now) {
        refill(now);
        if (left >= 1) {
            left--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - left) / perSecond * 1e9));
    }

    /** The part in use, 0 to 100. */
    synchronized int used(Instant now) {
        refill(now);
        return (int) Math.round(100 * (burst - left) / burst);
    }

    private void refill(Instant now) {
        if (last.equals(Instant.MIN)) {
            last = now;
        }
        if (now.isAfter(last)) {
            left = Math.min(burst, left + Duration.between(last, now).toNanos() / 1e9 * perSecond);
            last = now;
        }
    }
}
