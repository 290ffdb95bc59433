package md.portar.gateway.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into a gateway's database from outside, reading only. */
final class Books {
    private final String url;

    Books(String url) {
        this.url = url;
    }

    /** Sends that had been taken up and whose end was not written down. */
    long inFlight() throws SQLException {
        return count("SELECT COUNT(*) FROM outbox WHERE state = 'SENDING'");
    }

    /** Everything that still has to be handled or sent. */
    long open() throws SQLException {
        return count("SELECT (SELECT COUNT(*) FROM outbox WHERE state <> 'DEAD')" + " + (SELECT COUNT(*) FROM inbox)");
    }

    /** Messages given up for good. */
    long dead() throws SQLException {
        return count("SELECT COUNT(*) FROM outbox WHERE state = 'DEAD'");
    }

    long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (url.startsWith("jdbc:sqlite:")) {
                statement.execute("PRAGMA busy_timeout = 10000");
            }
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
