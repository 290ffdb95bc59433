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
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final int FLOODS_IN_A_ROW = 5;
    private static final Duration SHORT_NAP = Duration.ofMillis(50);
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(30);

    private final int perSecond;
    private volatile Rate rate;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final int most;
    private final Duration credentialsRest;
    private volatile Instant restUntil = Instant.EPOCH;
    private volatile Instant lastDelivered = Instant.EPOCH;
    private volatile boolean inDoubt;
    private volatile boolean proven = true;
    private volatile boolean refused;
    private final AtomicInteger floods = new AtomicInteger();
    private final Allowance allowance;

    LaneLimits(int perSecond, EngineSettings settings, Clock clock) {
        this.perSecond = Math.max(1, perSecond);
        this.rate = Rate.of(this.perSecond, 1);
        this.allowance = new Allowance(perSecond);
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
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(
                                settings.retry().first(), 2.0, LONGEST_BREAK))
                        .automaticTransitionFromOpenToHalfOpenEnabled(false)
                        .build());
    }

    /** How many sends may start now. Asked by the claiming thread only, which alone enters. */
    int room(Instant now) {
        if (now.isBefore(restUntil) || !allowance.permits(now) || (!proven && inFlight() > 0)) {
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
        return breaker.getState() == CircuitBreaker.State.CLOSED && proven && !refused && !allowance.isShort(now)
                ? room
                : 1;
    }

    /** Whether the last answer was a clear one; until there is one, nobody knows whether the platform takes messages. */
    boolean isClear() {
        return !inDoubt && !refused && breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** Takes the right to ask the platform how it is; {@link #observe} gives it back. */
    boolean mayProbe(Instant now) {
        return !now.isBefore(restUntil) && breaker.tryAcquirePermission();
    }

    Duration nap(Instant now) {
        if (now.isBefore(restUntil)) {
            return Duration.between(now, restUntil);
        }
        Duration refresh = rate.refresh();
        return refresh.compareTo(SHORT_NAP) < 0 ? refresh : SHORT_NAP;
    }

    /** Whether something was delivered since. */
    boolean worksSince(Instant time) {
        return lastDelivered.isAfter(time);
    }

    /** Starts a send; false when the platform is given a break after all. */
    boolean enter(Instant now) {
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
        allowance.used(now);
        return true;
    }

    /** What a send came to: messages go one by one after an unclear answer, until one gets a clear one. */
    void observeSend(DeliveryOutcome outcome, Instant now, long nanos) {
        proven = !(outcome instanceof DeliveryOutcome.Uncertain);
        observe(outcome, now, nanos);
    }

    /** A platform that answers is up, whatever it says. */
    void observe(DeliveryOutcome outcome, Instant now, long nanos) {
        inDoubt = outcome instanceof DeliveryOutcome.Uncertain;
        if (outcome instanceof DeliveryOutcome.Delivered delivered) {
            refused = false;
            lastDelivered = now;
            floods.set(0);
            allowance.report(delivered.load(), now);
        }
        if (outcome instanceof DeliveryOutcome.RetryAfter later && later.cause() == DeliveryFailure.RATE_LIMITED) {
            slowDown(later, now);
        }
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

    /** One conversation's flood is its own affair; when nobody gets through any more it is the account's. */
    private void slowDown(DeliveryOutcome.RetryAfter later, Instant now) {
        boolean everywhere =
                later.scope() == DeliveryOutcome.RetryScope.ACCOUNT || floods.incrementAndGet() >= FLOODS_IN_A_ROW;
        if (everywhere) {
            restUntil(now.plus(later.delay()));
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
        lastDelivered = lastDelivered.minus(by);
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
        boolean news = !refused;
        refused = true;
        restUntil(now.plus(credentialsRest));
        return news;
    }

    /** Whether the platform refuses the account's credentials or set-up. */
    boolean refused() {
        return refused;
    }

    /** For the breaker's count only; never thrown. */
    private static final class PlatformDown extends Exception {
        private static final long serialVersionUID = 1L;

        PlatformDown() {
            super("platform down", null, false, false);
        }
    }
}
