package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.texts.OperatorFacts;
import md.portar.core.texts.TextKey;
import md.portar.core.texts.Texts;

/**
 * What happens when a player asks for protection: straight to a person, ahead of everything, in any state. No persuasion, no
 * alternatives, no question that has to be answered, and nothing is called done.
 */
final class SafetyDialogue {
    /** For so long the bot offers this player nothing about games or bonuses. */
    private static final Duration QUIET = Duration.ofHours(24);

    private static final Set<String> BUTTONS = Set.of("menu.safety", "topic.limits");

    /** Whether a button asks for protection. */
    boolean isAskedBy(String choiceId) {
        return BUTTONS.contains(choiceId);
    }

    /** Whether a safety request is recent enough that games and bonuses are no subject. */
    static boolean isQuiet(TurnDraft turn) {
        return turn.isAhead(Fact.SAFETY_UNTIL);
    }

    void handle(TurnDraft turn, SafetyConcern concern) {
        ConversationState.Name state = turn.state().name();
        boolean waiting = turn.state() instanceof ConversationState.WaitingForAgent queued
                && queued.priority() == Priority.SAFETY;
        turn.remember(Fact.SAFETY_UNTIL, turn.now().plus(QUIET).toString());
        turn.forget(Fact.FLOW, Fact.FLOW_SINCE, Fact.MISSES, Fact.NOT_HELPED);
        if (!waiting) {
            turn.add(new Effect.OpenTicket(
                    HandoffReason.SAFETY, Priority.SAFETY, turn.language(), new TopicId(topic(concern))));
        }
        if (!waiting || concern == SafetyConcern.DISTRESS) {
            turn.add(new Effect.NotifyOnCall(concern, turn.language()));
        }
        if (state == ConversationState.Name.ASSIGNED) {
            tellBesideAgent(turn, concern);
            return;
        }
        if (!waiting) {
            turn.become(turn.state().queue(Priority.SAFETY, turn.now()));
        }
        if (!waiting || concern == SafetyConcern.DISTRESS) {
            tell(turn, concern);
        }
    }

    /** A person is already there; only what cannot wait for his next line is said. */
    private static void tellBesideAgent(TurnDraft turn, SafetyConcern concern) {
        if (concern == SafetyConcern.DISTRESS) {
            turn.say(turn.text(TextKey.AUTO_SIGN).append(" ", turn.text(TextKey.SAFETY_DISTRESS)));
        }
    }

    private static void tell(TurnDraft turn, SafetyConcern concern) {
        Texts texts = turn.words().texts();
        CatalogueText text = turn.text(TextKey.SAFETY_IN);
        Optional<Duration> confirmation = texts.facts().confirmation();
        if (confirmation.isPresent()) {
            CatalogueText span = texts.span(turn.language(), confirmation.get());
            text = text.append(" ", turn.text(TextKey.SAFETY_WHEN).with("confirm", span));
        }
        ServiceHours hours = turn.words().settings().hours();
        Optional<Instant> opens =
                hours.isOpen(turn.now()) ? Optional.empty() : hours.opensAt(turn.language(), turn.now());
        if (opens.isPresent()) {
            text = text.append(
                    "\n",
                    turn.text(TextKey.SAFETY_RECEIVED)
                            .with("time", texts.timeOfDay(turn.now()))
                            .with("open", texts.timeFrom(turn.language(), turn.now(), opens.get())));
        }
        if (concern == SafetyConcern.DISTRESS) {
            text = turn.text(TextKey.SAFETY_DISTRESS).append("\n", text);
        }
        if (concern == SafetyConcern.SELF_EXCLUSION
                || concern == SafetyConcern.LIMITS
                || concern == SafetyConcern.HARM) {
            text = withOwnWays(turn, texts.facts(), text);
        }
        Optional<CatalogueText> helpline = texts.helpline(turn.language());
        if (helpline.isPresent()) {
            text = text.append("\n", helpline.get());
        }
        if (concern != SafetyConcern.DISTRESS) {
            text = text.append("\n", turn.text(TextKey.SAFETY_OPTIONAL));
        }
        turn.say(text, List.of(), Expectation.REFERENCE, null);
    }

    private static CatalogueText withOwnWays(TurnDraft turn, OperatorFacts facts, CatalogueText text) {
        CatalogueText longer = text;
        if (facts.knows(OperatorFacts.Fact.SAFETY_URL)) {
            longer = longer.append("\n", turn.text(TextKey.SAFETY_SELF));
        }
        if (facts.knows(OperatorFacts.Fact.SAFETY_EMAIL)) {
            longer = longer.append("\n", turn.text(TextKey.SAFETY_EMAIL));
        }
        return longer;
    }

    private static String topic(SafetyConcern concern) {
        return switch (concern) {
            case SELF_EXCLUSION -> "self-exclusion";
            case LIMITS -> "gaming-limits";
            case DISTRESS, MINOR, HARM -> concern.name();
        };
    }
}
