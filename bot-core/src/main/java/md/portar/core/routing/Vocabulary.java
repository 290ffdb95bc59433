package md.portar.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import md.portar.core.texts.Texts;

/** The words that all dialogues speak and understand, and the buttons made of them. Thread-safe. */
record Vocabulary(Texts texts, Answers answers, Phrasebook phrases, PlayerSettings settings) {
    static final String SHOW = "faq.show:";
    static final String YES = "faq.yes:";
    static final String NO = "faq.no:";

    /** A button by its id; empty when no label is known for it, as for a topic that is gone. */
    Optional<Choice> choice(Language language, String id) {
        if (id.startsWith(SHOW)) {
            return topicOf(id, SHOW)
                    .flatMap(topic -> answers.title(topic, language))
                    .map(title -> new Choice(id, title));
        }
        int colon = id.indexOf(':');
        String label = colon < 0 ? id : id.substring(0, colon);
        if (!texts.hasLabel(label)) {
            return Optional.empty();
        }
        return Optional.of(new Choice(id, texts.choice(language, label).label()));
    }

    /** Buttons by their ids, without those that have no label. */
    List<Choice> choices(Language language, List<String> ids) {
        List<Choice> choices = new ArrayList<>();
        for (String id : ids) {
            choice(language, id).ifPresent(choices::add);
        }
        return choices;
    }

    /** The topic in a button's id; empty when the id was tampered with. */
    static Optional<TopicId> topicOf(String id, String prefix) {
        try {
            return Optional.of(new TopicId(id.substring(prefix.length())));
        } catch (IllegalArgumentException notATopic) {
            return Optional.empty();
        }
    }
}
