package md.portar.core.texts;

import java.util.List;

/** Every message of the bot, with the placeholders that the caller fills. */
public enum TextKey {
    HELLO("hello"),
    HELLO_SHORT("hello.short"),
    HELLO_PRIVACY("hello.privacy"),
    HELLO_BACK("hello.back"),
    HELLO_LINE("hello.line"),
    HELLO_OPEN("hello.open"),
    LANG_ASK("lang.ask"),
    LANG_SET("lang.set"),
    LANG_ANSWER("lang.answer"),
    MENU_TITLE("menu.title"),
    MENU_STALE("menu.stale"),
    MENU_AGENT("menu.agent"),
    TOPICS_TITLE("topics.title"),
    TOPIC_TITLE("topic.title"),
    CONTACTS("contacts"),
    OFFICIAL("official"),
    DYM("dym"),
    UNKNOWN("unknown"),
    UNKNOWN_TWICE("unknown.twice"),
    ANSWER_AGAIN("answer.again"),
    ANSWER_ALSO("answer.also"),
    FAQ_THANKS("faq.thanks"),
    FAQ_SORRY("faq.sorry"),
    FAQ_SORRY_TWICE("faq.sorry.twice"),
    THANKS("thanks"),
    INSULT("insult"),
    LATE("late"),
    SLOW("slow"),
    ERROR("error"),
    GROUP("group", "link"),
    GROUP_PLAIN("group.plain"),
    STOP("stop"),
    PRIVACY("privacy"),
    PRIVACY_QUEUED("privacy.queued"),
    SECRET_SIGN("secret.sign"),
    AUTO_SIGN("auto.sign"),
    SECRET_HEAD("secret.head", "what"),
    SECRET_HEAD_WHOLE("secret.head.whole", "what"),
    SECRET_DELETED("secret.deleted"),
    SECRET_PLEASE_DELETE("secret.pleaseDelete"),
    SECRET_DO_PASSWORD("secret.do.password"),
    SECRET_DO_OTP("secret.do.otp"),
    SECRET_DO_CARD("secret.do.card"),
    SECRET_FOOT("secret.foot"),
    SECRET_AGAIN("secret.again", "what"),
    SECRET_MAYBE_NOT("secret.maybeNot"),
    CASE_ASK("case.ask"),
    CASE_ASK_NUMBER("case.askNumber"),
    CASE_NEED_ACCOUNT("case.needAccount"),
    CASE_NEED_NUMBER("case.needNumber"),
    CASE_FORMAT("case.format"),
    CASE_NO_MATCH("case.noMatch"),
    CASE_LOCKED("case.locked", "n"),
    CASE_CARD("case.card", "case", "status", "date", "next"),
    CASE_DOWN("case.down"),
    CASE_WATCHED("case.watched"),
    CASE_WATCHED_WINDOW("case.watchedWindow", "n"),
    CASE_CHANGED("case.changed", "case", "status", "date", "next"),
    QUEUE_IN("queue.in", "n", "wait"),
    QUEUE_IN_NO_ESTIMATE("queue.in.noEstimate"),
    QUEUE_HELP("queue.help"),
    QUEUE_HELP_PAYMENTS("queue.help.payments"),
    QUEUE_ALREADY("queue.already"),
    QUEUE_STILL("queue.still", "n", "wait"),
    QUEUE_STILL_NO_ESTIMATE("queue.still.noEstimate"),
    QUEUE_LONG("queue.long"),
    QUEUE_NO_LANG("queue.noLang"),
    QUEUE_NOBODY("queue.nobody"),
    QUEUE_CLOSED("queue.closed", "time"),
    QUEUE_WINDOW("queue.window"),
    QUEUE_WAITING("queue.waiting"),
    QUEUE_LEFT("queue.left"),
    QUEUE_CANCELLED("queue.cancelled"),
    FRAUD_IN("fraud.in"),
    COMPLAINT_IN("complaint.in"),
    AGENT_JOINED("agent.joined", "agent"),
    AGENT_TRANSFER("agent.transfer"),
    AGENT_LOST("agent.lost"),
    AGENT_LOST_PLACE("agent.lost.place", "n"),
    AGENT_NUDGE("agent.nudge", "time"),
    AGENT_END("agent.end"),
    AGENT_END_CASE("agent.end.case", "case"),
    AGENT_END_REOPEN("agent.end.reopen"),
    RATE_ASK("rate.ask"),
    RATE_WHY("rate.why"),
    RATE_THANKS("rate.thanks"),
    RATE_SKIPPED("rate.skipped"),
    SAFETY_IN("safety.in"),
    SAFETY_WHEN("safety.when", "confirm"),
    SAFETY_RECEIVED("safety.received", "time", "open"),
    SAFETY_OPTIONAL("safety.optional"),
    SAFETY_SELF("safety.self"),
    SAFETY_EMAIL("safety.email"),
    SAFETY_HELP("safety.help"),
    SAFETY_HELP_FREE("safety.help.free"),
    SAFETY_DISTRESS("safety.distress"),
    SAFETY_LATER("safety.later"),
    PHOTO("photo"),
    VIDEO("video"),
    VOICE("voice"),
    DOCUMENT("document"),
    MEDIA_WARN("media.warn"),
    PLACE("place"),
    CONTACT("contact"),
    UNSUPPORTED("unsupported");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, only its type does not say so
    private final List<String> placeholders;

    TextKey(String key, String... placeholders) {
        this.key = key;
        this.placeholders = List.of(placeholders);
    }

    /** The name in the message files; stable. */
    public String key() {
        return key;
    }

    /** What the caller has to fill in, besides the operator's facts, which are already in. */
    public List<String> placeholders() {
        return placeholders;
    }
}
