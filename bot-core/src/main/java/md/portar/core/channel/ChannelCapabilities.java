package md.portar.core.channel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a channel can do, as data, so that nothing else needs to ask which platform it is.
 *
 * @param maxTextLength longest text of one message, in UTF-16 units
 * @param maxTextLengthWithChoices longest text of a message that carries choices
 * @param maxChoices most choices in one message; more are offered as numbered text; 0 when the channel has no buttons
 * @param maxChoiceLabel longest label in characters
 * @param replyWindow how long after the person's last message the bot may write; null for no limit
 * @param humanAgentWindow how long an agent's own words may be sent after that; null when not possible or not configured
 * @param redactsAtSource whether a person's message can be deleted or blanked at the platform
 * @param deletesForPlayer whether that makes it disappear from the player's own screen
 * @param typing whether a typing signal can be shown
 * @param perConversationGap least time between two messages to one conversation
 * @param perSecond most messages a second over the whole account
 */
public record ChannelCapabilities(
        int maxTextLength,
        int maxTextLengthWithChoices,
        int maxChoices,
        int maxChoiceLabel,
        @Nullable Duration replyWindow,
        @Nullable Duration humanAgentWindow,
        boolean redactsAtSource,
        boolean deletesForPlayer,
        boolean typing,
        Duration perConversationGap,
        int perSecond) {
    public Optional<Duration> window() {
        return Optional.ofNullable(replyWindow);
    }

    public Optional<Duration> agentWindow() {
        return Optional.ofNullable(humanAgentWindow);
    }
}
