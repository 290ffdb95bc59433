package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;

/**
 * One bubble.
 *
 * @param seq grows within the conversation
 * @param choices labels the player was offered
 * @param secrets kinds the guard stopped in it
 * @param redaction what became of deleting it at the platform; empty when nothing was to be deleted
 * @param delivery how far an outbound message got; empty for others
 */
public record DeskMessage(
        long seq,
        Instant at,
        Author author,
        Optional<AgentId> agent,
        SafeText text,
        List<SafeText> choices,
        Set<SecretKind> secrets,
        boolean withheld,
        boolean edited,
        Optional<Redaction> redaction,
        Optional<Delivery> delivery) {
    public DeskMessage {
        choices = List.copyOf(choices);
        secrets = Set.copyOf(secrets);
    }

    /** Who wrote it. */
    public enum Author {
        CUSTOMER,
        BOT,
        AGENT,
        NOTE,
        EVENT
    }

    /** What became of deleting a secret at the platform. */
    public enum Redaction {
        PENDING,
        DONE,
        FAILED,
        NOT_POSSIBLE
    }

    /** How far an outbound message got. */
    public enum Delivery {
        QUEUED,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        UNKNOWN
    }
}
