package md.portar.core.conversation;

import java.time.Duration;
import java.util.List;

/**
 * The result of one turn.
 *
 * @param after the conversation afterwards
 * @param effects in the order in which the player is to notice them
 * @param lasting how long the turn lasts at least, counted from its beginning: nothing of it is written or noticed earlier
 */
public record Turn(Conversation after, List<Effect> effects, Duration lasting) {
    public Turn {
        effects = List.copyOf(effects);
    }

    /** A turn that may end at once. */
    public Turn(Conversation after, List<Effect> effects) {
        this(after, effects, Duration.ZERO);
    }
}
