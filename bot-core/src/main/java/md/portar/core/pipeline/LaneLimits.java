package md.portar.core.pipeline;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;

/**
 * How much an account may send now: the platform's rate, sends in flight, a rest the platform asked for, and a breaker that
 * stops using up attempts while the platform is down.
 */
final class LaneLimits {
    /**
     * A second's calls are spread over so many moments: platforms count over a sliding second, in which a whole second's worth
     * at once would come on top of the next one's.
     */
    private static final int BURSTS_PER_SECOND = 20;

    private static final Duration SHORT_NAP = Duration.ofMillis(50);
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(30);

    private final int perSecond;
    private volatile Rate rate;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final int most;
    private final Duration credentialsRest;
    private volatile Instant restUntil = Instant.EPOCH;
    private volatile Instant lockedOutUntil = Instant.EPOCH;

    LaneLimits(int perSecond, EngineSettings settings, Clock clock) {
        this.perSecond = Math.max(1, perSecond);
        this.rate = Rate.of(this.perSecond, 1);
        this.most = settings.sendsInFlight();
        this.credentialsRest = settings.retry().pauseWhenUnauthorised();
        this.bulkhead = Bulkhead.of(
                "sends",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = CircuitBreaker.of(
                "platform",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(
                                settings.retry().first(), 2.0, LONGEST_BREAK))
                        .automaticTransitionFromOpenToHalfOpenEnabled(false)
                        .build());
    }

    /** How many sends may start now. Asked by the claiming thread only, which alone enters. */
    int room(Instant now) {
        if (now.isBefore(restUntil)) {
            return 0;
        }
        int free = bulkhead.getMetrics().getAvailableConcurrentCalls();
        int room = Math.min(free, rate.calls().getMetrics().getAvailablePermissions());
        if (room <= 0) {
            return 0;
        }
        if (!breaker.tryAcquirePermission()) {
            return 0;
        }
        breaker.releasePermission();
        return breaker.getState() == CircuitBreaker.State.CLOSED ? room : 1;
    }

    Duration nap(Instant now) {
        if (now.isBefore(restUntil)) {
            return Duration.between(now, restUntil);
        }
        Duration refresh = rate.refresh();
        return refresh.compareTo(SHORT_NAP) < 0 ? refresh : SHORT_NAP;
    }

    /** Starts a send; false when the platform is given a break after all. */
    boolean enter() {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return false;
        }
        if (!rate.calls().acquirePermission()) {
            bulkhead.releasePermission();
            breaker.releasePermission();
            return false;
        }
        return true;
    }

    /** A platform that answers is up, whatever it says. */
    void observe(DeliveryOutcome outcome, long nanos) {
        boolean down = outcome.fold(
                delivered -> false,
                later -> isDown(later.cause()),
                uncertain -> true,
                undeliverable -> isDown(undeliverable.cause()));
        if (down) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new PlatformDown());
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static boolean isDown(DeliveryFailure cause) {
        return cause == DeliveryFailure.PLATFORM_DOWN || cause == DeliveryFailure.NETWORK;
    }

    void leave() {
        bulkhead.onComplete();
    }

    int inFlight() {
        return most - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }

    void restUntil(Instant until) {
        if (until.isAfter(restUntil)) {
            restUntil = until;
        }
    }

    /** So many nodes send for this account: each within an equal part of its rate. */
    void shareAmong(int nodes) {
        if (nodes != rate.nodes()) {
            rate = Rate.of(perSecond, nodes);
        }
    }

    /** The wall clock was set back: what was to end at a time ends as much later by the new time. */
    void turnedBack(Duration by) {
        restUntil = restUntil.minus(by);
        lockedOutUntil = lockedOutUntil.minus(by);
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            breaker.transitionToHalfOpenState();
        }
    }

    /**
     * A part of the account's calls.
     *
     * @param refresh how often a few calls more are allowed
     */
    private record Rate(RateLimiter calls, Duration refresh, int nodes) {
        static Rate of(int perSecond, int nodes) {
            int atOnce = Math.max(1, perSecond / nodes / BURSTS_PER_SECOND);
            Duration refresh =
                    Duration.ofSeconds(1).multipliedBy((long) atOnce * nodes).dividedBy(perSecond);
            RateLimiterConfig config = RateLimiterConfig.custom()
                    .limitForPeriod(atOnce)
                    .limitRefreshPeriod(refresh)
                    .timeoutDuration(Duration.ZERO)
                    .build();
            return new Rate(RateLimiter.of("calls", config), refresh, nodes);
        }
    }

    Duration credentialsRest() {
        return credentialsRest;
    }

    /** Rests because of refused credentials; true when that is news. */
    boolean restForCredentials(Instant now) {
        boolean news = lockedOutUntil.plus(credentialsRest).isBefore(now);
        lockedOutUntil = now.plus(credentialsRest);
        restUntil(lockedOutUntil);
        return news;
    }

    /** For the breaker's count only; never thrown. */
    private static final class PlatformDown extends Exception {
        private static final long serialVersionUID = 1L;

        PlatformDown() {
            super("platform down", null, false, false);
        }
    }
}
