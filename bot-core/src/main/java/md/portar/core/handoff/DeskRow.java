package md.portar.core.handoff;

import java.time.Instant;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SafeText;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

/**
 * One line of a list.
 *
 * @param version grows with every change of the conversation
 * @param waitingSince when the player started to wait for us; empty when we wait for him
 */
public record DeskRow(
        ConversationNumber number,
        long version,
        ChannelId channel,
        SafeText customer,
        Language language,
        ConversationState.Name state,
        Priority priority,
        Optional<HandoffReason> reason,
        Optional<AgentId> assignee,
        Optional<Instant> waitingSince,
        SafeText preview,
        Instant lastActivity) {}
