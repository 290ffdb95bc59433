package md.portar.core.conversation;

import java.util.List;

/**
 * The result of one turn.
 *
 * @param after the conversation afterwards
 * @param effects in the order in which the player is to notice them
 */
public record Turn(Conversation after, List<Effect> effects) {
    public Turn {
        effects = List.copyOf(effects);
    }
}
