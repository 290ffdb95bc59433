package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.PlatformInquiry;

/** Asks a platform whether it is up before messages are risked on it, one question at a time and ever less often. */
final class Probing {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final LaneLimits limits;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Instant next = Instant.EPOCH;
    private volatile Duration pause = Duration.ZERO;

    Probing(LaneLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** True when messages may be sent; otherwise a question is or will be under way. */
    boolean clear(Instant now, PlatformInquiry inquiry, Consumer<DeliveryOutcome> observer) {
        if (asking.get()) {
            return false;
        }
        if (limits.isClear()) {
            pause = Duration.ZERO;
            return true;
        }
        if (!now.isBefore(next) && limits.mayProbe(now)) {
            asking.set(true);
            ask(inquiry, observer);
        }
        return false;
    }

    private void ask(PlatformInquiry inquiry, Consumer<DeliveryOutcome> observer) {
        CompletionStage<Void> unused = LaneSends.bounded(inquiry::probe)
                .exceptionally(problem -> new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK))
                .thenAccept(outcome -> {
                    pause = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
                    next = clock.instant().plus(pause);
                    asking.set(false);
                    observer.accept(outcome);
                });
    }
}
