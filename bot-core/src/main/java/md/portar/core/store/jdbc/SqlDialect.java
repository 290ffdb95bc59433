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
