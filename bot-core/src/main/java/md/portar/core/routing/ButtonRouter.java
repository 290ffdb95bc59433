package md.portar.core.routing;

import java.util.Optional;
import java.util.function.BiConsumer;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.Expectation;
import md.portar.core.message.Language;
import md.portar.core.texts.TextKey;

/** Carries out a choice, however it was made: by a tap, a number, a command or its label. */
final class ButtonRouter {
    private final MenuDialogue menus;
    private final FaqDialogue faq;
    private final QueueDialogue queue;
    private final CaseDialogue cases;
    private final RatingDialogue rating;

    ButtonRouter(MenuDialogue menus, FaqDialogue faq, QueueDialogue queue, CaseDialogue cases, RatingDialogue rating) {
        this.menus = menus;
        this.faq = faq;
        this.queue = queue;
        this.cases = cases;
        this.rating = rating;
    }

    void press(TurnDraft turn, String id) {
        if (!id.equals("case.retry") && !id.startsWith("rate.")) {
            turn.forget(Fact.FLOW, Fact.FLOW_SINCE);
        }
        boolean done = pressMenu(turn, id) || pressTopic(turn, id) || pressQueue(turn, id) || pressOther(turn, id);
        if (!done) {
            unknown(turn);
        }
    }

    /** An old or forged button, or a link we do not know: a new menu rather than a refusal. */
    private void unknown(TurnDraft turn) {
        if (turn.recall(Fact.GREETED_AT).isEmpty()) {
            menus.greet(turn);
        } else {
            menus.open(turn, TextKey.MENU_STALE);
        }
    }

    private boolean pressMenu(TurnDraft turn, String id) {
        switch (id) {
            case Commands.MENU -> openMenu(turn);
            case "menu.faq" -> menus.questions(turn);
            case "menu.status" -> cases.begin(turn);
            case "menu.human" -> queue.request(turn);
            case "menu.contacts" -> menus.contacts(turn);
            case "menu.language" -> menus.languages(turn);
            case "menu.privacy" -> menus.privacy(turn);
            case "menu.stop" -> MenuDialogue.stop(turn);
            default -> {
                return pressLanguage(turn, id);
            }
        }
        return true;
    }

    private void openMenu(TurnDraft turn) {
        if (turn.recall(Fact.GREETED_AT).isEmpty()) {
            menus.greet(turn);
        } else {
            menus.open(turn, TextKey.MENU_TITLE);
        }
    }

    private boolean pressLanguage(TurnDraft turn, String id) {
        Optional<Language> language =
                id.startsWith("lang.") ? Language.fromTag(id.substring("lang.".length())) : Optional.empty();
        language.ifPresent(chosen -> menus.speak(turn, chosen));
        return language.isPresent();
    }

    private boolean pressTopic(TurnDraft turn, String id) {
        if (id.startsWith("topic.")) {
            return menus.topic(turn, id);
        }
        return onTopic(turn, id, Vocabulary.SHOW, (draft, topic) -> faq.show(draft, topic, Optional.empty()))
                || onTopic(turn, id, Vocabulary.YES, faq::helped)
                || onTopic(turn, id, Vocabulary.NO, faq::didNotHelp);
    }

    private static boolean onTopic(TurnDraft turn, String id, String prefix, BiConsumer<TurnDraft, TopicId> action) {
        Optional<TopicId> topic = id.startsWith(prefix) ? Vocabulary.topicOf(id, prefix) : Optional.empty();
        Optional<TopicId> known = topic.filter(
                any -> turn.words().answers().title(any, turn.language()).isPresent());
        known.ifPresent(any -> action.accept(turn, any));
        return known.isPresent();
    }

    private boolean pressQueue(TurnDraft turn, String id) {
        if (!id.startsWith("queue.") || turn.state().name() != ConversationState.Name.QUEUED) {
            return false;
        }
        switch (id) {
            case QueueDialogue.CANCEL -> queue.cancel(turn);
            case "queue.wait" -> queue.stay(turn, TextKey.QUEUE_WAITING);
            case "queue.leave" -> queue.stay(turn, TextKey.QUEUE_LEFT);
            default -> {
                Optional<Language> language = id.startsWith("queue.lang.")
                        ? Language.fromTag(id.substring("queue.lang.".length()))
                        : Optional.empty();
                language.ifPresent(chosen -> queue.continueIn(turn, chosen));
                return language.isPresent();
            }
        }
        return true;
    }

    private boolean pressOther(TurnDraft turn, String id) {
        switch (id) {
            case "dym.none" -> faq.missed(turn, Optional.empty());
            case "case.retry" -> cases.begin(turn);
            case "end.reopen" -> queue.reopen(turn);
            case SecretNotice.NOT_A_SECRET ->
                turn.say(
                        turn.text(TextKey.SECRET_MAYBE_NOT),
                        java.util.List.of(FaqDialogue.PERSON),
                        Expectation.REFERENCE,
                        null);
            case "privacy.ask", "privacy.delete" -> {
                turn.remember(Fact.LAST_TOPIC, "data-protection");
                turn.stamp(Fact.LAST_TOPIC_AT);
                queue.enter(turn, HandoffReason.REQUESTED, Priority.NORMAL, TextKey.PRIVACY_QUEUED);
            }
            case "rate.1", "rate.2", "rate.3", "rate.4", "rate.5", "rate.skip" -> rating.rate(turn, id);
            default -> {
                return pressCase(turn, id);
            }
        }
        return true;
    }

    private boolean pressCase(TurnDraft turn, String id) {
        if (id.startsWith(CaseDialogue.NOTIFY)) {
            cases.watch(turn, id.substring(CaseDialogue.NOTIFY.length()));
        } else if (id.startsWith(Commands.CASE_LINK)) {
            cases.follow(turn, id.substring(Commands.CASE_LINK.length()));
        } else {
            return false;
        }
        return true;
    }
}
