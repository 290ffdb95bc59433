package md.portar.core.store;

import md.portar.core.conversation.Effect;
import md.portar.core.conversation.TopicId;

/** How often something became of the answers of a topic. */
public record AnswerCount(TopicId topic, Effect.CountAnswer.Signal signal, long count) {}
