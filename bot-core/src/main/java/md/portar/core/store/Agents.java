package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Agent;

/** Agents and what proves who they are; of passwords, tokens and session ids only hashes. */
public interface Agents {
    List<Agent> all(Tx tx);

    Optional<Agent> find(Tx tx, AgentId id);

    void save(Tx tx, Agent agent);

    Optional<PasswordHash> password(Tx tx, AgentId id);

    /** Sets the password and ends the agent's sessions. */
    void setPassword(Tx tx, AgentId id, PasswordHash hash);

    void addToken(Tx tx, AgentId id, SecretHash token, Instant validUntil);

    /** Uses a token up; empty when unknown, used or too old. */
    Optional<AgentId> redeem(Tx tx, SecretHash token, Instant now);

    void openSession(Tx tx, SecretHash session, AgentId id, Instant now, Duration idle, Duration absolute);

    /**
     * The session's agent, unless it has ended. A session that was used in the future counts as ended: the clock was set back, and
     * nobody knows how old it is.
     */
    Optional<AgentId> session(Tx tx, SecretHash session, Instant now);

    void touchSession(Tx tx, SecretHash session, Instant now);

    /**
     * Moves the times of all sessions by as much as the clock was set back, so that they end when they would have; returns how
     * many. Not those that were opened since.
     *
     * @param by negative
     */
    int shiftSessions(Tx tx, Duration by, Instant now);

    void closeSession(Tx tx, SecretHash session);

    void closeSessions(Tx tx, AgentId id);

    void present(Tx tx, AgentId id, Instant until);

    /** Forgets ended sessions and tokens. */
    int sweep(Tx tx, Instant now);
}
