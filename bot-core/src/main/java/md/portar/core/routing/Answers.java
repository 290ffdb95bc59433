package md.portar.core.routing;

import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;

/** What the dialogues need of the FAQ: understanding a question, and the answers. Thread-safe. */
public interface Answers {
    /** Ranks the topics for a question; {@code context} is the conversation's language so far. */
    Understanding understand(ScreenedText question, Optional<Language> context);

    /** The answer to a topic in this language, or in the nearest one that has it; empty for an unknown topic. */
    Optional<Answer> answer(TopicId topic, Language language);

    /** The topic's short title for a button (at most 20 characters); empty for an unknown topic. */
    Optional<CatalogueText> title(TopicId topic, Language language);

    /** How sure the ranking is. */
    enum Band {
        ANSWER,
        SUGGEST,
        NONE
    }

    /**
     * @param topics best first; may hold the pseudo-topics {@code HUMAN, CASE, GREETING, THANKS}
     * @param also a second question in the same message that is clear too
     * @param language of the question; empty when its words do not tell
     */
    record Understanding(Band band, List<TopicId> topics, Optional<TopicId> also, Optional<Language> language) {
        public Understanding {
            topics = List.copyOf(topics);
        }

        /** Nothing was recognised. */
        public static Understanding none(Optional<Language> language) {
            return new Understanding(Band.NONE, List.of(), Optional.empty(), language);
        }
    }

    /**
     * @param language the language the text really is in
     * @param safety whether the topic is about protection of players, which goes to a person
     * @param offersHuman whether a person is to be offered first
     */
    record Answer(CatalogueText text, Language language, boolean safety, boolean offersHuman) {}
}
