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
 * @param retention how long things are kept
 */
public record EngineSettings(
        Duration burstWindow,
        int workers,
        Duration lease,
        int sendsInFlight,
        Retry retry,
        Duration windowMargin,
        Duration silence,
        Retention retention) {
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
                Duration.ofMinutes(30),
                Retention.defaults());
    }

    public EngineSettings withBurstWindow(Duration window) {
        return new EngineSettings(window, workers, lease, sendsInFlight, retry, windowMargin, silence, retention);
    }

    public EngineSettings withRetry(Retry changed) {
        return new EngineSettings(
                burstWindow, workers, lease, sendsInFlight, changed, windowMargin, silence, retention);
    }

    public EngineSettings withLease(Duration changed) {
        return new EngineSettings(
                burstWindow, workers, changed, sendsInFlight, retry, windowMargin, silence, retention);
    }

    public EngineSettings withRetention(Retention changed) {
        return new EngineSettings(burstWindow, workers, lease, sendsInFlight, retry, windowMargin, silence, changed);
    }

    /**
     * How long things are kept.
     *
     * @param messages what people and we said, and their names
     * @param audit who did what
     * @param eventKeys what makes a redelivery harmless; longer than any platform repeats one
     */
    public record Retention(Duration messages, Duration audit, Duration eventKeys) {
        private static final Duration LEAST_FOR_KEYS = Duration.ofHours(48);

        public Retention {
            if (eventKeys.compareTo(LEAST_FOR_KEYS) < 0
                    || messages.compareTo(LEAST_FOR_KEYS) < 0
                    || audit.compareTo(LEAST_FOR_KEYS) < 0) {
                throw new IllegalArgumentException("nothing is forgotten within 48 hours");
            }
        }

        public static Retention defaults() {
            return new Retention(Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(7));
        }
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
