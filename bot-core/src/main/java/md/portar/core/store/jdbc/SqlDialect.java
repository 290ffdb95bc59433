package md.portar.core.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.nio.channels.FileLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import md.portar.core.store.StoreSettings;

/** What differs between the databases: opening them, a few words of the schema, and passing over locked rows. */
interface SqlDialect {
    /** The dialect of a store's URL. */
    static SqlDialect of(StoreSettings settings) {
        return settings.isSqlite() ? new SqliteDialect() : new PostgresDialect();
    }

    /** Makes sure that this process may work here; the returned guard is closed last. */
    Occupation occupy(StoreSettings settings);

    /** Opens a connection for changing things; transactions are begun and ended by statements. */
    Connection openWriter(StoreSettings settings) throws SQLException;

    /** The statement that begins a transaction. */
    String begin();

    /** How the pool opens connections that only look. */
    HikariConfig readers(StoreSettings settings);

    /** What stands for the placeholders in the migrations. */
    Map<String, String> schemaWords();

    /** Appended to a select that claims rows. */
    String skipLocked();

    /** A table {@code each} with a column {@code value}, a row for each number in the JSON array {@code :name}. */
    String numbers(String name);

    /** A table {@code each} with a column {@code value}, a row for each array in the JSON array {@code :name}, in its order. */
    String arrays(String name);

    /**
     * Keeps other nodes from changing a conversation and its lines until the end of the transaction. What is asked afterwards
     * sees everything they committed before; what is asked in the very statement that waits does not.
     */
    void lock(Handle handle, long conversation);

    /** From now on in this transaction, rather fail than wait long for a row that another node holds. */
    void beImpatient(Handle handle);

    /** Whether a statement failed only because another node was in the way, so that the same again may work. */
    boolean isContention(SQLException failure);

    /**
     * Removes what was deleted from files beside the database as well; no transaction is running.
     *
     * @return false when somebody is in the way and it has to be tried again
     */
    boolean scrub(Connection writer) throws SQLException;

    /** Whether a claim found at start can only be a leftover of an earlier process. */
    boolean singleNode();

    /** The right to work on the data. */
    @FunctionalInterface
    interface Occupation extends AutoCloseable {
        @Override
        void close();

        /** Nothing to give back. */
        static Occupation shared() {
            return () -> {};
        }

        /** Held until closed or the process ends, however it ends. */
        static Occupation of(FileLock lock) {
            return () -> SqliteDialect.release(lock);
        }
    }
}
