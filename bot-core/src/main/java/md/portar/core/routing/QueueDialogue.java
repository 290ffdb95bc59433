package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.handoff.WaitBand;
import md.portar.core.message.Language;
import md.portar.core.texts.TextKey;
import org.jspecify.annotations.Nullable;

/** The way to a person and the wait for him. Numbers about waiting come from live data or are not said. */
final class QueueDialogue {
    static final String CANCEL = "queue.cancel";
    private static final Set<String> PAYMENTS =
            Set.of("deposit-missing", "withdrawal-delayed", "deposit-how", "withdrawal-how", "dispute");
    private static final Duration TOPIC_IS_FRESH = Duration.ofHours(1);
    private static final Duration REOPENABLE = Duration.ofHours(24);
    private static final int MISSES_BEFORE_OFFER = 2;

    private final QueueOutlook outlooks;

    QueueDialogue(QueueOutlook outlooks) {
        this.outlooks = outlooks;
    }

    /** The player wants a person; no counter-offer. */
    void request(TurnDraft turn) {
        HandoffReason reason = HandoffReason.REQUESTED;
        if (turn.count(Fact.NOT_HELPED) >= MISSES_BEFORE_OFFER) {
            reason = HandoffReason.NOT_HELPED;
        } else if (turn.count(Fact.MISSES) >= MISSES_BEFORE_OFFER) {
            reason = HandoffReason.NOT_UNDERSTOOD;
        }
        enter(turn, reason, Priority.NORMAL, null);
    }

    /** Puts the player in the queue, then tells what to expect; {@code opening} replaces the usual first sentence. */
    void enter(TurnDraft turn, HandoffReason reason, Priority priority, @Nullable TextKey opening) {
        if (turn.state().name() == ConversationState.Name.ASSIGNED) {
            return;
        }
        if (turn.state() instanceof ConversationState.WaitingForAgent queued
                && queued.priority().compareTo(priority) <= 0) {
            position(turn);
            return;
        }
        TopicId topic = freshTopic(turn).orElse(null);
        turn.add(new Effect.OpenTicket(reason, priority, turn.language(), topic));
        if (topic != null) {
            turn.add(new Effect.CountAnswer(topic, turn.language(), Effect.CountAnswer.Signal.ESCALATED));
        }
        turn.become(turn.state().queue(priority, turn.now()));
        turn.forget(Fact.FLOW, Fact.FLOW_SINCE, Fact.MISSES, Fact.NOT_HELPED, Fact.OPTED_OUT_AT);
        tell(turn, outlooks.outlook(turn.key(), turn.language(), priority), topic, opening);
    }

    private void tell(
            TurnDraft turn, QueueOutlook.Outlook outlook, @Nullable TopicId topic, @Nullable TextKey opening) {
        told(turn, outlook);
        if (opening == null && outlook.staffed().isEmpty()) {
            nobody(turn);
            return;
        }
        if (opening == null && !outlook.staffed().contains(turn.language())) {
            otherLanguages(turn, outlook.staffed());
            return;
        }
        CatalogueText text = opening == null ? inLine(turn, outlook) : turn.text(opening);
        boolean isLong = outlook.expectedWait()
                .filter(wait -> wait.compareTo(turn.words().settings().limits().longQueue()) > 0)
                .isPresent();
        List<String> choices = new ArrayList<>(List.of(CANCEL));
        if (isLong) {
            text = text.append("\n", turn.text(TextKey.QUEUE_LONG));
            choices.add(0, "queue.leave");
        }
        boolean payments = topic != null && PAYMENTS.contains(topic.value());
        text = text.append("\n\n", turn.text(payments ? TextKey.QUEUE_HELP_PAYMENTS : TextKey.QUEUE_HELP));
        turn.say(text, choices, Expectation.REFERENCE, null);
    }

    /** Nobody is there: when they are back, if the plan says so, and that a message can be left. */
    private static void nobody(TurnDraft turn) {
        ServiceHours hours = turn.words().settings().hours();
        Optional<Instant> opens =
                hours.isOpen(turn.now()) ? Optional.empty() : hours.opensAt(turn.language(), turn.now());
        CatalogueText text = opens.map(at -> turn.text(TextKey.QUEUE_CLOSED)
                        .with("time", turn.words().texts().timeFrom(turn.language(), turn.now(), at)))
                .orElseGet(() -> turn.text(TextKey.QUEUE_NOBODY));
        boolean shuts = opens.isPresent()
                && turn.surroundings()
                        .capabilities()
                        .window()
                        .filter(window -> turn.now().plus(window).isBefore(opens.get()))
                        .isPresent();
        if (shuts) {
            text = text.append("\n", turn.text(TextKey.QUEUE_WINDOW));
        }
        turn.say(text, List.of("queue.leave", CANCEL), Expectation.REFERENCE, null);
    }

