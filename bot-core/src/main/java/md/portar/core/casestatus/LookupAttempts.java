package md.portar.core.casestatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.message.ConversationKey;

/** Counts failed look-ups, so that numbers cannot be guessed. Durable; shared by all nodes. */
public interface LookupAttempts {
    /** How long this person or this case is still locked; empty when a look-up is allowed. */
    Optional<Duration> lockedFor(ConversationKey person, CaseNumber number, Instant now);

    /** Records a look-up that matched nothing. */
    void failed(ConversationKey person, CaseNumber number, Instant now);
}
