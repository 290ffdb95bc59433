package md.portar.core.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling from the first delay up to the longest, with jitter. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private final EngineSettings.Retry retry;
    private final RandomGenerator random;

    Backoff(EngineSettings.Retry retry, RandomGenerator random) {
        this.retry = retry;
        this.random = random;
    }

    /**
     * Between half and all of the exponential delay, so that what failed together does not return together. Never less than
     * what the platform asked for, and then with a little more.
     */
    Duration delay(int attempts, Duration asked) {
        long longest = retry.longest().toMillis();
        long doubled = retry.first().toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts - 1));
        long usual = Math.min(longest, doubled <= 0 ? longest : doubled);
        double jitter = random.nextDouble();
        if (asked.isZero() || asked.isNegative()) {
            return Duration.ofMillis(Math.max(1, (long) (usual * (0.5 + jitter / 2))));
        }
        return asked.plusMillis((long) (jitter * Math.min(1_000, asked.toMillis() / 10 + 1)));
    }
}
