package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.store.Agents;
import md.portar.core.store.PasswordHash;
import md.portar.core.store.SecretHash;
import md.portar.core.store.Tx;

/** Agents, tokens and sessions. */
final class JdbcAgents implements Agents {
    /** Nodes on one store tell slightly different times. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final TextCodec texts;

    JdbcAgents(TextCodec texts) {
        this.texts = texts;
    }

    static Set<Language> languages(String stored) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (String name : stored.split(",")) {
            Language.fromTag(name).ifPresent(languages::add);
        }
        return languages;
    }

    @Override
    public List<Agent> all(Tx tx) {
        return JdbcTx.handle(tx).createQuery(AgentSql.ALL).map(row -> read(row)).list();
    }

    @Override
    public Optional<Agent> find(Tx tx, AgentId id) {
        return JdbcTx.handle(tx)
                .createQuery(AgentSql.FIND)
                .bind("id", id.value())
                .map(row -> read(row))
                .findOne();
    }

    private Agent read(Row row) throws SQLException {
        return new Agent(
                new AgentId(row.getString("id")),
                texts.read(row.getInt("name_origin"), row.getString("public_name")),
                AgentRole.valueOf(row.getString("role")),
                languages(row.getString("languages")),
                Language.valueOf(row.getString("interface_language")),
                Columns.flag(row, "disabled"));
    }

    @Override
    public void save(Tx tx, Agent agent) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.SAVE)
                .bind("id", agent.id().value())
                .bind("name", TextCodec.words(agent.publicName()))
                .bind("origin", TextCodec.origin(agent.publicName()))
                .bind("role", agent.role().name())
                .bind(
                        "languages",
                        agent.languages().stream().sorted().map(Language::code).collect(Collectors.joining(",")))
                .bind("interface", agent.interfaceLanguage().name())
                .bind("disabled", Columns.flag(agent.disabled()))
                .execute();
    }

    @Override
    public Optional<PasswordHash> password(Tx tx, AgentId id) {
        return JdbcTx.handle(tx)
                .createQuery(AgentSql.PASSWORD)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne()
                .map(PasswordHash::new);
    }

    @Override
    public void setPassword(Tx tx, AgentId id, PasswordHash hash) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.SET_PASSWORD)
                .bind("id", id.value())
                .bind("hash", hash.value())
                .execute();
        closeSessions(tx, id);
    }

    @Override
    public void addToken(Tx tx, AgentId id, SecretHash token, Instant validUntil) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.ADD_TOKEN)
                .bind("hash", token.value())
                .bind("agent", id.value())
                .bind("until", validUntil.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<AgentId> redeem(Tx tx, SecretHash token, Instant now) {
        return JdbcTx.handle(tx)
                .createQuery(AgentSql.REDEEM)
                .bind("hash", token.value())
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .map(AgentId::new);
    }

    @Override
    public void openSession(Tx tx, SecretHash session, AgentId id, Instant now, Duration idle, Duration absolute) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.OPEN_SESSION)
                .bind("hash", session.value())
                .bind("agent", id.value())
                .bind("now", now.toEpochMilli())
                .bind("idle", idle.toMillis())
                .bind("until", now.plus(absolute).toEpochMilli())
                .execute();
    }

    @Override
    public Optional<AgentId> session(Tx tx, SecretHash session, Instant now) {
        return JdbcTx.handle(tx)
                .createQuery(AgentSql.SESSION)
                .bind("hash", session.value())
                .bind("now", now.toEpochMilli())
                .bind("latest", now.plus(CLOCKS_DIFFER).toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .map(AgentId::new);
    }

    @Override
    public void touchSession(Tx tx, SecretHash session, Instant now) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.TOUCH_SESSION)
                .bind("hash", session.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int shiftSessions(Tx tx, Duration by, Instant now) {
        return JdbcTx.handle(tx)
                .createUpdate(AgentSql.SHIFT_SESSIONS)
                .bind("by", by.toMillis())
                .bind("now", now.toEpochMilli())
                .bind("before", now.minus(CLOCKS_DIFFER).toEpochMilli())
                .execute();
    }

    @Override
    public void closeSession(Tx tx, SecretHash session) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.CLOSE_SESSION)
                .bind("hash", session.value())
                .execute();
    }

    @Override
    public void closeSessions(Tx tx, AgentId id) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.CLOSE_SESSIONS)
                .bind("agent", id.value())
                .execute();
    }

    @Override
    public void present(Tx tx, AgentId id, Instant until) {
        JdbcTx.handle(tx)
                .createUpdate(AgentSql.PRESENT)
                .bind("id", id.value())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    @Override
    public int sweep(Tx tx, Instant now) {
        int sessions = JdbcTx.handle(tx)
                .createUpdate(AgentSql.SWEEP_SESSIONS)
                .bind("now", now.toEpochMilli())
                .execute();
        int tokens = JdbcTx.handle(tx)
                .createUpdate(AgentSql.SWEEP_TOKENS)
                .bind("now", now.toEpochMilli())
                .execute();
        return sessions + tokens;
    }
}
