package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import org.jspecify.annotations.Nullable;

/** Words that were given up, one entry a message, newest first. They stay until somebody sends them again or drops them. */
public interface DeadLetters {
    /** One page; {@code before} is the last number of the page before. */
    List<DeadLetter> list(Tx tx, Filter filter, Optional<Long> before, int limit);

    Optional<DeadLetter> find(Tx tx, long number);

    /** What was given up of a message of the history. */
    Optional<DeadLetter> find(Tx tx, ConversationNumber conversation, MessageId message);

    /** How many there are, by channel and cause. */
    List<Count> counts(Tx tx);

    /**
     * Puts a message's parts back, at the end of its conversation's line and in their order.
     *
     * @param epoch the epoch in which this was decided
     * @return false when somebody else has dealt with it
     */
    boolean replay(Tx tx, DeadLetter letter, long epoch, Instant now);

    /** Deletes it; false when somebody else has dealt with it. */
    boolean drop(Tx tx, DeadLetter letter);

    /** Deletes what was kept of a message that is said again in another way. */
    void drop(Tx tx, ConversationNumber conversation, MessageId message);

    /**
     * Which ones.
     *
     * @param channel only of this channel; null for all
     * @param cause only with this cause; null for all
     */
    record Filter(@Nullable ChannelId channel, @Nullable DeliveryFailure cause) {
        public static final Filter ALL = new Filter(null, null);
    }

    /** Figures for one pair. */
    record Count(ChannelId channel, DeliveryFailure cause, int letters) {}

    /**
     * A message that was given up.
     *
     * @param number tells it apart
     * @param message the history's message, if it has a bubble
     * @param platformCode the platform's own number for the cause, 0 when there is none
     * @param since when it was enqueued
     * @param buriedAt when it was given up
     * @param text its words, all parts together
     * @param template whether it is an approved template, which no window stops
     */
    record DeadLetter(
            long number,
            ConversationNumber conversation,
            @Nullable MessageId message,
            ConversationKey to,
            Speaker speaker,
            DeliveryFailure cause,
            int platformCode,
            int attempts,
            Instant since,
            Instant buriedAt,
            SafeText text,
            boolean template) {}
}
