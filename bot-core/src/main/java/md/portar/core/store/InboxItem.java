package md.portar.core.store;

import java.time.Instant;
import md.portar.core.message.ScreenedMessage;
import org.jspecify.annotations.Nullable;

/**
 * One thing to handle.
 *
 * @param id grows in the order recorded
 * @param message what was written; only for {@code MESSAGE} and {@code EDIT}
 * @param at when it happened
 */
public record InboxItem(long id, Kind kind, @Nullable ScreenedMessage message, Instant at) {
    /** What it is. */
    public enum Kind {
        MESSAGE,
        EDIT,
        /** Somebody answered from outside. */
        ANSWERED_ELSEWHERE,
        BLOCKED,
        UNBLOCKED,
        ADDED_TO_GROUP
    }
}
