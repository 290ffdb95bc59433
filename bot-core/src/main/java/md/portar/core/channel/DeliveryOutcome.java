package md.portar.core.channel;

import java.time.Duration;
import java.util.function.Function;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to deliver. */
public sealed interface DeliveryOutcome {
    /** Exactly one branch runs. */
    <R> R fold(
            Function<Delivered, R> delivered,
            Function<RetryAfter, R> retryAfter,
            Function<Uncertain, R> uncertain,
            Function<Undeliverable, R> undeliverable);

    /**
     * The platform took it.
     *
     * @param id the platform's id of our message; null for actions that make none
     * @param load how much of the account's allowance is used up, in percent, where the platform tells; 0 otherwise
     */
    record Delivered(@Nullable PlatformMessageId id, int load) implements DeliveryOutcome {
        public Delivered(@Nullable PlatformMessageId id) {
            this(id, 0);
        }

        @Override
        public <R> R fold(
                Function<Delivered, R> d,
                Function<RetryAfter, R> r,
                Function<Uncertain, R> u,
                Function<Undeliverable, R> n) {
            return d.apply(this);
        }
    }

    /**
     * Certainly not delivered; worth another attempt.
     *
     * @param delay what the platform asked for; zero when it named none and the usual backoff applies
     * @param scope what has to slow down
     */
    record RetryAfter(Duration delay, DeliveryFailure cause, RetryScope scope) implements DeliveryOutcome {
        @Override
        public <R> R fold(
                Function<Delivered, R> d,
                Function<RetryAfter, R> r,
                Function<Uncertain, R> u,
                Function<Undeliverable, R> n) {
            return r.apply(this);
        }
    }

    /** The request left and no clear answer came: the person may have it already. */
    record Uncertain(DeliveryFailure cause) implements DeliveryOutcome {
        @Override
        public <R> R fold(
                Function<Delivered, R> d,
                Function<RetryAfter, R> r,
                Function<Uncertain, R> u,
                Function<Undeliverable, R> n) {
            return u.apply(this);
        }
    }

    /**
     * Will never succeed.
     *
     * @param platformCode the platform's own number for it, 0 when there is none
     */
    record Undeliverable(DeliveryFailure cause, int platformCode) implements DeliveryOutcome {
        @Override
        public <R> R fold(
                Function<Delivered, R> d,
                Function<RetryAfter, R> r,
                Function<Uncertain, R> u,
                Function<Undeliverable, R> n) {
            return n.apply(this);
        }
    }

    /** What a rate limit or outage concerns. */
    enum RetryScope {
        MESSAGE,
        CONVERSATION,
        ACCOUNT
    }
}
