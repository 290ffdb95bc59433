package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.MessageTemplate;

/**
 * A conversation as an agent sees it.
 *
 * @param replyUntil when the reply window closes; empty for no limit
 * @param more whether older messages exist
 * @param templates what may be sent after the window; empty where the channel knows no templates
 */
public record DeskThread(
        DeskRow row,
        List<DeskMessage> messages,
        Optional<Instant> replyUntil,
        boolean more,
        Optional<List<MessageTemplate>> templates) {
    public DeskThread {
        messages = List.copyOf(messages);
        templates = templates.map(List::copyOf);
    }
}
