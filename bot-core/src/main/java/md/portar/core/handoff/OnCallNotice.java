package md.portar.core.handoff;

import java.time.Instant;
import java.util.UUID;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

/**
 * What those on call are told about a request for protection: where to look, and nothing of what was said or by whom.
 *
 * @param key the same however often it is sent
 * @param requestedAt when the player asked
 */
public record OnCallNotice(
        UUID key,
        SafetyConcern concern,
        ChannelId channel,
        ConversationNumber conversation,
        Language language,
        Instant requestedAt) {}
