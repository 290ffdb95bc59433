package md.portar.core.store.jdbc;

/** Statements on agents. */
final class AgentSql {
    static final String ALL = """
            SELECT id, public_name, name_origin, role, languages, interface_language, disabled FROM agent ORDER BY id
            """;

    static final String FIND = """
            SELECT id, public_name, name_origin, role, languages, interface_language, disabled FROM agent WHERE id = :id
            """;

    static final String SAVE = """
            INSERT INTO agent (id, public_name, name_origin, role, languages, interface_language, disabled)
            VALUES (:id, :name, :origin, :role, :languages, :interface, :disabled)
            ON CONFLICT (id) DO UPDATE
               SET public_name = excluded.public_name, name_origin = excluded.name_origin, role = excluded.role,
                   languages = excluded.languages, interface_language = excluded.interface_language,
                   disabled = excluded.disabled
            """;

    static final String PASSWORD = """
            SELECT password FROM agent WHERE id = :id AND password IS NOT NULL AND disabled = 0
            """;

    static final String SET_PASSWORD = """
            UPDATE agent SET password = :hash WHERE id = :id
            """;

    static final String ADD_TOKEN = """
            INSERT INTO sign_in_token (hash, agent, valid_until) VALUES (:hash, :agent, :until)
            """;

    static final String REDEEM = """
            DELETE FROM sign_in_token
             WHERE hash = :hash AND valid_until > :now
               AND agent IN (SELECT id FROM agent WHERE disabled = 0)
            RETURNING agent
            """;

    static final String OPEN_SESSION = """
            INSERT INTO agent_session (hash, agent, opened_at, used_at, idle_millis, absolute_until)
            VALUES (:hash, :agent, :now, :now, :idle, :until)
            """;

    static final String SESSION = """
            SELECT s.agent FROM agent_session s JOIN agent a ON a.id = s.agent
             WHERE s.hash = :hash AND a.disabled = 0 AND s.absolute_until > :now AND s.used_at + s.idle_millis > :now
               AND s.used_at <= :latest
            """;

    static final String TOUCH_SESSION = """
            UPDATE agent_session SET used_at = :now WHERE hash = :hash AND used_at < :now
            """;

    /** A session opened in the last moment was opened by the new time already. */
    static final String SHIFT_SESSIONS = """
            UPDATE agent_session
               SET opened_at = opened_at + :by, used_at = used_at + :by, absolute_until = absolute_until + :by
             WHERE used_at > :now OR opened_at < :before
            """;

    static final String CLOSE_SESSION = """
            DELETE FROM agent_session WHERE hash = :hash
            """;

    static final String CLOSE_SESSIONS = """
            DELETE FROM agent_session WHERE agent = :agent
            """;

    static final String PRESENT = """
            UPDATE agent SET present_until = :until WHERE id = :id
            """;

    static final String SWEEP_SESSIONS = """
            DELETE FROM agent_session WHERE absolute_until <= :now OR used_at + idle_millis <= :now
            """;

    static final String SWEEP_TOKENS = """
            DELETE FROM sign_in_token WHERE valid_until <= :now
            """;

    private AgentSql() {}
}
