package md.portar.core.handoff;

/** What an agent may do; each role includes the ones before it. */
public enum AgentRole {
    AGENT,
    SUPERVISOR,
    ADMIN
}
