package md.portar.gateway.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.message.Language;

/**
 * One line of a list, the same for every agent who reads the console in one language: whose it is decides the browser.
 *
 * @param assigneeId the sign-in name of who has it; empty for nobody
 * @param waited how long the player has been waiting, in words
 */
public record RowView(
        long number,
        long version,
        Customer customer,
        ConversationState.Name state,
        Priority priority,
        String assigneeId,
        String assigneeName,
        Optional<Instant> waitingSince,
        String waited,
        List<Segment> preview,
        Instant lastActivity) {
    public RowView {
        preview = List.copyOf(preview);
    }

    /** Who it is with and where. */
    public record Customer(
            String name, String initials, int hue, String channel, String channelName, Language language) {}

    public String stateName() {
        return state.name();
    }

    public boolean urgent() {
        return priority == Priority.SAFETY;
    }

    public boolean raised() {
        return priority == Priority.HIGH;
    }

    public String waitMillis() {
        return waitingSince.map(since -> Long.toString(since.toEpochMilli())).orElse("");
    }
}
