package md.portar.core.handoff;

import java.time.Instant;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;

/**
 * What became of a claim, release or resolve.
 *
 * @param done whether the conversation is now as asked for (also when it already was)
 * @param state its actual state
 * @param holder who has it
 * @param since since when
 */
public record ClaimResult(boolean done, ConversationState.Name state, Optional<AgentId> holder, Instant since) {}
