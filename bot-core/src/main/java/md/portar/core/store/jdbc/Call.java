package md.portar.core.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One use of a statement: its parameters by name, then what it answers. */
final class Call {
    private final Handle handle;
    private String sql;
    private @Nullable Prepared prepared;

    Call(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** Puts words of ours, never a value, into the text, for {@code <name>}. Before parameters are bound. */
    Call define(String name, String words) {
        sql = sql.replace("<" + name + ">", words);
        return this;
    }

    Call bind(String name, @Nullable String value) {
        return set(name, (statement, place) -> statement.setString(place, value));
    }

    Call bind(String name, @Nullable Long value) {
        return set(name, (statement, place) -> {
            if (value == null) {
                statement.setNull(place, Types.BIGINT);
            } else {
                statement.setLong(place, value);
            }
        });
    }

    Call bind(String name, @Nullable Integer value) {
        return set(name, (statement, place) -> {
            if (value == null) {
                statement.setNull(place, Types.INTEGER);
            } else {
                statement.setInt(place, value);
            }
        });
    }

    Call bind(String name, long value) {
        return set(name, (statement, place) -> statement.setLong(place, value));
    }

    Call bind(String name, int value) {
        return set(name, (statement, place) -> statement.setInt(place, value));
    }

    @FunctionalInterface
    private interface Setting {
        void at(PreparedStatement statement, int place) throws SQLException;
    }

    private Call set(String name, Setting setting) {
        Prepared ready = prepared();
        try {
            for (int place : ready.places(name)) {
                setting.at(ready.statement(), place);
            }
            return this;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Prepared prepared() {
        Prepared ready = prepared;
        if (ready == null) {
            ready = handle.prepared(sql);
            prepared = ready;
        }
        return ready;
    }

    private StatementFailed failed(SQLException e) {
        handle.drop(sql);
        return new StatementFailed(e);
    }

    /** How many rows were changed. */
    int execute() {
        try {
            return prepared().statement().executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first column of each row that has something there, as text, {@code Long} or {@code Integer}. */
    <T> Rows<T> mapTo(Class<T> type) {
        List<T> values = new ArrayList<>();
        forEachRow((result, columns) -> {
            Object value = type == String.class
                    ? result.getString(1)
                    : type == Integer.class ? (Object) result.getInt(1) : (Object) result.getLong(1);
            if (!result.wasNull()) {
                values.add(type.cast(value));
            }
        });
        return new Rows<>(values);
    }

    <T> Rows<T> map(RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        forEachRow((result, columns) -> rows.add(reader.read(new Row(result, columns))));
        return new Rows<>(rows);
    }

    @FunctionalInterface
    private interface Visit {
        void row(ResultSet result, Map<String, Integer> columns) throws SQLException;
    }

    private void forEachRow(Visit visit) {
        try {
            Prepared ready = prepared();
            ready.statement().execute();
            try (ResultSet result = ready.statement().getResultSet()) {
                Map<String, Integer> columns = ready.columns(result);
                while (result.next()) {
                    visit.row(result, columns);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What was read; nothing of it is left at the database. */
    record Rows<T>(List<T> list) {
        T one() {
            return findOne().orElseThrow(() -> new IllegalStateException("one row was expected, there is none"));
        }

        Optional<T> findOne() {
            if (list.size() > 1) {
                throw new IllegalStateException("at most one row was expected, there are " + list.size());
            }
            return list.stream().findFirst();
        }

        <R> Rows<R> map(Function<T, R> reading) {
            return new Rows<>(list.stream().map(reading).toList());
        }

        void forEach(Consumer<T> action) {
            list.forEach(action);
        }
    }
}
