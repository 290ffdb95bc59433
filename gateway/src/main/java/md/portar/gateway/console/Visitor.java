package md.portar.gateway.console;

import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.settings.Secret;
import md.portar.gateway.console.view.Words;

/** Who makes a request: an agent in one of his sessions. */
record Visitor(Agent agent, Secret<String> session) {
    AgentId id() {
        return agent.id();
    }

    /** Whether pages for supervisors are his. */
    boolean supervises() {
        return agent.role() != AgentRole.AGENT;
    }

    Words words() {
        return Words.in(agent.interfaceLanguage());
    }
}
