package md.portar.core.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file, one node. Written by one connection, read by others beside it (WAL). */
final class SqliteDialect implements SqlDialect {
    private static final Logger log = LoggerFactory.getLogger(SqliteDialect.class);

    /** FULL, because NORMAL does not sync at a commit: acknowledged messages would be lost with the power. */
    private static final List<String> WRITER_PRAGMAS = List.of(
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA secure_delete=ON",
            "PRAGMA foreign_keys=ON",
            "PRAGMA journal_size_limit=67108864",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA cache_size=-32768",
            "PRAGMA wal_autocheckpoint=8000");

    @Override
    public Occupation occupy(StoreSettings settings) {
        Path file = settings.sqliteFile();
        createPrivately(file);
        if (settings.role() == StoreSettings.Role.TOOL) {
            return Occupation.shared();
        }
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return Occupation.of(lock);
            }
            channel.close();
        } catch (IOException e) {
            throw new StoreUnavailable("cannot lock the database file " + file, e);
        }
        throw new StoreUnavailable("another process serves from " + file + "; SQLite admits one, stop it first");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it open already
        }
    }

    private static void createPrivately(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.notExists(file)) {
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("cannot create the database file " + file, e);
        }
    }

    static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            log.warn("The database's lock could not be released; it ends with the process", e);
        }
    }

    @Override
    public Connection openWriter(StoreSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "5000");
        // Nobody asks for them, and the driver would look for one after every change.
        properties.setProperty("jdbc.get_generated_keys", "false");
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : WRITER_PRAGMAS) {
                statement.execute(pragma);
            }
        }
        return connection;
    }

    @Override
    public String begin() {
        // A deferred transaction that starts by reading fails when another process has written meanwhile.
        return "BEGIN IMMEDIATE";
    }

    @Override
    public HikariConfig readers(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.addDataSourceProperty("busy_timeout", "5000");
        config.setConnectionInitSql("PRAGMA query_only=ON");
        return config;
    }

    @Override
    public Map<String, String> schemaWords() {
        return Map.of("id", "INTEGER PRIMARY KEY AUTOINCREMENT", "clustered", "WITHOUT ROWID");
    }

    @Override
    public String skipLocked() {
        return "";
    }

    @Override
    public String numbers(String name) {
        return "json_each(:" + name + ") AS each";
    }

    @Override
    public String arrays(String name) {
        return numbers(name);
    }

    @Override
    public void lock(Handle handle, long conversation) {
        // The one who writes is alone.
    }

    @Override
    public void beImpatient(Handle handle) {
        // Nobody holds single rows.
    }

    @Override
    public boolean isContention(SQLException failure) {
        return false;
    }

    @Override
    public boolean scrub(Connection writer) throws SQLException {
        // Overwritten pages live on in the log until it is copied back and cut, for which no reader may look at it.
        try (Statement statement = writer.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.next() && result.getInt("busy") == 0;
        }
    }

    @Override
    public boolean singleNode() {
        return true;
    }
}
