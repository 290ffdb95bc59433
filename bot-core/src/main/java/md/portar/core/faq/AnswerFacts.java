package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.conversation.TopicId;

/**
 * Looks for facts that an answer may not state: numbers outside the content contract, addresses and telephone numbers that
 * belong into the configuration, and requests for secrets. Steps may be numbered.
 */
final class AnswerFacts {
    private static final Pattern STEP_NUMBER = Pattern.compile("(?m)^\\s*[1-9]\\.\\s");
    private static final Pattern LINK = Pattern.compile(
            "(?iu)https?:|www\\.|t\\.me/|m\\.me/|wa\\.me/|\\b[a-z0-9-]{2,}\\.(?:md|com|org|net|ru|ro|eu|bet|io)\\b");
    private static final Pattern EMAIL = Pattern.compile("\\S@\\S");
    private static final Pattern HANDLE = Pattern.compile("(?:^|\\s)@\\w");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[\\s()-]?\\d){5,}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\s?[/–—-]\\s?\\d+)?");

    /** A verb of giving in the imperative, then a secret, inside one sentence without a negation before the verb. */
    private static final Pattern ASKS_FOR_SECRET =
            Pattern.compile("(?iu)(?<![\\p{L}])(?<verb>trimite|scrie|spune|dă-ne|indică|introdu|comunică|"
                    + "отправьте|пришлите|напишите|укажите|сообщите|назовите|введите|скажите|send|write|tell|give|enter|provide|type)"
                    + "(?![\\p{L}])(?:(?!,| că | что | that | cum | как | how )[^.!?;\\n]){0,60}?(?<![\\p{L}])"
                    + "(?<secret>parol|cvv|cvc|pin(?![\\p{L}])|codul (?:din )?sms|codul de|парол|пин|код(?: из| подтвержд|[аы]? авториз)|"
                    + "password|login code|sms code|one-time code)");

    private static final Pattern NEGATION = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:nu|fără|niciodată|не|без|никогда|never|not|don['’]t|without|no)(?![\\p{L}])");

    /** From the content contract: reply times are the only figures that a source states. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("withdrawal-delayed", Set.of("24")),
            Map.entry("dispute", Set.of("2-6", "24")),
            Map.entry("kyc-duration", Set.of("24")),
            Map.entry("contact-options", Set.of("24/7")),
            Map.entry("support-hours", Set.of("24/7")),
            Map.entry("chat-response-time", Set.of("1-3")),
            Map.entry("email-response-time", Set.of("2-6", "24")),
            Map.entry("no-reply", Set.of("2-6", "24", "1-3")));

    private AnswerFacts() {}

    /** What is wrong with an answer, in words; empty when nothing is. */
    static List<String> objections(TopicId topic, String answer) {
        List<String> objections = new ArrayList<>();
        String text = STEP_NUMBER.matcher(answer).replaceAll("");
        if (EMAIL.matcher(text).find() || HANDLE.matcher(text).find()) {
            objections.add("states an address; use a placeholder such as {email}");
        }
        if (LINK.matcher(text).find()) {
            objections.add("states a link; use a placeholder such as {site}");
        }
        Matcher phone = PHONE.matcher(text);
        if (phone.find()) {
            objections.add("states a telephone number; use {phone}");
            text = phone.replaceAll("");
        }
        Set<String> allowed = ALLOWED.getOrDefault(topic.value(), Set.of());
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String found = number.group().replaceAll("\\s", "").replaceAll("[–—]", "-");
            if (!allowed.contains(found)) {
                objections.add("states the number " + found + ", which is not a fact of this topic");
            }
        }
        if (asksForSecret(text)) {
            objections.add("asks for a password, code, CVV or PIN");
        }
        return objections;
    }

    private static boolean asksForSecret(String text) {
        for (String sentence : text.split("[.!?;\\n]")) {
            Matcher asks = ASKS_FOR_SECRET.matcher(sentence);
            if (asks.find()
                    && !NEGATION.matcher(sentence.substring(0, asks.end())).find()) {
                return true;
            }
        }
        return false;
    }
}
