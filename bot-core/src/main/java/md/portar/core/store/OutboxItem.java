package md.portar.core.store;

import java.time.Instant;
import md.portar.core.channel.OutboundAction;
import md.portar.core.handoff.ConversationNumber;

/**
 * An action that was claimed for sending.
 *
 * @param attempts how often it was claimed, this time included; a result under an older number is refused
 * @param uncertain how many attempts ended without a clear answer
 * @param failures how many attempts failed for a reason of its own
 * @param since when it was enqueued
 */
public record OutboxItem(
        long id,
        ConversationNumber conversation,
        OutboxEntry entry,
        int attempts,
        int uncertain,
        int failures,
        Instant since) {
    /** The same item, carried out by another action. */
    public OutboxItem with(OutboundAction action) {
        OutboxEntry changed =
                new OutboxEntry(action, entry.epoch(), entry.message(), entry.lastPart(), entry.followUp());
        return new OutboxItem(id, conversation, changed, attempts, uncertain, failures, since);
    }
}
