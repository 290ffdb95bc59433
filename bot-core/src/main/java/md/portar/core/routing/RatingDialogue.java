package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.texts.TextKey;

/** One rating for a closed hand-off: by button for a day, by digit only as the next thing the player writes. */
public final class RatingDialogue {
    static final String FLOW = "rate.why";
    /** As offered by the closing line, so that they can be answered by number. */
    private static final List<String> CHOICES =
            List.of("rate.1", "rate.2", "rate.3", "rate.4", "rate.5", "rate.skip", "end.reopen");

    private static final Duration ANSWERABLE = Duration.ofHours(24);
    private static final Duration COMMENT = Duration.ofMinutes(10);
    private static final Duration LEAST_INTERVAL = Duration.ofDays(7);

    /** Whether a closing hand-off may ask for a rating. */
    public static boolean mayAsk(ConversationMemory memory, EpisodeOutcome outcome, Priority priority, Instant now) {
        boolean asked = time(memory, Fact.RATING_ASKED_AT)
                .filter(at -> !at.plus(LEAST_INTERVAL).isBefore(now))
                .isPresent();
        boolean protectedNow =
                time(memory, Fact.SAFETY_UNTIL).filter(now::isBefore).isPresent();
        boolean pointless = outcome == EpisodeOutcome.SPAM
                || outcome == EpisodeOutcome.NO_RESPONSE
                || outcome == EpisodeOutcome.UNREACHABLE;
        return priority != Priority.SAFETY && !protectedNow && !pointless && !asked;
    }

    /** What to remember when the rating was asked. */
    public static ConversationMemory asked(ConversationMemory memory, Instant now) {
        return memory.with(Fact.RATING_ASKED_AT, now.toString());
    }

    /** A digit or number as the answer to the rating message, before anything else was written. */
    Optional<String> read(TurnDraft turn, FoldedText words) {
        Optional<String> choice = MenuNumbers.number(words)
                .filter(number -> number >= 1 && number <= CHOICES.size())
                .map(number -> CHOICES.get(number - 1));
        boolean nextWords = turn.time(Fact.RATING_ASKED_AT)
                .filter(asked -> turn.before()
                        .memory()
                        .get(Fact.LAST_INBOUND_AT)
                        .map(Instant::parse)
                        .filter(heard -> heard.isAfter(asked))
                        .isEmpty())
                .isPresent();
        return choice.filter(any -> nextWords && isOpen(turn));
    }

    /** A tap on the rating. */
    void rate(TurnDraft turn, String id) {
        if (!isOpen(turn)) {
            turn.say(TextKey.RATE_THANKS);
            return;
        }
        turn.stamp(Fact.RATED_AT);
        if (id.equals("rate.skip")) {
            turn.say(TextKey.RATE_SKIPPED);
            return;
        }
        turn.add(new Effect.Rate(id.charAt(id.length() - 1) - '0'));
        turn.remember(Fact.FLOW, FLOW);
        turn.stamp(Fact.FLOW_SINCE);
        turn.say(TextKey.RATE_WHY);
    }

    /** Whether the player may be answering what could be better. */
    boolean isWaitingForComment(TurnDraft turn) {
        return turn.recall(Fact.FLOW).filter(FLOW::equals).isPresent() && turn.isRecent(Fact.FLOW_SINCE, COMMENT);
    }

    void thankForComment(TurnDraft turn) {
        turn.forget(Fact.FLOW, Fact.FLOW_SINCE);
        turn.say(turn.text(TextKey.RATE_THANKS), List.of(), Expectation.NONE, null);
    }

    private static boolean isOpen(TurnDraft turn) {
        boolean closed = turn.state().name() == ConversationState.Name.RESOLVED
                || turn.state().name() == ConversationState.Name.BOT;
        return closed && turn.isRecent(Fact.RATING_ASKED_AT, ANSWERABLE) && !isAnswered(turn);
    }

    /** A rating from before the question was asked answers an earlier one. */
    private static boolean isAnswered(TurnDraft turn) {
        Instant asked = turn.time(Fact.RATING_ASKED_AT).orElse(Instant.MAX);
        return turn.time(Fact.RATED_AT).filter(rated -> !rated.isBefore(asked)).isPresent();
    }

    private static Optional<Instant> time(ConversationMemory memory, Fact fact) {
        return memory.get(fact).map(Instant::parse);
    }
}
