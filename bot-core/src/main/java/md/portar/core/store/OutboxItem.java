package md.portar.core.store;

import java.time.Instant;
import md.portar.core.handoff.ConversationNumber;

/**
 * An action that was claimed for sending.
 *
 * @param attempts how often it was claimed, this time included; a result under an older number is refused
 * @param uncertain how many attempts ended without a clear answer
 * @param since when it was enqueued
 */
public record OutboxItem(
        long id, ConversationNumber conversation, OutboxEntry entry, int attempts, int uncertain, Instant since) {}
