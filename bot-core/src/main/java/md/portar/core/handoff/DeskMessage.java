package md.portar.core.handoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
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
 * @param failure why it failed, where that is known
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
        Optional<Delivery> delivery,
        Optional<DeliveryFailure> failure) {
    public DeskMessage {
        choices = List.copyOf(choices);
        secrets = Set.copyOf(secrets);
    }

    /** A message that did not fail. */
    public DeskMessage(
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
        this(seq, at, author, agent, text, choices, secrets, withheld, edited, redaction, delivery, Optional.empty());
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
