package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.settings.Secret;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.PasswordHash;
import md.portar.core.store.SecretHash;
import md.portar.core.store.Store;
import md.portar.core.store.Tx;

/** Agents, their sign-in and sessions on the store. */
final class StoredAgents implements AgentDirectory {
    private final Store store;
    private final Credentials credentials;
    private final Clock clock;

    StoredAgents(Store store, Credentials credentials, Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public List<Agent> all() {
        return store.unitOfWork().read(tx -> store.agents().all(tx));
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return store.unitOfWork().read(tx -> store.agents().find(tx, id));
    }

    @Override
    public void save(Agent agent) {
        store.unitOfWork().run(tx -> {
            store.agents().save(tx, agent);
            if (agent.disabled()) {
                store.agents().closeSessions(tx, agent.id());
            }
            return audit(tx, AuditTrail.Action.AGENT_SAVED, agent.id());
        });
    }

    @Override
    public Secret<String> issueSignInToken(AgentId id, Instant validUntil) {
        Secret<String> token = credentials.randomToken();
        SecretHash hash = Credentials.hash(token);
        store.unitOfWork().run(tx -> {
            store.agents().addToken(tx, id, hash, validUntil);
            return audit(tx, AuditTrail.Action.TOKEN_ISSUED, id);
        });
        return token;
    }

    @Override
    public Optional<Agent> redeemSignInToken(Secret<String> token, Instant now) {
        SecretHash hash = Credentials.hash(token);
        return store.unitOfWork().run(tx -> {
            Optional<Agent> agent = store.agents()
                    .redeem(tx, hash, now)
                    .flatMap(id -> store.agents().find(tx, id));
            agent.ifPresent(redeemed -> audit(tx, AuditTrail.Action.TOKEN_REDEEMED, redeemed.id()));
            return agent;
        });
    }

    @Override
    public void setPassword(AgentId id, Secret<String> password) {
        PasswordHash hash = credentials.slowHash(password);
        store.unitOfWork().run(tx -> {
            store.agents().setPassword(tx, id, hash);
            return audit(tx, AuditTrail.Action.PASSWORD_SET, id);
        });
    }

    @Override
    public Optional<Agent> signIn(String name, Secret<String> password, Instant now) {
        Optional<AgentId> id = agentId(name);
        Optional<PasswordHash> known =
                id.flatMap(agent -> store.unitOfWork().read(tx -> store.agents().password(tx, agent)));
        // The hash is computed in either case, so that the time tells nobody whether the name exists.
        boolean right = credentials.matches(password, known);
        Optional<Agent> agent = right ? id.flatMap(this::find).filter(found -> !found.disabled()) : Optional.empty();
        store.unitOfWork().run(tx -> {
            AgentId actor = id.filter(any -> known.isPresent()).orElse(null);
            AuditTrail.Action action =
                    agent.isPresent() ? AuditTrail.Action.SIGNED_IN : AuditTrail.Action.SIGN_IN_FAILED;
            store.audit().append(tx, new AuditTrail.Entry(now, action, actor, null, null, null));
            return true;
        });
        return agent;
    }

    private static Optional<AgentId> agentId(String name) {
        try {
            return Optional.of(new AgentId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Secret<String> openSession(AgentId id, Instant now, Duration idle, Duration absolute) {
        Secret<String> session = credentials.randomToken();
        SecretHash hash = Credentials.hash(session);
        store.unitOfWork().run(tx -> {
            store.agents().openSession(tx, hash, id, now, idle, absolute);
            return true;
        });
        return session;
    }

    @Override
    public Optional<Agent> session(Secret<String> sessionId, Instant now, boolean touch) {
        SecretHash hash = Credentials.hash(sessionId);
        Optional<Agent> agent = store.unitOfWork()
                .read(tx -> store.agents()
                        .session(tx, hash, now)
                        .flatMap(id -> store.agents().find(tx, id)));
        if (touch && agent.isPresent()) {
            // Not waited for: a page should not take longer because of it, and losing it shortens a session at worst.
            store.unitOfWork().submit(tx -> {
                store.agents().touchSession(tx, hash, now);
                return true;
            });
        }
        return agent;
    }

    @Override
    public void closeSession(Secret<String> sessionId) {
        SecretHash hash = Credentials.hash(sessionId);
        store.unitOfWork().run(tx -> {
            store.agents()
                    .session(tx, hash, clock.instant())
                    .ifPresent(id -> audit(tx, AuditTrail.Action.SIGNED_OUT, id));
            store.agents().closeSession(tx, hash);
            return true;
        });
    }

    private boolean audit(Tx tx, AuditTrail.Action action, AgentId id) {
        store.audit().append(tx, new AuditTrail.Entry(clock.instant(), action, id, null, null, null));
        return true;
    }
}