    /** So that a later notice says something new or nothing. */
    private static void told(TurnDraft turn, QueueOutlook.Outlook outlook) {
        WaitBand band =
                outlook.staffed().contains(turn.language()) ? WaitBand.of(outlook.expectedWait()) : WaitBand.UNKNOWN;
        turn.remember(Fact.QUEUE_TOLD, (band == WaitBand.UNKNOWN ? 0 : outlook.place()) + "|" + band);
    }

    private static CatalogueText inLine(TurnDraft turn, QueueOutlook.Outlook outlook) {
        Optional<Duration> wait = outlook.expectedWait();
        if (wait.isEmpty()) {
            return turn.text(TextKey.QUEUE_IN_NO_ESTIMATE);
        }
        return turn.text(TextKey.QUEUE_IN)
                .with("n", outlook.place())
                .with("wait", turn.words().texts().wait(turn.language(), wait.get()));
    }

    private static void otherLanguages(TurnDraft turn, Set<Language> staffed) {
        List<String> choices = new ArrayList<>(List.of("queue.wait"));
        for (Language other : Language.values()) {
            if (staffed.contains(other)) {
                choices.add("queue.lang." + other.code());
            }
        }
        choices.add("queue.leave");
        turn.say(turn.text(TextKey.QUEUE_NO_LANG), choices, Expectation.CHOICE, null);
    }

    /** Answers "how long still?" from live data. */
    void position(TurnDraft turn) {
        if (!(turn.state() instanceof ConversationState.WaitingForAgent queued)) {
            return;
        }
        QueueOutlook.Outlook outlook = outlooks.outlook(turn.key(), turn.language(), queued.priority());
        Optional<Duration> wait =
                outlook.expectedWait().filter(any -> outlook.staffed().contains(turn.language()));
        String[] choices = queued.priority() == Priority.SAFETY ? new String[0] : new String[] {CANCEL};
        if (wait.isEmpty()) {
            turn.say(TextKey.QUEUE_STILL_NO_ESTIMATE, choices);
            return;
        }
        turn.say(
                turn.text(TextKey.QUEUE_STILL)
                        .with("n", outlook.place())
                        .with("wait", turn.words().texts().wait(turn.language(), wait.get())),
                choices);
    }

    /** The player leaves the queue. */
    void cancel(TurnDraft turn) {
        if (turn.state().name() != ConversationState.Name.QUEUED) {
            return;
        }
        turn.add(new Effect.CancelTicket());
        turn.become(turn.state().returnToBot());
        turn.say(TextKey.QUEUE_CANCELLED, "menu.back");
    }

    /** Waits on, or leaves a message: both stay in the queue. */
    void stay(TurnDraft turn, TextKey words) {
        if (turn.state().name() == ConversationState.Name.QUEUED) {
            turn.say(turn.text(words), List.of(CANCEL), Expectation.REFERENCE, null);
        }
    }

    /** Goes on in a language that is staffed; the open episode changes with it. */
    void continueIn(TurnDraft turn, Language language) {
        if (!(turn.state() instanceof ConversationState.WaitingForAgent queued)) {
            return;
        }
        LanguageChoice.choose(turn, language);
        TopicId topic = freshTopic(turn).orElse(null);
        turn.add(new Effect.OpenTicket(HandoffReason.REQUESTED, queued.priority(), language, topic));
        tell(turn, outlooks.outlook(turn.key(), language, queued.priority()), topic, null);
    }

    /** Back to a person after a closed chat, for a day. */
    void reopen(TurnDraft turn) {
        if (canReopen(turn)) {
            turn.forget(Fact.CLOSED_AT);
            enter(turn, HandoffReason.REOPENED, Priority.NORMAL, null);
        } else {
            enter(turn, HandoffReason.REQUESTED, Priority.NORMAL, null);
        }
    }

    static boolean canReopen(TurnDraft turn) {
        if (turn.state() instanceof ConversationState.Closed closed) {
            return !closed.at().plus(REOPENABLE).isBefore(turn.now());
        }
        return turn.isRecent(Fact.CLOSED_AT, REOPENABLE);
    }

    private static Optional<TopicId> freshTopic(TurnDraft turn) {
        if (!turn.isRecent(Fact.LAST_TOPIC_AT, TOPIC_IS_FRESH)) {
            return Optional.empty();
        }
        return turn.recall(Fact.LAST_TOPIC).map(TopicId::new);
    }
}
