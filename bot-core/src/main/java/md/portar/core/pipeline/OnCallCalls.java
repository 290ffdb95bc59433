package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.OnCallNotices.Standing;
import md.portar.core.store.OnCallNotices.Taken;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.GatewayMetrics.OnCallOutcome;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those on call of requests for protection: noted in the turn's own transaction, then tried until the receiver took it.
 * A notice may be told twice, after a crash or a cut answer; it is never forgotten before its time.
 */
final class OnCallCalls implements AutoCloseable {
    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);
    /** However old a notice is when the gateway comes back: so often it is tried at least. */
    static final int LEAST_ATTEMPTS = 20;

    private static final Logger log = LoggerFactory.getLogger(OnCallCalls.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** Longer than any attempt. */
    private static final Duration HOLD = Duration.ofMinutes(1);

    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);
    private static final Duration GIVEN_UP_SHOWS = Duration.ofDays(7);
    private static final int AT_ONCE = 100;
    private static final int STOP_SECONDS = 2;

    private final OnCall onCall;
    private final Store store;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Backoff backoff;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "on-call");
        thread.setDaemon(true);
        return thread;
    });
    private volatile OnCallStanding standing = OnCallStanding.QUIET;
    private Instant warned = Instant.EPOCH;

    OnCallCalls(OnCall onCall, Engine.Parts parts, RandomGenerator jitter) {
        this.onCall = onCall;
        this.store = parts.store();
        this.clock = parts.clock();
        this.metrics = parts.metrics();
        EngineSettings.Retry retry = EngineSettings.Retry.defaults();
        this.backoff = new Backoff(
                new EngineSettings.Retry(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        retry.attempts(),
                        GIVE_UP_AFTER,
                        retry.pauseWhenUnauthorised(),
                        retry.resendUncertain()),
                jitter);
    }

    /** Notes a request in the transaction of the turn that it came in, if those on call are to know of it. */
    void note(Tx tx, ConversationNumber conversation, Effect.NotifyOnCall effect, Instant now) {
        boolean attended = store.tickets()
                .figures(tx, Optional.of(conversation), effect.language(), Priority.SAFETY, now)
                .staffed()
                .contains(effect.language());
        if (onCall.wants(effect.concern(), effect.language(), attended, now)
                && store.onCallNotices()
                        .add(tx, conversation, effect.concern(), effect.language(), UUID.randomUUID(), now)) {
            tx.afterCommit(this::wake);
        }
    }

    private void wake() {
        try {
            timer.execute(this::round);
        } catch (RejectedExecutionException closed) {
            log.debug("A notice for those on call waits for the next start");
        }
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    OnCallStanding standing() {
        return standing;
    }

    private void round() {
        try {
            tellAll();
        } catch (StoreUnavailable e) {
            log.debug("Those on call are told later: the store does not answer", e);
        } catch (RuntimeException e) {
            metrics.surprise("on-call");
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("Telling those on call failed; it is tried again");
        }
    }

    /** Tells what is due until an attempt fails; returns how many notices the receiver took. */
    int tellAll() {
        int told = 0;
        Standing now = look();
        if (now.waiting() > 0) {
            Optional<Taken> next = take();
            while (next.isPresent() && told(next.get())) {
                told++;
                next = told < AT_ONCE && !closing.get() ? take() : Optional.empty();
            }
            now = look();
        }
        standing = new OnCallStanding(now, now.waiting() == 0 ? Optional.empty() : standing.problem());
        metrics.onCallWaiting(now.waiting());
        return told;
    }

    private Standing look() {
        Instant since = clock.instant().minus(GIVEN_UP_SHOWS);
        return store.unitOfWork().read(tx -> store.onCallNotices().standing(tx, since));
    }

    private Optional<Taken> take() {
        return store.unitOfWork().run(tx -> store.onCallNotices().take(tx, clock.instant(), HOLD));
    }

    private boolean told(Taken taken) {
        Attempt attempt = onCall.receiver().tell(taken.notice());
        Instant now = clock.instant();
        OnCallNotices notices = store.onCallNotices();
        if (attempt.result() == Result.TAKEN) {
            store.unitOfWork().run(tx -> notices.told(tx, taken, now) ? notices.hasten(tx, now) : 0);
            metrics.onCall(OnCallOutcome.SENT);
            standing = new OnCallStanding(standing.counts(), Optional.empty());
            warned = Instant.EPOCH;
            return true;
        }
        standing = new OnCallStanding(standing.counts(), Optional.of(attempt));
        boolean old = taken.notice().requestedAt().plus(GIVE_UP_AFTER).isBefore(now);
        if (old && taken.attempts() >= LEAST_ATTEMPTS) {
            giveUp(taken, attempt, now);
        } else {
            Instant at = now.plus(backoff.delay(taken.attempts(), Duration.ZERO));
            store.unitOfWork().run(tx -> notices.later(tx, taken, attempt, at));
            metrics.onCall(OnCallOutcome.FAILED);
            warn(taken, attempt, now);
        }
        return false;
    }

    private void giveUp(Taken taken, Attempt attempt, Instant now) {
        store.unitOfWork().run(tx -> store.onCallNotices().giveUp(tx, taken, attempt, now));
        metrics.onCall(OnCallOutcome.GIVEN_UP);
        log.atError()
                .addKeyValue(
                        LogFields.CONVERSATION, taken.notice().conversation().value())
                .addKeyValue(LogFields.REASON, attempt.result())
                .addKeyValue(LogFields.COUNT, taken.attempts())
                .log("Nobody on call was told of a request for protection; it is tried no more");
    }

    /** A line when it begins, then one an hour. */
    private void warn(Taken taken, Attempt attempt, Instant now) {
        if (Duration.between(warned, now).abs().compareTo(BETWEEN_WARNINGS) < 0) {
            return;
        }
        warned = now;
        log.atWarn()
                .addKeyValue(
                        LogFields.CONVERSATION, taken.notice().conversation().value())
                .addKeyValue(LogFields.REASON, attempt.result())
                .addKeyValue(LogFields.OUTCOME, attempt.status())
                .log("Those on call cannot be told of a request for protection; it is tried again");
    }

    /** Lets an attempt under way end, for a moment; what it came to is else found out by the next start. */
    @Override
    public void close() {
        closing.set(true);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
