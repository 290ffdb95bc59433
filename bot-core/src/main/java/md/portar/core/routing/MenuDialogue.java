package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.message.Language;
import md.portar.core.texts.TextKey;

/** Greeting, menus, contacts, language and data protection: what needs no question to be understood. */
final class MenuDialogue {
    private static final Duration GREET_AGAIN = Duration.ofDays(30);
    private static final Duration AWAY = Duration.ofHours(24);
    private static final int LIST_LABEL = 24;

    private static final Map<String, List<String>> TOPICS = Map.of(
            "topic.login",
            List.of(
                    "login-problem",
                    "forgotten-password",
                    "account-blocked",
                    "registration",
                    "account-data-change",
                    "account-closure"),
            "topic.payments",
            List.of(
                    "deposit-missing",
                    "withdrawal-delayed",
                    "deposit-how",
                    "withdrawal-how",
                    "payment-limits-fees",
                    "dispute"),
            "topic.bonus",
            List.of("bonus-info", "wagering"),
            "topic.games",
            List.of("game-problem", "bet-problem", "technical-problem"),
            "topic.kyc",
            List.of("kyc-how", "kyc-duration", "send-screenshots"),
            "topic.official",
            List.of("official-accounts", "safe-communication", "messengers"));

    private static final List<String> CONTACT_TOPICS =
            List.of("contact-options", "which-channel", "support-hours", "email-how", "phone-how");

    /** A greeting that fits how long the player was away; the long one at most once in 30 days. */
    void greet(TurnDraft turn) {
        Optional<Instant> greeted = turn.time(Fact.GREETED_AT);
        boolean full =
                greeted.filter(at -> !at.plus(GREET_AGAIN).isBefore(turn.now())).isEmpty();
        List<String> choices = new ArrayList<>(main(turn));
        CatalogueText text;
        if (full) {
            text = turn.text(TextKey.HELLO).append("\n\n", turn.text(TextKey.HELLO_PRIVACY));
            turn.stamp(Fact.GREETED_AT);
            choices.addAll(otherLanguages(turn));
        } else {
            boolean back = turn.time(Fact.LAST_INBOUND_AT)
                    .filter(at -> at.plus(AWAY).isBefore(turn.now()))
                    .isPresent();
            text = turn.text(back ? TextKey.HELLO_BACK : TextKey.HELLO_SHORT);
        }
        if (turn.state().name() == ConversationState.Name.QUEUED) {
            text = text.append("\n", turn.text(TextKey.HELLO_OPEN));
        }
        turn.say(text, choices, Expectation.CHOICE, null);
    }

    /** After the answer to a first question: that a bot speaks, and how to change the language. */
    void introduce(TurnDraft turn) {
        turn.stamp(Fact.GREETED_AT);
        turn.sayBelow(TextKey.HELLO_LINE);
    }

    void open(TurnDraft turn, TextKey title) {
        turn.say(turn.text(title), main(turn), Expectation.CHOICE, null);
    }

    void questions(TurnDraft turn) {
        List<String> choices = new ArrayList<>(FaqDialogue.topics(turn));
        if (!SafetyDialogue.isQuiet(turn)) {
            choices.add("topic.official");
        }
        boolean lists = turn.surroundings().capabilities().maxChoiceLabel() >= LIST_LABEL;
        choices.add(lists ? "topic.limits" : "menu.safety");
        choices.add(FaqDialogue.PERSON);
        turn.say(turn.text(TextKey.TOPICS_TITLE), choices, Expectation.CHOICE, null);
    }

    /** The questions of a topic group; false when there is no such group. */
    boolean topic(TurnDraft turn, String id) {
        List<String> topics = TOPICS.get(id);
        if (topics == null) {
            return false;
        }
        List<String> choices = shown(turn, topics);
        choices.add(FaqDialogue.PERSON);
        turn.say(turn.text(TextKey.TOPIC_TITLE), choices, Expectation.CHOICE, null);
        return true;
    }

    void contacts(TurnDraft turn) {
        List<String> choices = shown(turn, CONTACT_TOPICS);
        choices.add(FaqDialogue.PERSON);
        turn.say(turn.text(TextKey.CONTACTS), choices, Expectation.CHOICE, null);
    }

    void languages(TurnDraft turn) {
        turn.say(TextKey.LANG_ASK, "lang.ro", "lang.ru", "lang.en");
    }

    /** Switches on the player's wish. */
    void speak(TurnDraft turn, Language language) {
        LanguageChoice.choose(turn, language);
        boolean bot = turn.state().name() == ConversationState.Name.BOT;
        turn.say(turn.text(TextKey.LANG_SET), bot ? main(turn) : List.of(), Expectation.CHOICE, null);
    }

    /** Nothing more is sent unasked: no change of a case, no rating. What the player asks is still answered. */
    static void stop(TurnDraft turn) {
        turn.stamp(Fact.OPTED_OUT_AT);
        turn.add(new Effect.ForgetWatches());
        turn.say(TextKey.STOP);
    }

    void privacy(TurnDraft turn) {
        turn.say(TextKey.PRIVACY, "privacy.ask", "privacy.delete", "menu.back");
    }

    private static List<String> shown(TurnDraft turn, List<String> topics) {
        List<String> choices = new ArrayList<>();
        for (String topic : topics) {
            if (FaqDialogue.isAllowed(turn, new TopicId(topic))) {
                choices.add(Vocabulary.SHOW + topic);
            }
        }
        return choices;
    }

    private static List<String> main(TurnDraft turn) {
        if (SafetyDialogue.isQuiet(turn)) {
            return List.of("menu.human", "menu.status", "menu.safety", "menu.contacts", "menu.language");
        }
        return List.of("menu.faq", "menu.status", "menu.human", "menu.safety", "menu.contacts", "menu.language");
    }

    private static List<String> otherLanguages(TurnDraft turn) {
        List<String> others = new ArrayList<>();
        for (Language language : Language.values()) {
            if (language != turn.language()) {
                others.add("lang." + language.code());
            }
        }
        return others;
    }
}
