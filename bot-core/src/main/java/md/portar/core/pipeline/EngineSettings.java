package md.portar.core.pipeline;

import java.time.Duration;

/**
 * How the engine paces itself.
 *
 * @param burstWindow how long to wait for more messages of a person before answering them as one thought
 * @param workers how many conversations are thought about at the same time
 * @param lease how long a claim holds without a result
 * @param sendsInFlight most simultaneous sends per account
 * @param retry how failed sends are repeated
 * @param windowMargin how long before its end a reply window counts as closed
 * @param silence how long the bot stays silent after somebody answered from outside
 */
public record EngineSettings(
        Duration burstWindow,
        int workers,
        Duration lease,
        int sendsInFlight,
        Retry retry,
        Duration windowMargin,
        Duration silence) {
    public EngineSettings {
        if (workers < 1 || sendsInFlight < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("workers, sends in flight and lease are positive");
        }
    }

    public static EngineSettings defaults() {
        return new EngineSettings(
                Duration.ZERO,
                4,
                Duration.ofSeconds(60),
                32,
                Retry.defaults(),
                Duration.ofSeconds(60),
                Duration.ofMinutes(30));
    }

    public EngineSettings withBurstWindow(Duration window) {
        return new EngineSettings(window, workers, lease, sendsInFlight, retry, windowMargin, silence);
    }

    public EngineSettings withRetry(Retry changed) {
        return new EngineSettings(burstWindow, workers, lease, sendsInFlight, changed, windowMargin, silence);
    }

    public EngineSettings withLease(Duration changed) {
        return new EngineSettings(burstWindow, workers, changed, sendsInFlight, retry, windowMargin, silence);
    }

    /**
     * Exponential backoff with jitter.
     *
     * @param first delay after the first failure
     * @param longest delays never grow beyond this
     * @param attempts after so many a message is dead
     * @param pauseWhenUnauthorised how long an account rests when the platform refuses its credentials
     * @param resendUncertain whether a bot's message without a clear answer is sent once more
     */
    public record Retry(
            Duration first, Duration longest, int attempts, Duration pauseWhenUnauthorised, boolean resendUncertain) {
        public static Retry defaults() {
            return new Retry(Duration.ofSeconds(1), Duration.ofMinutes(5), 20, Duration.ofMinutes(1), true);
        }
    }
}
