package md.portar.core.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.settings.Secret;

/** Agents, their sign-in and their sessions. Blocking; thread-safe. */
public interface AgentDirectory {
    List<Agent> all();

    Optional<Agent> find(AgentId id);

    /** Adds an agent, or changes one with the same id. */
    void save(Agent agent);

    /** Makes a link token that signs its bearer in once. Only its hash is kept. */
    Secret<String> issueSignInToken(AgentId id, Instant validUntil);

    /** Uses a link token up. */
    Optional<Agent> redeemSignInToken(Secret<String> token, Instant now);

    /** Sets a password; only an Argon2id hash is kept. */
    void setPassword(AgentId id, Secret<String> password);

    /** Checks name and password in the same time for unknown names and wrong passwords. */
    Optional<Agent> signIn(String name, Secret<String> password, Instant now);

    /** Opens a session and returns its id, of which only the hash is kept. */
    Secret<String> openSession(AgentId id, Instant now, Duration idle, Duration absolute);

    /** The session's agent; {@code touch} counts as activity. Empty when unknown, ended or expired. */
    Optional<Agent> session(Secret<String> sessionId, Instant now, boolean touch);

    void closeSession(Secret<String> sessionId);
}
