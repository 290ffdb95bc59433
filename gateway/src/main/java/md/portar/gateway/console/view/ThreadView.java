package md.portar.gateway.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.handoff.EpisodeOutcome;

/**
 * A conversation as one agent sees it.
 *
 * @param mode what this agent can do with it now
 * @param reason why it came to people, in words; empty when it did not
 * @param replyUntil when the reply window closes; empty for no limit
 * @param left how long it is still open, in words
 * @param limit how many characters the channel takes at once
 * @param templates what can be sent although the window is closed; empty unless this agent has it, the window is closed, and the
 *     channel knows templates
 * @param secrets kinds of secrets stopped in the messages shown, in words
 */
public record ThreadView(
        RowView row,
        Mode mode,
        List<BubbleView> bubbles,
        boolean more,
        String reason,
        Optional<Instant> replyUntil,
        String left,
        int limit,
        Optional<List<TemplateView>> templates,
        List<String> secrets,
        Optional<Banner> banner) {
    public ThreadView {
        bubbles = List.copyOf(bubbles);
        templates = templates.map(List::copyOf);
        secrets = List.copyOf(secrets);
    }

    /** What this agent can do. */
    public enum Mode {
        /** It waits for somebody to claim it. */
        QUEUED,
        /** This agent has it. */
        MINE,
        /** This agent has it, but the channel takes no free text any more. */
        CLOSED,
        /** Somebody else has it. */
        OTHER,
        /** The bot answers. */
        BOT,
        /** Closed. */
        RESOLVED
    }

    /**
     * A line above the thread, such as who was faster.
     *
     * @param testId how tests find it
     */
    public record Banner(String text, String testId, boolean next) {}

    public boolean mine() {
        return mode == Mode.MINE || mode == Mode.CLOSED;
    }

    public boolean canReply() {
        return mode == Mode.MINE;
    }

    /** Whether a template is chosen here instead of writing. */
    public boolean choosesTemplate() {
        return templates.filter(some -> !some.isEmpty()).isPresent();
    }

    /** Why there is no box to write in, as the key of the words. */
    public String closedKey() {
        if (templates.isEmpty()) {
            return "composer.closed";
        }
        return choosesTemplate() ? "composer.closed.templates" : "composer.closed.no-templates";
    }

    public long lastSeq() {
        return bubbles.isEmpty() ? 0 : bubbles.get(bubbles.size() - 1).seq();
    }

    public long firstSeq() {
        return bubbles.isEmpty() ? 0 : bubbles.get(0).seq();
    }

    public List<EpisodeOutcome> outcomes() {
        return List.of(EpisodeOutcome.values());
    }
}
