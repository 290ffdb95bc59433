package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A prepared statement and where its named parameters stand. */
final class Prepared {
    private static final Logger log = LoggerFactory.getLogger(Prepared.class);

    private final PreparedStatement statement;
    private final Map<String, List<Integer>> places;
    private @Nullable Map<String, Integer> columns;

    private Prepared(PreparedStatement statement, Map<String, List<Integer>> places) {
        this.statement = statement;
        this.places = places;
    }

    static Prepared of(Connection connection, String sql) throws SQLException {
        Map<String, List<Integer>> places = new HashMap<>();
        return new Prepared(connection.prepareStatement(positional(sql, places)), places);
    }

    /** Puts a question mark for each {@code :name} outside quotes; a double colon is a cast. */
    static String positional(String sql, Map<String, List<Integer>> places) {
        StringBuilder plain = new StringBuilder(sql.length());
        int count = 0;
        boolean quoted = false;
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            quoted ^= c == '\'';
            int end = at + 1;
            boolean cast = c == ':' && (sql.startsWith("::", at) || sql.startsWith("::", at - 1));
            if (c == ':' && !quoted && !cast) {
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                places.computeIfAbsent(sql.substring(at + 1, end), name -> new ArrayList<>())
                        .add(++count);
                plain.append('?');
            } else {
                plain.append(c);
            }
            at = end;
        }
        return plain.toString();
    }

    PreparedStatement statement() {
        return statement;
    }

    /** Where a parameter stands; never nowhere, which would be a mistake in a statement's text. */
    List<Integer> places(String name) {
        List<Integer> found = places.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the statement has no parameter " + name);
        }
        return found;
    }

    /** Where the columns of a result of this statement stand; the same in every result. */
    Map<String, Integer> columns(ResultSet result) throws SQLException {
        Map<String, Integer> known = columns;
        if (known == null) {
            known = new HashMap<>();
            ResultSetMetaData described = result.getMetaData();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                known.put(described.getColumnLabel(i), i);
            }
            columns = known;
        }
        return known;
    }

    void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            log.debug("Closing a statement failed", e);
        }
    }
}
