package md.portar.core.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;
import md.portar.core.texts.TextKey;

/** Decides what written words want, from the surest sign to the least sure. */
final class SpokenRouter {
    private static final Duration OFFER_VALID = Duration.ofMinutes(10);
    private static final Duration COMPLAINT_REMEMBERED = Duration.ofHours(24);
    private static final Duration THANKED = Duration.ofMinutes(10);

    private final Commands commands;
    private final ButtonRouter buttons;
    private final MenuDialogue menus;
    private final FaqDialogue faq;
    private final QueueDialogue queue;
    private final CaseDialogue cases;
    private final RatingDialogue rating;
    private final SafetyDialogue safety;
    private final MenuNumbers numbers = new MenuNumbers();

    SpokenRouter(
            Commands commands,
            ButtonRouter buttons,
            MenuDialogue menus,
            FaqDialogue faq,
            QueueDialogue queue,
            CaseDialogue cases,
            RatingDialogue rating,
            SafetyDialogue safety) {
        this.commands = commands;
        this.buttons = buttons;
        this.menus = menus;
        this.faq = faq;
        this.queue = queue;
        this.cases = cases;
        this.rating = rating;
        this.safety = safety;
    }

    /** @param parts the same words message by message, since a command may stand among other messages */
    void route(TurnDraft turn, Thought thought, List<ScreenedText> parts) {
        if (turn.state().name() == ConversationState.Name.RESOLVED && settledAfterClosing(turn, thought)) {
            return;
        }
        if (settledByCommand(turn, thought, parts)) {
            return;
        }
        if (turn.state().name() == ConversationState.Name.QUEUED) {
            whileWaiting(turn, thought);
            return;
        }
        if (!settledByIntent(turn, thought) && !settledByDialogue(turn, thought)) {
            ask(turn, thought, parts);
        }
    }

    /** After an agent closed: a rating, a thank-you, or the bot again. */
    private boolean settledAfterClosing(TurnDraft turn, Thought thought) {
        Optional<String> stars = rating.read(turn, thought.folded());
        if (stars.isPresent()) {
            buttons.press(turn, stars.get());
            return true;
        }
        if (turn.words().phrases().thanks(thought.folded())) {
            acknowledge(turn);
            return true;
        }
        if (rating.isWaitingForComment(turn) && !asksSomething(turn, thought)) {
            rating.thankForComment(turn);
            return true;
        }
        turn.returnToBot();
        return false;
    }

    /** A comment on the chat often speaks of the operator; that alone is no wish for one. */
    private static boolean asksSomething(TurnDraft turn, Thought thought) {
        Answers.Understanding understood = thought.understanding(Optional.of(turn.language()));
        return isTopic(turn, understood) || turn.words().phrases().wantsHuman(thought.folded());
    }

    private boolean settledByCommand(TurnDraft turn, Thought thought, List<ScreenedText> parts) {
        for (ScreenedText part : parts) {
            Optional<String> command = commands.read(part.value());
            if (command.isPresent()) {
                buttons.press(turn, command.get());
                return true;
            }
        }
        Optional<String> choice = numbers.read(turn, thought.folded());
        if (choice.isPresent()) {
            buttons.press(turn, choice.get());
            return true;
        }
        Optional<Language> language = turn.words().phrases().asksLanguage(thought.folded());
        if (language.isPresent() && !turn.words().phrases().wantsHuman(thought.folded())) {
            menus.speak(turn, language.get());
            return true;
        }
        return false;
    }

    /** In the queue words are for the agent; only what concerns the queue itself is answered. */
    private void whileWaiting(TurnDraft turn, Thought thought) {
        Phrasebook phrases = turn.words().phrases();
        if (phrases.leavesQueue(thought.folded())) {
            queue.cancel(turn);
        } else if (phrases.asksPosition(thought.folded()) || phrases.wantsHuman(thought.folded())) {
            queue.position(turn);
        } else if (phrases.tellsOfFraud(thought.folded())) {
            queue.enter(turn, HandoffReason.FRAUD, Priority.HIGH, TextKey.FRAUD_IN);
        } else if (cases.isRunning(turn)) {
            cases.accept(turn, thought.value());
        }
    }

    /** Wishes that lead to a person or to silence, whatever else was going on. */
    private boolean settledByIntent(TurnDraft turn, Thought thought) {
        Phrasebook phrases = turn.words().phrases();
        if (phrases.tellsOfFraud(thought.folded())) {
            queue.enter(turn, HandoffReason.FRAUD, Priority.HIGH, TextKey.FRAUD_IN);
            return true;
        }
        if (phrases.wantsHuman(thought.folded())) {
            queue.request(turn);
            return true;
        }
        if (phrases.wantsSilence(thought.folded())) {
            MenuDialogue.stop(turn);
            return true;
        }
        if (!phrases.complains(thought.folded())) {
            return false;
        }
        boolean again = turn.isRecent(Fact.COMPLAINED_AT, COMPLAINT_REMEMBERED);
        turn.stamp(Fact.COMPLAINED_AT);
        if (again) {
            queue.enter(turn, HandoffReason.COMPLAINT, Priority.HIGH, TextKey.COMPLAINT_IN);
        }
        return again;
    }

