package md.portar.core.archfixture;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks: SQL stays in the JDBC store. */
public final class CoreThatSpeaksSql {
    private CoreThatSpeaksSql() {}

    public static boolean open(Connection connection) throws SQLException {
        return !connection.isClosed();
    }
}
