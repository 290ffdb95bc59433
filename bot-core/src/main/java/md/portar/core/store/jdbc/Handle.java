package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection that keeps its prepared statements: a message takes some thirty statements, and reading each of them anew was the
 * writer's largest cost. Used by one thread at a time.
 */
final class Handle {
    /** More than there are statements; only texts made at run time could ever reach it. */
    private static final int MOST = 500;

    private final Connection connection;
    private final Map<String, Prepared> statements = new HashMap<>();

    Handle(Connection connection) {
        this.connection = connection;
    }

    Connection getConnection() {
        return connection;
    }

    /** A statement that answers with rows. */
    Call createQuery(String sql) {
        return new Call(this, sql);
    }

    /** A statement that answers with a count. */
    Call createUpdate(String sql) {
        return new Call(this, sql);
    }

    Prepared prepared(String sql) {
        Prepared known = statements.get(sql);
        if (known != null) {
            return known;
        }
        try {
            if (statements.size() >= MOST) {
                forget();
            }
            Prepared fresh = Prepared.of(connection, sql);
            statements.put(sql, fresh);
            return fresh;
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** A statement that failed is not trusted again. */
    void drop(String sql) {
        Prepared failed = statements.remove(sql);
        if (failed != null) {
            failed.close();
        }
    }

    private void forget() {
        statements.values().forEach(Prepared::close);
        statements.clear();
    }
}
