package md.portar.core.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling from the first delay up to the longest, with jitter. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;
    private static final long LEAST_LOOK_BACK = 10_000;
    private static final Duration LONGEST_IN_OUTAGE = Duration.ofSeconds(10);

    private final EngineSettings.Retry retry;
    private final RandomGenerator random;

    Backoff(EngineSettings.Retry retry, RandomGenerator random) {
        this.retry = retry;
        this.random = random;
    }

    EngineSettings.Retry retry() {
        return retry;
    }

    /** While the whole platform is down: short, since the breaker saves the attempts and recovery must not wait for a timer. */
    Duration outage(int attempts) {
        Duration delay = delay(attempts, Duration.ZERO);
        return delay.compareTo(LONGEST_IN_OUTAGE) < 0 ? delay : LONGEST_IN_OUTAGE;
    }

    /** The longest that the delay before this attempt can have been. */
    Duration mostBefore(int attempts) {
        return Duration.ofMillis(Math.max(usual(attempts), LEAST_LOOK_BACK));
    }

    private long usual(int attempts) {
        long longest = retry.longest().toMillis();
        long doubled = retry.first().toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        return Math.min(longest, doubled <= 0 ? longest : doubled);
    }

    /**
     * Between half and all of the exponential delay, so that what failed together does not return together. Never less than
     * what the platform asked for, and then with a little more.
     */
    Duration delay(int attempts, Duration asked) {
        long usual = usual(attempts);
        double jitter = random.nextDouble();
        if (asked.isZero() || asked.isNegative()) {
            return Duration.ofMillis(Math.max(1, (long) (usual * (0.5 + jitter / 2))));
        }
        return asked.plusMillis((long) (jitter * Math.min(1_000, asked.toMillis() / 10 + 1)));
    }
}
