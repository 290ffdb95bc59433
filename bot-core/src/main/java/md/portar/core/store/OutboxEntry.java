package md.portar.core.store;

import java.util.List;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.SafeText;
import md.portar.core.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * One action that has to leave.
 *
 * @param epoch the conversation's epoch in which it was decided
 * @param message the log's message that it carries out, if any
 * @param lastPart whether the message is complete once this has left
 * @param followUp what to say when the outcome of a redaction is known
 */
public record OutboxEntry(
        OutboundAction action,
        long epoch,
        @Nullable MessageId message,
        boolean lastPart,
        @Nullable FollowUp followUp) {
    /** An action without a bubble of its own. */
    public static OutboxEntry of(OutboundAction action, long epoch) {
        return new OutboxEntry(action, epoch, null, true, null);
    }

    /** The one text or the other. */
    public record FollowUp(SafeText ifDeleted, SafeText otherwise, List<Choice> choices) {
        public FollowUp {
            choices = List.copyOf(choices);
        }
    }
}
