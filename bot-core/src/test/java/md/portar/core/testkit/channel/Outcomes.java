package md.portar.core.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;

/** Short questions about outcomes, for assertions. */
public final class Outcomes {
    private Outcomes() {}

    /** Why it was refused; empty when it was not. */
    public static Optional<RefusalReason> refusal(WebhookOutcome outcome) {
        return outcome.fold(a -> Optional.empty(), c -> Optional.empty(), r -> Optional.of(r.reason()));
    }

    /** The events of an accepted request; fails for any other outcome. */
    public static List<ChannelEvent> events(WebhookOutcome outcome) {
        assertThat(outcome).isInstanceOf(WebhookOutcome.Accepted.class);
        return outcome.fold(WebhookOutcome.Accepted::events, c -> List.of(), r -> List.of());
    }

    /** The outcome's kind and cause, such as {@code Uncertain(NETWORK)}; delays and ids left out. */
    public static String kind(DeliveryOutcome outcome) {
        return outcome.fold(
                d -> "Delivered",
                r -> word("RetryAfter", r.cause()),
                u -> word("Uncertain", u.cause()),
                n -> word("Undeliverable", n.cause()));
    }

    private static String word(String kind, DeliveryFailure cause) {
        return kind + "(" + cause + ")";
    }
}
