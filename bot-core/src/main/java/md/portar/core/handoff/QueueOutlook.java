package md.portar.core.handoff;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.Priority;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;

/** What can be said honestly about waiting, from live data only. */
@FunctionalInterface
public interface QueueOutlook {
    Outlook outlook(ConversationKey conversation, Language language, Priority priority);

    /**
     * @param place 1 for the next in line
     * @param expectedWait how long it may take; empty when live data do not allow a number
     * @param staffed languages for which an agent is online now
     */
    record Outlook(int place, Optional<Duration> expectedWait, Set<Language> staffed) {
        public Outlook {
            staffed = Set.copyOf(staffed);
        }
    }
}
