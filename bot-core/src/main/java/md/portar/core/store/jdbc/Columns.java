package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import md.portar.core.conversation.Priority;
import org.jspecify.annotations.Nullable;

/** Reading columns whose SQL type says less than ours. */
final class Columns {
    private Columns() {}

    static Instant instant(Row row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static @Nullable Instant nullableInstant(Row row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable String nullableText(Row row, String column) throws SQLException {
        return row.getString(column);
    }

    static boolean flag(Row row, String column) throws SQLException {
        return row.getInt(column) != 0;
    }

    static int flag(boolean value) {
        return value ? 1 : 0;
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /** The order of the queue is kept in the number, so that an index can serve it. */
    static int rank(Priority priority) {
        return switch (priority) {
            case SAFETY -> 0;
            case HIGH -> 1;
            case NORMAL -> 2;
        };
    }

    static Priority priority(int rank) {
        return switch (rank) {
            case 0 -> Priority.SAFETY;
            case 1 -> Priority.HIGH;
            default -> Priority.NORMAL;
        };
    }
}