    private boolean settledByDialogue(TurnDraft turn, Thought thought) {
        if (turn.recall(Fact.FLOW).filter(FaqDialogue.OFFER::equals).isPresent()) {
            boolean valid = turn.isRecent(Fact.FLOW_SINCE, OFFER_VALID);
            turn.forget(Fact.FLOW, Fact.FLOW_SINCE);
            if (valid && turn.words().phrases().agrees(thought.folded())) {
                queue.request(turn);
                return true;
            }
        }
        if (cases.isRunning(turn)) {
            return settledByCaseDialogue(turn, thought);
        }
        if (cases.isNamedIn(thought.value())) {
            return cases.accept(turn, thought.value());
        }
        return settledByCourtesy(turn, thought);
    }

    private boolean settledByCaseDialogue(TurnDraft turn, Thought thought) {
        if (cases.accept(turn, thought.value())) {
            return true;
        }
        boolean otherQuestion =
                thought.understanding(Optional.of(turn.language())).band() == Answers.Band.ANSWER;
        if (otherQuestion || settledByCourtesy(turn, thought)) {
            turn.forget(Fact.FLOW, Fact.FLOW_SINCE);
            return !otherQuestion;
        }
        cases.explain(turn);
        return true;
    }

    private boolean settledByCourtesy(TurnDraft turn, Thought thought) {
        Phrasebook phrases = turn.words().phrases();
        if (phrases.greets(thought.folded())) {
            menus.greet(turn);
            return true;
        }
        if (phrases.thanks(thought.folded())) {
            acknowledge(turn);
            return true;
        }
        return false;
    }

    private static void acknowledge(TurnDraft turn) {
        if (!turn.isRecent(Fact.THANKED_AT, THANKED)) {
            turn.stamp(Fact.THANKED_AT);
            turn.say(TextKey.THANKS);
        }
    }

    /** A question: answered, guessed at, or not understood. */
    private void ask(TurnDraft turn, Thought thought, List<ScreenedText> parts) {
        Answers.Understanding understood = understand(turn, thought, parts);
        if (understood.band() == Answers.Band.NONE || understood.topics().isEmpty()) {
            notUnderstood(turn, thought);
        } else if (understood.band() == Answers.Band.SUGGEST) {
            faq.suggest(turn, understood.topics());
        } else if (!settledByPseudoTopic(turn, thought, understood.topics().get(0))) {
            answer(turn, understood);
        }
    }

    /** All messages together or, when that is unclear, the first of them that is clear alone. */
    private static Answers.Understanding understand(TurnDraft turn, Thought thought, List<ScreenedText> parts) {
        Optional<Language> language = Optional.of(turn.language());
        Answers.Understanding together = thought.understanding(language);
        if (parts.size() > 1 && !isTopic(turn, together)) {
            for (ScreenedText part : parts) {
                Answers.Understanding alone = turn.words().answers().understand(part, language);
                if (isTopic(turn, alone)) {
                    return alone;
                }
            }
        }
        return together;
    }

    /** Whether it is clear and about something, rather than a greeting or a wish. */
    private static boolean isTopic(TurnDraft turn, Answers.Understanding understood) {
        return understood.band() == Answers.Band.ANSWER
                && turn.words()
                        .answers()
                        .title(understood.topics().get(0), turn.language())
                        .isPresent();
    }

    private void answer(TurnDraft turn, Answers.Understanding understood) {
        TopicId topic = understood.topics().get(0);
        boolean protects = turn.words()
                .answers()
                .answer(topic, turn.language())
                .filter(Answers.Answer::safety)
                .isPresent();
        if (protects) {
            safety.handle(
                    turn, topic.value().equals("gaming-limits") ? SafetyConcern.LIMITS : SafetyConcern.SELF_EXCLUSION);
            return;
        }
        faq.show(turn, topic, understood.also());
    }

    private boolean settledByPseudoTopic(TurnDraft turn, Thought thought, TopicId topic) {
        switch (topic.value()) {
            case "HUMAN" -> queue.request(turn);
            case "CASE" -> {
                if (!cases.accept(turn, thought.value())) {
                    cases.begin(turn);
                }
            }
            case "GREETING", "THANKS" -> {
                Optional<TopicId> question =
                        thought.understanding(Optional.of(turn.language())).also();
                if (question.isPresent()) {
                    faq.show(turn, question.get(), Optional.empty());
                } else if (topic.value().equals("THANKS")) {
                    acknowledge(turn);
                } else {
                    menus.greet(turn);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void notUnderstood(TurnDraft turn, Thought thought) {
        if (turn.words().phrases().insults(thought.folded())) {
            turn.say(TextKey.INSULT, FaqDialogue.PERSON, "menu.back");
            return;
        }
        faq.missed(turn, Optional.of(thought));
    }
}
