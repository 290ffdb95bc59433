package md.portar.core.handoff;

import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.AgentId;
import md.portar.core.message.ChannelId;
import org.jspecify.annotations.Nullable;

/** Messages that were given up, for supervisors and operators. Blocking; thread-safe; the store decides races. */
public interface Undelivered {
    /** One page, newest first; {@code before} is the last number of the page before. */
    List<UndeliveredMessage> list(Filter filter, Optional<Long> before, int limit);

    /** How many there are, by channel and cause. */
    List<Count> counts();

    /**
     * Puts a message back at the end of its conversation's line, unless it could not be delivered now either.
     *
     * @param agent who decided so; null at the command line
     */
    Replay replay(long number, @Nullable AgentId agent);

    /**
     * Deletes a message for good; its bubble stays as failed. False when there is none of this number.
     *
     * @param agent who decided so; null at the command line
     */
    boolean drop(long number, @Nullable AgentId agent);

    /**
     * Which messages.
     *
     * @param channel only of this channel; null for all
     * @param cause only with this cause; null for all
     */
    record Filter(@Nullable ChannelId channel, @Nullable DeliveryFailure cause) {
        public static final Filter ALL = new Filter(null, null);
    }

    /** How many of one kind. */
    record Count(ChannelId channel, DeliveryFailure cause, int messages) {}

    /** What became of sending a message again. */
    enum Replay {
        /** It is on its way. */
        DONE,
        /** Somebody else has dealt with it. */
        GONE,
        /** The person has to write first. */
        WINDOW_CLOSED,
        /** The person blocked us and has not written since. */
        OUT_OF_REACH,
        /** The bot's words, while an agent has the conversation. */
        AGENT_HAS_IT
    }
}
