package md.portar.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.AgentDirectory;

/** Public names of agents, read again after a few seconds rather than for every bubble. Thread-safe. */
final class AgentNames {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AgentDirectory agents;
    private final Clock clock;
    private Map<AgentId, SafeText> names = Map.of();
    private Instant readAt = Instant.MIN;

    AgentNames(AgentDirectory agents, Clock clock) {
        this.agents = agents;
        this.clock = clock;
    }

    /** The public name; the sign-in name of somebody who is no longer known; empty for nobody. */
    String of(Optional<AgentId> agent) {
        return agent.map(id -> Optional.ofNullable(names().get(id))
                        .map(SafeText::value)
                        .orElse(id.value()))
                .orElse("");
    }

    /** The public name as it may be sent; no words for somebody who is no longer known. */
    SafeText publicName(AgentId agent) {
        return names().getOrDefault(agent, ScreenedText.EMPTY);
    }

    private synchronized Map<AgentId, SafeText> names() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            Map<AgentId, SafeText> read = new HashMap<>();
            agents.all().forEach(agent -> read.put(agent.id(), agent.publicName()));
            names = read;
            readAt = now;
        }
        return names;
    }
}
