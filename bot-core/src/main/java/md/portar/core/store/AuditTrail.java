package md.portar.core.store;

import java.time.Instant;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.handoff.ConversationNumber;
import org.jspecify.annotations.Nullable;

/** Who did what, append-only, without a word of anybody. Written in the transaction of the action. */
public interface AuditTrail {
    void append(Tx tx, Entry entry);

    /**
     * One line.
     *
     * @param agent null when bot, system or customer acted
     * @param before the state before, where a conversation was concerned
     */
    record Entry(
            Instant at,
            Action action,
            @Nullable AgentId agent,
            @Nullable ConversationNumber conversation,
            ConversationState.@Nullable Name before,
            ConversationState.@Nullable Name after) {}

    /** What was done. */
    enum Action {
        QUEUED,
        CANCELLED,
        CLAIMED,
        CLAIM_LOST,
        SENT,
        NOTED,
        RELEASED,
        RESOLVED,
        RETURNED_TO_BOT,
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        TOKEN_ISSUED,
        TOKEN_REDEEMED,
        PASSWORD_SET,
        AGENT_SAVED,
        CASES_IMPORTED,
        REPLAYED,
        DROPPED
    }
}
