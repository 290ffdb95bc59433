package md.portar.core.channel;

import java.time.Instant;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/** Anything a webhook brings, normalised. */
public sealed interface ChannelEvent {
    /** Exactly one branch runs; a new kind of event must be handled by every visitor. */
    <R> R accept(Visitor<R> visitor);

    /** A person wrote, tapped or sent something. */
    record MessageReceived(InboundMessage message) implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.messageReceived(this);
        }
    }

    /** A person changed an earlier message; {@code message.id()} names it, {@code message.key()} the edit. */
    record MessageEdited(InboundMessage message) implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.messageEdited(this);
        }
    }

    /** The platform reports how far one of our messages got. */
    record DeliveryReported(
            EventKey key,
            ConversationKey conversation,
            PlatformMessageId id,
            DeliveryStage stage,
            @Nullable DeliveryFailure failure,
            Instant at)
            implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deliveryReported(this);
        }
    }

    /** The platform reports that all our messages up to a time got that far. */
    record WatermarkReported(EventKey key, ConversationKey conversation, DeliveryStage stage, Instant upTo)
            implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.watermarkReported(this);
        }
    }

    /** The person blocked or unblocked us. */
    record ReachabilityChanged(EventKey key, ConversationKey conversation, boolean reachable, Instant at)
            implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reachabilityChanged(this);
        }
    }

    /** Somebody answered from outside Portar, or another application owns the thread: the bot stays silent for a while. */
    record AnsweredElsewhere(EventKey key, ConversationKey conversation, Instant at) implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answeredElsewhere(this);
        }
    }

    /** We were added to a group, where we answer one line and leave. */
    record AddedToGroup(EventKey key, ConversationKey group, Instant at) implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addedToGroup(this);
        }
    }

    /** Authentic, acknowledged, and of no interest, or not understood. */
    record Ignored(IgnoredReason reason) implements ChannelEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ignored(this);
        }
    }

    /** One method per kind of event. */
    interface Visitor<R> {
        R messageReceived(MessageReceived event);

        R messageEdited(MessageEdited event);

        R deliveryReported(DeliveryReported event);

        R watermarkReported(WatermarkReported event);

        R reachabilityChanged(ReachabilityChanged event);

        R answeredElsewhere(AnsweredElsewhere event);

        R addedToGroup(AddedToGroup event);

        R ignored(Ignored event);
    }
}
