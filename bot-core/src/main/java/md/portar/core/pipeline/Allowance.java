package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Slows an account down before its platform blocks it: from three quarters of the allowance on, down to a twentieth of the usual
 * pace. A report loses weight with time, since usage counts over a sliding hour and nobody reports while nothing is sent.
 */
final class Allowance {
    private static final int COMFORTABLE = 75;
    private static final int USED_UP = 95;
    private static final double SLOWEST = 0.05;
    private static final int POINTS_A_MINUTE = 1;

    private final int perSecond;
    private volatile int load;
    private volatile Instant reportedAt = Instant.EPOCH;
    private volatile Instant lastUse = Instant.EPOCH;

    Allowance(int perSecond) {
        this.perSecond = Math.max(1, perSecond);
    }

    /** Takes over what the platform told, in percent; 0 when it told nothing. */
    void report(int percent, Instant now) {
        if (percent > 0) {
            load = percent;
            reportedAt = now;
        }
    }

    boolean isShort(Instant now) {
        return share(now) < 1;
    }

    /** Whether the pace allows a send now. */
    boolean permits(Instant now) {
        double share = share(now);
        if (share >= 1) {
            return true;
        }
        Duration gap = Duration.ofNanos((long) (1_000_000_000L / (perSecond * share)));
        return !now.isBefore(lastUse.plus(gap)) || now.isBefore(lastUse);
    }

    void used(Instant now) {
        lastUse = now;
    }

    /** How much of the usual pace is left, from a twentieth to all of it. */
    double share(Instant now) {
        long minutes = Math.max(0, Duration.between(reportedAt, now).toMinutes());
        long weight = load - minutes * POINTS_A_MINUTE;
        if (weight <= COMFORTABLE) {
            return 1;
        }
        double used = Math.min(1.0, (double) (weight - COMFORTABLE) / (USED_UP - COMFORTABLE));
        return 1 - used * (1 - SLOWEST);
    }
}
