package md.portar.core.pipeline;

import java.time.Duration;
import java.util.List;

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
 * @param manners how players who wait or guess are treated
 */
public record EngineSettings(
        Duration burstWindow,
        int workers,
        Duration lease,
        int sendsInFlight,
        Retry retry,
        Duration windowMargin,
        Duration silence,
        Retention retention,
        Manners manners) {
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
                64,
                Retry.defaults(),
                Duration.ofSeconds(60),
                Duration.ofMinutes(30),
                Retention.defaults(),
                Manners.defaults());
    }

    public EngineSettings withBurstWindow(Duration window) {
        return new EngineSettings(
                window, workers, lease, sendsInFlight, retry, windowMargin, silence, retention, manners);
    }

    public EngineSettings withRetry(Retry changed) {
        return new EngineSettings(
                burstWindow, workers, lease, sendsInFlight, changed, windowMargin, silence, retention, manners);
    }

    public EngineSettings withSendsInFlight(int changed) {
        return new EngineSettings(
                burstWindow, workers, lease, changed, retry, windowMargin, silence, retention, manners);
    }

    public EngineSettings withLease(Duration changed) {
        return new EngineSettings(
                burstWindow, workers, changed, sendsInFlight, retry, windowMargin, silence, retention, manners);
    }

    public EngineSettings withRetention(Retention changed) {
        return new EngineSettings(
                burstWindow, workers, lease, sendsInFlight, retry, windowMargin, silence, changed, manners);
    }

    public EngineSettings withManners(Manners changed) {
        return new EngineSettings(
                burstWindow, workers, lease, sendsInFlight, retry, windowMargin, silence, retention, changed);
    }

    /**
     * How players who wait or guess are treated.
     *
     * @param waitNotices after how long in the queue the first, second, third… notice is due, growing; none at all when empty
     * @param guesses so many failed look-ups of cases within a quarter of an hour lock a player out for the rest of it
     * @param guessesPerDay so many within a day lock him out for the rest of that; at least as many
     */
    public record Manners(List<Duration> waitNotices, int guesses, int guessesPerDay) {
        public Manners {
            waitNotices = List.copyOf(waitNotices);
            Duration before = Duration.ZERO;
            for (Duration notice : waitNotices) {
                if (notice.compareTo(before) <= 0) {
                    throw new IllegalArgumentException("notices come one after the other");
                }
                before = notice;
            }
            if (guesses < 1 || guessesPerDay < guesses) {
                throw new IllegalArgumentException("guesses are positive, and at least as many for a day");
            }
        }

        public static Manners defaults() {
            return new Manners(List.of(Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(25)), 5, 20);
        }
    }

    /**
     * How long things are kept.
     *
     * @param messages what people and we said, and their names
     * @param audit who did what
     * @param eventKeys what makes a redelivery harmless; longer than any platform repeats one
     */
    public record Retention(Duration messages, Duration audit, Duration eventKeys) {
        private static final Duration LEAST_FOR_KEYS = Duration.ofDays(2);

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
     * @param attempts after so many failures of its own a message is dead; an outage is not its own failure
     * @param giveUpAfter at this age a message that still fails is dead, whatever the cause
     * @param pauseWhenUnauthorised how long an account rests when the platform refuses its credentials
     * @param resendUncertain whose messages are sent once more when nothing tells whether they arrived
     */
    public record Retry(
            Duration first,
            Duration longest,
            int attempts,
            Duration giveUpAfter,
            Duration pauseWhenUnauthorised,
            Resend resendUncertain) {
        public static Retry defaults() {
            return new Retry(
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5),
                    20,
                    Duration.ofHours(24),
                    Duration.ofMinutes(1),
                    Resend.BOT);
        }

        public Retry withAttempts(int changed) {
            return new Retry(first, longest, changed, giveUpAfter, pauseWhenUnauthorised, resendUncertain);
        }

        public Retry withGiveUpAfter(Duration changed) {
            return new Retry(first, longest, attempts, changed, pauseWhenUnauthorised, resendUncertain);
        }

        public Retry withResendUncertain(Resend changed) {
            return new Retry(first, longest, attempts, giveUpAfter, pauseWhenUnauthorised, changed);
        }
    }

    /** Whose words are repeated when nothing tells whether they arrived. */
    public enum Resend {
        /** Nobody's: they show as "may have been delivered". */
        NEVER,
        /** The bot's: an unanswered person is worse than a repeated sentence. */
        BOT,
        /** The bot's and the agents'. */
        EVERYONE
    }
}
