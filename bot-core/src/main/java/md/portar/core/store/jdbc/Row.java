package md.portar.core.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * The row that a result stands at, by column names. SQLite's driver asks the database for every name again in each result; here
 * the statement remembers where its columns stand.
 */
final class Row {
    private final ResultSet result;
    private final Map<String, Integer> columns;

    Row(ResultSet result, Map<String, Integer> columns) {
        this.result = result;
        this.columns = columns;
    }

    private int place(String column) throws SQLException {
        Integer place = columns.get(column);
        if (place == null) {
            throw new SQLException("the result has no column " + column);
        }
        return place;
    }

    String getString(String column) throws SQLException {
        return result.getString(place(column));
    }

    long getLong(String column) throws SQLException {
        return result.getLong(place(column));
    }

    int getInt(String column) throws SQLException {
        return result.getInt(place(column));
    }

    /** The first column. */
    long first() throws SQLException {
        return result.getLong(1);
    }

    /** Whether what was read last is NULL. */
    boolean wasNull() throws SQLException {
        return result.wasNull();
    }
}
