package md.portar.core.channel;

import java.util.List;
import java.util.function.Function;

/** What a webhook request turned out to be. */
public sealed interface WebhookOutcome {
    /** Exactly one branch runs. */
    <R> R fold(
            Function<Accepted, R> accepted,
            Function<ChallengeAnswered, R> challengeAnswered,
            Function<Refused, R> refused);

    /**
     * Authentic and understood. The events are to be made durable before the platform gets its 2xx.
     *
     * @param acknowledgement what the platform expects as the body of the 2xx
     */
    record Accepted(List<ChannelEvent> events, Acknowledgement acknowledgement) implements WebhookOutcome {
        public Accepted {
            events = List.copyOf(events);
        }

        @Override
        public <R> R fold(Function<Accepted, R> a, Function<ChallengeAnswered, R> c, Function<Refused, R> r) {
            return a.apply(this);
        }
    }

    /** The platform's subscription check; the body is echoed as plain text. */
    record ChallengeAnswered(String body) implements WebhookOutcome {
        @Override
        public <R> R fold(Function<Accepted, R> a, Function<ChallengeAnswered, R> c, Function<Refused, R> r) {
            return c.apply(this);
        }
    }

    /**
     * Not handled. The caller learns the status only.
     *
     * @param hint for the operator's log: what would have matched, never a secret or an expected signature; may be empty
     */
    record Refused(RefusalReason reason, String hint) implements WebhookOutcome {
        public Refused(RefusalReason reason) {
            this(reason, "");
        }

        @Override
        public <R> R fold(Function<Accepted, R> a, Function<ChallengeAnswered, R> c, Function<Refused, R> r) {
            return r.apply(this);
        }
    }

    /** Body of a 2xx answer. */
    record Acknowledgement(String contentType, String body) {
        public static final Acknowledgement EMPTY = new Acknowledgement("text/plain", "");
    }
}
