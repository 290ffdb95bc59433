package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/** The history of a conversation as people see it. Persons' own messages come in through the {@link Inbox}. */
public interface MessageLog {
    Logged append(Tx tx, ConversationNumber conversation, NewMessage message, Instant now);

    /** Gives an event line other words; false when it is none. */
    boolean reword(Tx tx, MessageId id, SafeText text);

    /** The message that a composer already sent under this id. */
    Optional<Logged> byClientId(Tx tx, ConversationNumber conversation, ClientMessageId id);

    /**
     * Removes the words of a person's earlier message, because they turned out to be part of a secret. Also forgets the words
     * where they were counted as a question.
     *
     * @return whether there was such a message
     */
    boolean withhold(Tx tx, ConversationNumber conversation, PlatformMessageId id, Set<SecretKind> kinds);

    /** Notes what became of deleting a message at the platform. */
    void markRedaction(Tx tx, ConversationNumber conversation, PlatformMessageId id, DeskMessage.Redaction redaction);

    /** Moves an outbound message forward; one that got further stays where it is. */
    boolean markDelivery(Tx tx, MessageId id, DeskMessage.Delivery delivery);

    /** Ends the way of an outbound message and notes why; one that got further stays where it is. */
    boolean markFailed(Tx tx, MessageId id, DeliveryFailure cause);

    /** Puts a message that failed, or whose fate is unknown, back to the start of its way; false when it got further. */
    boolean requeue(Tx tx, MessageId id);

    /** The outbound message with this id, which one may say again; empty when it was not one of ours. */
    Optional<Outbound> outbound(Tx tx, ConversationNumber conversation, PlatformMessageId platformId);

    /** The outbound message at this place of the conversation. */
    Optional<Outbound> outboundAt(Tx tx, ConversationNumber conversation, long seq);

    /**
     * Notes under which id the platform knows a part of an outbound message, and moves it as far as receipts say that came
     * before.
     */
    Early platformId(Tx tx, ConversationNumber conversation, MessageId id, PlatformMessageId platformId);

    /**
     * Moves the outbound message with this platform id forward; false when it already got as far or is not known. When it may
     * be one that is being sent right now, the receipt waits until {@link #platformId} tells.
     */
    boolean report(Tx tx, ConversationNumber conversation, PlatformMessageId platformId, DeskMessage.Delivery delivery);

    /** Notes that the platform took the message and could not deliver it. */
    boolean reportFailed(Tx tx, ConversationNumber conversation, PlatformMessageId platformId, DeliveryFailure cause);

    /** Moves all outbound messages up to a time forward, those being sent as soon as they are; returns how many moved at once. */
    int reportUpTo(Tx tx, ConversationNumber conversation, DeskMessage.Delivery delivery, Instant upTo);

    /**
     * What receipts said of a message before the answer to its sending came.
     *
     * @param any whether there were any
     * @param failure why the platform could not deliver it; empty unless the message failed by that
     */
    record Early(boolean any, Optional<DeliveryFailure> failure) {
        /** Nothing was said. */
        public static final Early NOTHING = new Early(false, Optional.empty());
    }

    /** Our number of a message, and its place in the conversation. */
    record Logged(MessageId id, long seq) {}

    /**
     * Our own message as it can be said again.
     *
     * @param resends how often it was said again already
     * @param delivery how far it got
     */
    record Outbound(
            MessageId id,
            DeskMessage.Author author,
            Optional<AgentId> agent,
            SafeText text,
            List<SafeText> choices,
            DeskMessage.Delivery delivery,
            int resends) {
        public Outbound {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A message that is not a person's.
     *
     * @param agent who wrote it, for agents' words and notes
     * @param clientId guards against a double click
     * @param delivery where its way starts; null for what never leaves
     */
    record NewMessage(
            DeskMessage.Author author,
            @Nullable AgentId agent,
            SafeText text,
            List<SafeText> choices,
            @Nullable ClientMessageId clientId,
            DeskMessage.@Nullable Delivery delivery) {
        public NewMessage {
            choices = List.copyOf(choices);
        }
    }
}
