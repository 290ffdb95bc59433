package md.portar.core.channel;

import java.util.List;
import java.util.Map;
import md.portar.core.guard.SafeText;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/** Everything that leaves does so as one of these, through the outbox. A channel that cannot do one says so. */
public sealed interface OutboundAction {
    ConversationKey to();

    /** Exactly one branch runs; a new kind of action must be handled by every visitor. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One message, already within the channel's length limits.
     *
     * @param choices at most {@link ChannelCapabilities#maxChoices}; empty for plain text
     * @param speaker who says it: only a signed-in agent's own words may use the longer window
     */
    record SendMessage(ConversationKey to, SafeText text, List<Choice> choices, Speaker speaker)
            implements OutboundAction {
        public SendMessage {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sendMessage(this);
        }
    }

    /**
     * An approved template, for use outside the reply window.
     *
     * @param language in which of its languages
     * @param variables what fills its places, by their numbers
     * @param text the words as the person reads them; the platform puts them together itself
     */
    record SendTemplate(
            ConversationKey to,
            TemplateName template,
            Language language,
            Map<String, SafeText> variables,
            SafeText text)
            implements OutboundAction {
        public SendTemplate {
            variables = Map.copyOf(variables);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sendTemplate(this);
        }
    }

    /** Deletes or blanks the person's own message at the platform, as far as the platform can. */
    record RedactAtSource(ConversationKey to, PlatformMessageId message) implements OutboundAction {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redactAtSource(this);
        }
    }

    /** Shows that an answer is being written; worth one attempt. */
    record ShowTyping(ConversationKey to, @Nullable PlatformMessageId inReplyTo) implements OutboundAction {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.showTyping(this);
        }
    }

    /**
     * Tells the platform that a tap was handled.
     *
     * @param message the message that carried the buttons, whose buttons are then removed, where known
     */
    record AcknowledgeChoice(
            ConversationKey to,
            PlatformMessageId callback,
            @Nullable PlatformMessageId message) implements OutboundAction {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.acknowledgeChoice(this);
        }
    }

    /** Leaves a group. */
    record LeaveGroup(ConversationKey to) implements OutboundAction {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.leaveGroup(this);
        }
    }

    /** Who speaks. */
    enum Speaker {
        BOT,
        AGENT,
        /** An agent's own words after the ordinary reply window, which some channels allow under a tag. */
        AGENT_AFTER_WINDOW
    }

    /** One method per kind of action. */
    interface Visitor<R> {
        R sendMessage(SendMessage action);

        R sendTemplate(SendTemplate action);

        R redactAtSource(RedactAtSource action);

        R showTyping(ShowTyping action);

        R acknowledgeChoice(AcknowledgeChoice action);

        R leaveGroup(LeaveGroup action);
    }
}
