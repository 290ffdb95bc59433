package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing connection with its transaction control as plain statements: SQLite's driver, left to manage transactions, opens
 * the next one at every commit and so keeps everybody else from writing.
 */
final class WriterConnection {
    private static final Logger log = LoggerFactory.getLogger(WriterConnection.class);

    private final Handle handle;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement protect;
    private final PreparedStatement keep;
    private final PreparedStatement undo;

    private WriterConnection(Handle handle, String beginning) throws SQLException {
        this.handle = handle;
        Connection connection = handle.getConnection();
        this.begin = connection.prepareStatement(beginning);
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
        this.protect = connection.prepareStatement("SAVEPOINT unit");
        this.keep = connection.prepareStatement("RELEASE SAVEPOINT unit");
        this.undo = connection.prepareStatement("ROLLBACK TO SAVEPOINT unit");
    }

    static WriterConnection of(Connection connection, String beginning) throws SQLException {
        return new WriterConnection(new Handle(connection), beginning);
    }

    Handle handle() {
        return handle;
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void rollback() throws SQLException {
        rollback.execute();
    }

    /** Marks a place to which {@link #undo} returns. */
    void protect() throws SQLException {
        protect.execute();
    }

    void keep() throws SQLException {
        keep.execute();
    }

    void undo() throws SQLException {
        undo.execute();
        keep.execute();
    }

    /** Closes it, whatever state it is in; a running transaction is undone by the database. */
    void discard() {
        try {
            handle.getConnection().close();
        } catch (SQLException e) {
            log.debug("Closing a connection failed", e);
        }
    }
}
