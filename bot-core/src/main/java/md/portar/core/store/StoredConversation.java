package md.portar.core.store;

import java.time.Instant;
import java.util.Optional;
import md.portar.core.conversation.Conversation;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * A conversation and what the store knows besides.
 *
 * @param leaseNumber grows with every claim; a result under an older number is refused
 * @param language the language to speak when the bot remembers none: the chosen one, else the messenger's, else Romanian
 * @param lastInbound when the person last wrote, by the platform's clock
 * @param stateSince when the state began; for one who waits, when he began to
 */
public record StoredConversation(
        ConversationNumber number,
        Conversation conversation,
        long leaseNumber,
        Language language,
        @Nullable Instant lastInbound,
        boolean reachable,
        Instant stateSince) {
    public ConversationKey key() {
        return conversation.key();
    }

    public Optional<Instant> heardAt() {
        return Optional.ofNullable(lastInbound);
    }
}
