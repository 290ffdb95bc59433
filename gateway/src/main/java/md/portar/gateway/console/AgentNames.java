package md.portar.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.AgentDirectory;

/** Public names of agents, read again after a few seconds rather than for every bubble. Thread-safe. */
final class AgentNames {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final AgentDirectory agents;
    private final Clock clock;
    private Map<AgentId, String> names = Map.of();
    private Instant readAt = Instant.MIN;

    AgentNames(AgentDirectory agents, Clock clock) {
        this.agents = agents;
        this.clock = clock;
    }

    /** The public name; the sign-in name of somebody who is no longer known; empty for nobody. */
    String of(Optional<AgentId> agent) {
        return agent.map(id -> names().getOrDefault(id, id.value())).orElse("");
    }

    private synchronized Map<AgentId, String> names() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            Map<AgentId, String> read = new HashMap<>();
            agents.all()
                    .forEach(agent -> read.put(agent.id(), agent.publicName().value()));
            names = read;
            readAt = now;
        }
        return names;
    }
}
