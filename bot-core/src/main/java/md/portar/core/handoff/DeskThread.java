package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as an agent sees it.
 *
 * @param replyUntil when the reply window closes; empty for no limit
 * @param more whether older messages exist
 */
public record DeskThread(DeskRow row, List<DeskMessage> messages, Optional<Instant> replyUntil, boolean more) {
    public DeskThread {
        messages = List.copyOf(messages);
    }
}
