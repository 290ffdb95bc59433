package md.portar.core.store.jdbc;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StatementFailed(SQLException cause) {
        super("a statement failed", cause);
    }
}
