package md.portar.core.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Effect.CountAnswer;
import md.portar.core.conversation.Effect.CountAnswer.Signal;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.texts.TextKey;

/** Answers, suggestions and misses. Two misses in a row, or two answers that did not help, and a person comes first. */
final class FaqDialogue {
    static final String PERSON = "menu.human";
    static final String OFFER = "offer";
    private static final Duration SAME_ANSWER = Duration.ofMinutes(10);
    private static final int MOST_SUGGESTIONS = 3;

    /** What a player may still ask about for a day after a safety request. */
    private static final Set<String> NOT_ABOUT_GAMES = Set.of(
            "self-exclusion",
            "gaming-limits",
            "account-closure",
            "data-protection",
            "contact-options",
            "which-channel",
            "support-hours",
            "support-languages",
            "chat-how",
            "chat-response-time",
            "email-how",
            "email-response-time",
            "phone-how",
            "phone-cost",
            "phone-wait-time",
            "messengers",
            "social-response-time",
            "official-accounts",
            "safe-communication",
            "faster-help",
            "no-reply",
            "send-screenshots",
            "account-blocked",
            "login-problem",
            "forgotten-password",
            "withdrawal-how",
            "withdrawal-delayed",
            "account-data-change",
            "kyc-how",
            "kyc-duration");

    /** Whether a topic may be answered now. */
    static boolean isAllowed(TurnDraft turn, TopicId topic) {
        return !SafetyDialogue.isQuiet(turn) || NOT_ABOUT_GAMES.contains(topic.value());
    }

    /** Answers a topic that was understood or chosen; {@code also} is a second question that is offered as a button. */
    void show(TurnDraft turn, TopicId topic, Optional<TopicId> also) {
        if (!isAllowed(turn, topic)) {
            turn.say(TextKey.SAFETY_LATER, PERSON, "menu.status", "menu.contacts");
            return;
        }
        Optional<Answers.Answer> answer = turn.words().answers().answer(topic, turn.language());
        if (answer.isEmpty()) {
            turn.say(TextKey.MENU_STALE);
            return;
        }
        boolean again =
                turn.recall(Fact.LAST_TOPIC).filter(topic.value()::equals).isPresent()
                        && turn.isRecent(Fact.LAST_TOPIC_AT, SAME_ANSWER);
        turn.remember(Fact.LAST_TOPIC, topic.value());
        turn.stamp(Fact.LAST_TOPIC_AT);
        turn.forget(Fact.MISSES);
        turn.add(new CountAnswer(topic, turn.language(), Signal.ANSWERED));
        List<String> choices = choices(topic, also, answer.get(), again);
        if (QueueDialogue.canReopen(turn)) {
            choices.add("end.reopen");
        }
        turn.say(words(turn, answer.get(), again), choices, Expectation.CHOICE, topic);
    }

    private static CatalogueText words(TurnDraft turn, Answers.Answer answer, boolean again) {
        if (again) {
            CatalogueText opening = turn.words().texts().opening(answer.text());
            return turn.text(TextKey.ANSWER_AGAIN).append("\n", opening);
        }
        if (answer.language() != turn.language()) {
            return turn.text(TextKey.LANG_ANSWER).append("\n\n", answer.text());
        }
        return answer.text();
    }

    private static List<String> choices(TopicId topic, Optional<TopicId> also, Answers.Answer answer, boolean again) {
        List<String> choices = new ArrayList<>();
        also.ifPresent(other -> choices.add(Vocabulary.SHOW + other.value()));
        if (!answer.safety()) {
            choices.add(Vocabulary.YES + topic.value());
            choices.add(Vocabulary.NO + topic.value());
        }
        boolean personFirst = again || answer.offersHuman() || answer.safety();
        choices.add(personFirst ? 0 : choices.size(), PERSON);
        return choices;
    }

    /** The question may mean one of these. */
    void suggest(TurnDraft turn, List<TopicId> topics) {
        List<String> choices = new ArrayList<>();
        for (TopicId topic : topics) {
            boolean known = turn.words().answers().title(topic, turn.language()).isPresent();
            if (known && isAllowed(turn, topic) && choices.size() < MOST_SUGGESTIONS) {
                choices.add(Vocabulary.SHOW + topic.value());
            }
        }
        if (choices.isEmpty()) {
            missed(turn, Optional.empty());
            return;
        }
        turn.add(new CountAnswer(
                new TopicId(choices.get(0).substring(Vocabulary.SHOW.length())), turn.language(), Signal.SUGGESTED));
        choices.add("dym.none");
        choices.add(PERSON);
        turn.say(turn.text(TextKey.DYM), choices, Expectation.CHOICE, null);
    }

    /** Nothing was understood. */
    void missed(TurnDraft turn, Optional<Thought> question) {
        question.ifPresent(thought -> turn.add(new Effect.CountMiss(thought.words(), turn.language())));
        int misses = turn.count(Fact.MISSES) + 1;
        turn.remember(Fact.MISSES, Integer.toString(misses));
        if (misses < 2) {
            turn.say(turn.text(TextKey.UNKNOWN), topicsAndPerson(turn), Expectation.CHOICE, null);
            return;
        }
        offerPerson(turn, TextKey.UNKNOWN_TWICE);
    }

    void helped(TurnDraft turn, TopicId topic) {
        turn.add(new CountAnswer(topic, turn.language(), Signal.HELPED));
        turn.forget(Fact.NOT_HELPED);
        turn.say(turn.text(TextKey.FAQ_THANKS));
    }

    void didNotHelp(TurnDraft turn, TopicId topic) {
        turn.add(new CountAnswer(topic, turn.language(), Signal.DID_NOT_HELP));
        int times = turn.count(Fact.NOT_HELPED) + 1;
        turn.remember(Fact.NOT_HELPED, Integer.toString(times));
        if (times < 2) {
            turn.say(TextKey.FAQ_SORRY, PERSON, "menu.faq");
            return;
        }
        offerPerson(turn, TextKey.FAQ_SORRY_TWICE);
    }

    private static void offerPerson(TurnDraft turn, TextKey words) {
        turn.remember(Fact.FLOW, OFFER);
        turn.stamp(Fact.FLOW_SINCE);
        turn.say(words, PERSON, "menu.faq", "menu.back");
    }

    /** The topics to choose from, then a person. */
    static List<String> topicsAndPerson(TurnDraft turn) {
        List<String> choices = new ArrayList<>(topics(turn));
        choices.add(PERSON);
        return choices;
    }

    static List<String> topics(TurnDraft turn) {
        if (SafetyDialogue.isQuiet(turn)) {
            return List.of("menu.status", "menu.contacts");
        }
        return List.of("topic.login", "topic.payments", "topic.bonus", "topic.games", "topic.kyc");
    }
}
