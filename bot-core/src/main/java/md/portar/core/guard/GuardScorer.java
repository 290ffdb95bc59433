package md.portar.core.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Puts texts and conversations before the guard as the measuring command does. Immutable and thread-safe. */
public final class GuardScorer {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final SecretGuard guard;

    public GuardScorer(SecretGuard guard) {
        this.guard = guard;
    }

    /** Who says something. */
    public enum Speaker {
        USER,
        BOT,
        AGENT
    }

    /**
     * One message of a conversation.
     *
     * @param from who says it
     * @param text what is said
     */
    public record Utterance(Speaker from, UntrustedText text) {}

    /** Judges a player's text alone. */
    public GuardVerdict judge(UntrustedText text) {
        return incoming(guard.screen(text));
    }

    /** Judges the messages of a conversation in their order; those of bot and agent by the outgoing guard. */
    public List<GuardVerdict> judge(List<Utterance> conversation) {
        List<GuardVerdict> verdicts = new ArrayList<>();
        ConversationContext context = ConversationContext.empty();
        Instant at = Instant.EPOCH;
        for (Utterance utterance : conversation) {
            at = at.plus(PAUSE);
            if (utterance.from() == Speaker.USER) {
                TurnId turn = new TurnId("turn-" + verdicts.size());
                Screening screening = guard.screen(utterance.text(), context, turn, at);
                context = screening.after();
                verdicts.add(incoming(screening));
            } else {
                OutgoingReview review = guard.reviewOutgoing(utterance.text());
                context = context.afterOutgoing(review.screening().text(), Expectation.NONE, at);
                verdicts.add(outgoing(review));
            }
        }
        return verdicts;
    }

    private static GuardVerdict incoming(Screening screening) {
        return new GuardVerdict(screening.blocked(), screening.kinds(), rules(screening), screening.text());
    }

    private static GuardVerdict outgoing(OutgoingReview review) {
        Set<SecretKind> kinds = new TreeSet<>(review.screening().kinds());
        kinds.addAll(review.asksFor());
        List<String> rules = new ArrayList<>(rules(review.screening()));
        new TreeSet<>(review.asksFor())
                .forEach(kind -> rules.add(
                        "outgoing.asks-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return new GuardVerdict(
                !review.sendable(), kinds, rules, review.screening().text());
    }

    private static List<String> rules(Screening screening) {
        return screening.findings().stream().map(Finding::rule).distinct().toList();
    }
}
