package md.portar.core.handoff;

import java.time.Instant;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.guard.SafeText;
import md.portar.core.message.ChannelId;

/**
 * A message that was given up.
 *
 * @param number tells it apart
 * @param byAgent whether an agent's words, not the bot's
 * @param platformCode the platform's own number for the cause, 0 when there is none
 * @param since when it was to be sent
 * @param givenUpAt when it was given up
 */
public record UndeliveredMessage(
        long number,
        ConversationNumber conversation,
        ChannelId channel,
        SafeText customer,
        boolean byAgent,
        DeliveryFailure cause,
        int platformCode,
        int attempts,
        Instant since,
        Instant givenUpAt,
        SafeText text) {}
