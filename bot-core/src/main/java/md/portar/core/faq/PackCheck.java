package md.portar.core.faq;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Language;

/** Everything that must hold in a pack before a player reads it: {@code faq check}. */
public final class PackCheck {
    static final int LONGEST_TITLE = 20;
    static final int LONGEST_LONG_TITLE = 40;
    static final int LONGEST_ANSWER = 600;
    static final int FEWEST_PHRASINGS = 25;
    static final int FEWEST_NONE = 150;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final SecretGuard GUARD = SecretGuard.standard();
    private static final Pattern CEDILLA = Pattern.compile("[şŞţŢ]");

    private final PackSource pack;
    private final PackProblems problems;

    private PackCheck(PackSource pack, PackProblems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    /** Reads and checks a pack; no problems means that it can be used. */
    public static PackProblems check(PackFiles files) {
        PackProblems problems = new PackProblems();
        check(new PackReader(files, problems).read(), problems);
        problems.locate(files);
        return problems;
    }

    static void check(PackSource pack, PackProblems problems) {
        new PackCheck(pack, problems).run();
    }

    private void run() {
        if (pack.topics().isEmpty()) {
            problems.add("pack.yaml", "topics", "no topic could be read");
        }
        pack.placeholders()
                .forEach((name, wordings) -> wordings.forEach(
                        (language, wording) -> text("placeholders.yaml", name + "." + language.code(), wording)));
        Set<TopicId> ids = new HashSet<>();
        pack.topics().forEach(topic -> ids.add(topic.id()));
        for (TopicSource topic : pack.topics()) {
            for (TopicId related : topic.related()) {
                if (!ids.contains(related)) {
                    problems.add(topic.file(), "related", "no such topic: " + related.value());
                } else if (related.equals(topic.id())) {
                    problems.add(topic.file(), "related", "names the topic itself");
                }
            }
            topic.texts().forEach((language, texts) -> texts(topic, language, texts));
        }
        none();
        duplicates();
    }

    private void texts(TopicSource topic, Language language, TopicSource.Texts texts) {
        String key = language.code() + ".";
        if (!topic.pseudo()) {
            label(topic, key + "title", texts.title(), LONGEST_TITLE);
            label(topic, key + "long-title", texts.longTitle(), LONGEST_LONG_TITLE);
            answer(topic, key + "answer", texts.answer());
        }
        if (texts.phrasings().size() < FEWEST_PHRASINGS) {
            problems.add(
                    topic.file(),
                    key + "phrasings",
                    "has " + texts.phrasings().size() + ", expected at least " + FEWEST_PHRASINGS);
        }
    }

    private void label(TopicSource topic, String key, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            problems.add(
                    topic.file(),
                    key,
                    "has " + value.codePointCount(0, value.length()) + " characters, at most " + longest + " fit");
        }
        text(topic.file(), key, value);
    }

    private void answer(TopicSource topic, String key, String value) {
        if (value.length() > LONGEST_ANSWER) {
            problems.add(
                    topic.file(), key, "has " + value.length() + " characters, at most " + LONGEST_ANSWER + " allowed");
        }
        text(topic.file(), key, value);
        Matcher placeholder = PLACEHOLDER.matcher(value);
        while (placeholder.find()) {
            if (!pack.placeholders().containsKey(placeholder.group(1))) {
                problems.add(
                        topic.file(),
                        key,
                        "unknown placeholder {" + placeholder.group(1) + "}; known are "
                                + pack.placeholders().keySet().stream().sorted().toList());
            }
        }
        for (String objection : AnswerFacts.objections(topic.id(), value)) {
            problems.add(topic.file(), key, objection);
        }
    }

    private void text(String file, String key, String value) {
        if (!GUARD.reviewOutgoing(UntrustedText.of(value)).sendable()) {
            problems.add(file, key, "asks for a secret or holds one, which nobody may send a player");
        }
        if (CEDILLA.matcher(value).find()) {
            problems.add(file, key, "has ş or ţ with a cedilla; Romanian has ș and ț with a comma below");
        }
    }

    private void none() {
        for (Language language : Language.values()) {
            int count = pack.none().getOrDefault(language, List.of()).size();
            if (count < FEWEST_NONE) {
                problems.add(
                        "none.yaml", language.code(), "has " + count + " messages, expected at least " + FEWEST_NONE);
            }
        }
    }

    /** The same words for two topics teach the model nothing but doubt. */
    private void duplicates() {
        Map<String, String> owner = new HashMap<>();
        for (TopicSource topic : pack.topics()) {
            topic.texts().forEach((language, texts) -> {
                List<String> phrasings = texts.phrasings();
                for (int i = 0; i < phrasings.size(); i++) {
                    String key = language.code() + ".phrasings[" + i + "]";
                    claim(owner, phrasings.get(i), topic.id().value(), topic.file(), key);
                }
            });
        }
        pack.none()
                .forEach((language, messages) ->
                        messages.forEach(said -> claim(owner, said, Example.NONE, "none.yaml", language.code())));
    }

    private void claim(Map<String, String> owner, String said, String label, String file, String key) {
        String folded = String.join(" ", FeatureReader.sounds(said));
        if (folded.isEmpty()) {
            if (!label.equals(Example.NONE)) { // smileys alone are a fair example of nothing
                problems.add(file, key, "has no words: \"" + said + "\"");
            }
            return;
        }
        String other = owner.putIfAbsent(folded, label);
        if (other != null && !other.equals(label)) {
            problems.add(file, key, "\"" + said + "\" is also a phrasing of " + other);
        }
    }
}
