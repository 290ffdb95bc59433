package md.portar.gateway.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.settings.Secret;

/**
 * Which conversations the pages of each session show, the latest few of each. Bounded, because sessions end without a word.
 * Thread-safe; a node that was restarted learns it again as pages load threads.
 */
final class Watches {
    private static final int CONVERSATIONS = 12;
    private static final int SESSIONS = 2_000;

    private final Map<String, Set<ConversationNumber>> bySession = new LinkedHashMap<>();

    synchronized void add(Secret<String> session, ConversationNumber number) {
        Set<ConversationNumber> watched = bySession.remove(session.reveal());
        Set<ConversationNumber> latest = watched == null ? new LinkedHashSet<>() : watched;
        latest.remove(number);
        latest.add(number);
        if (latest.size() > CONVERSATIONS) {
            latest.remove(latest.iterator().next());
        }
        bySession.put(session.reveal(), latest);
        if (bySession.size() > SESSIONS) {
            bySession.remove(bySession.keySet().iterator().next());
        }
    }

    synchronized Set<ConversationNumber> of(Secret<String> session) {
        return Set.copyOf(bySession.getOrDefault(session.reveal(), Collections.emptySet()));
    }

    synchronized void forget(Secret<String> session) {
        bySession.remove(session.reveal());
    }
}
