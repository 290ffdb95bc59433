package md.portar.gateway.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.settings.Secret;

/** Agents in memory. */
public final class FakeAgents implements AgentDirectory {
    private final Map<AgentId, Agent> agents = new LinkedHashMap<>();
    private final Map<AgentId, String> passwords = new LinkedHashMap<>();
    private final Map<String, AgentId> tokens = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(AgentId agent, Instant touched, Duration idle, Instant until) {}

    /** Adds an agent whose password is his name followed by a dash and "password". */
    public Agent add(String id, String name, Language language) {
        return add(id, name, language, AgentRole.AGENT);
    }

    public synchronized Agent add(String id, String name, Language language, AgentRole role) {
        Agent agent =
                new Agent(new AgentId(id), CatalogueText.of(name), role, Set.of(Language.values()), language, false);
        agents.put(agent.id(), agent);
        passwords.put(agent.id(), id + "-password");
        return agent;
    }

    public synchronized void endAllSessions() {
        sessions.clear();
    }

    public synchronized int openSessions() {
        return sessions.size();
    }

    @Override
    public synchronized List<Agent> all() {
        return new ArrayList<>(agents.values());
    }

    @Override
    public synchronized Optional<Agent> find(AgentId id) {
        return Optional.ofNullable(agents.get(id));
    }

    @Override
    public synchronized void save(Agent agent) {
        agents.put(agent.id(), agent);
    }

    @Override
    public synchronized Secret<String> issueSignInToken(AgentId id, Instant validUntil) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, id);
        return Secret.of(token);
    }

    @Override
    public synchronized Optional<Agent> redeemSignInToken(Secret<String> token, Instant now) {
        return Optional.ofNullable(tokens.remove(token.reveal())).map(agents::get);
    }

    @Override
    public synchronized void setPassword(AgentId id, Secret<String> password) {
        passwords.put(id, password.reveal());
    }

    @Override
    public synchronized Optional<Agent> signIn(String name, Secret<String> password, Instant now) {
        return agents.values().stream()
                .filter(agent -> agent.id().value().equals(name))
                .filter(agent -> password.reveal().equals(passwords.get(agent.id())))
                .findFirst();
    }

    @Override
    public synchronized Secret<String> openSession(AgentId id, Instant now, Duration idle, Duration absolute) {
        String session = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        sessions.put(session, new Session(id, now, idle, now.plus(absolute)));
        return Secret.of(session);
    }

    @Override
    public synchronized Optional<Agent> session(Secret<String> sessionId, Instant now, boolean touch) {
        Session session = sessions.get(sessionId.reveal());
        if (session == null
                || now.isAfter(session.until())
                || now.isAfter(session.touched().plus(session.idle()))) {
            return Optional.empty();
        }
        if (touch) {
            sessions.put(sessionId.reveal(), new Session(session.agent(), now, session.idle(), session.until()));
        }
        return find(session.agent());
    }

    @Override
    public synchronized void closeSession(Secret<String> sessionId) {
        sessions.remove(sessionId.reveal());
    }
}
