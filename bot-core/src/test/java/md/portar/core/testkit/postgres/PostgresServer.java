package md.portar.core.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server on a free loopback port. Most tests share one and take a fresh database each; those that crash the server
 * start their own. Where the binaries do not exist for the machine the test is skipped with that reason; any other trouble is a
 * failure. Runs as an ordinary user and as root, for which the kernel has to allow user namespaces.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final Path folder;
    private final int port;
    private final EmbeddedPostgres server;

    private PostgresServer() {
        try {
            folder = Files.createTempDirectory("portar-postgres");
            server = start(folder);
            port = server.getPort();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(
                    "PostgreSQL did not start. As root it needs user namespaces: does `unshare -U true` work here?", e);
        }
    }

    /** The server that tests of one run share; it ends with the process. */
    public static synchronized PostgresServer shared() {
        requireBinaries();
        PostgresServer running = shared;
        if (running == null) {
            running = new PostgresServer();
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-postgres"));
        }
        return running;
    }

    /** A server of one's own, to be closed. */
    public static PostgresServer ofMyOwn() {
        requireBinaries();
        return new PostgresServer();
    }

    private static void requireBinaries() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Assumptions.assumeTrue(
                machine.toLowerCase(Locale.ROOT).equals("linux amd64"),
                "skipped: the tests bring PostgreSQL for Linux on amd64 only, this is " + machine);
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        // What is in the page cache survives every crash but the machine's own: no test needs the disk to be waited
        // for.
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB")
                .setPGStartupWait(PATIENCE)
                .setRegisterShutdownHook(false)
                .start();
    }

    /** The URL of a new database. */
    public String freshDatabase() {
        return freshDatabase("template0");
    }

    /** The URL of a new database that begins as a copy of another one, to which nobody is connected. */
    public String freshDatabase(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + template);
        return url(name);
    }

    /** Removes a database, whoever is connected to it. */
    public void drop(String url) {
        run("DROP DATABASE IF EXISTS " + name(url) + " WITH (FORCE)");
    }

    /** The database's name in its URL. */
    public static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private void run(String statement) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError("the test database cannot be prepared", e);
        }
    }

    /** Ends the server as a crash would: every connection breaks, nothing is written down first. */
    public void crash() {
        control("stop", "-m", "immediate");
    }

    /** Starts it again after a {@link #crash}, on the same port and with the same options, with what was committed. */
    public void startAgain() {
        control("restart");
    }

    /** Runs the server's own tool, as the server was started. */
    private void control(String... arguments) {
        try {
            String options = Files.readString(folder.resolve("postmaster.opts"));
            Path programs = Path.of(options.substring(0, options.indexOf(' '))).resolveSibling("pg_ctl");
            List<String> command = new ArrayList<>();
            if (LinuxUtils.isUnshareAvailable()) {
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(List.of(programs.toString(), "-D", folder.toString(), "-w"));
            command.addAll(List.of("-t", Long.toString(PATIENCE.toSeconds())));
            command.addAll(List.of("-l", folder.resolve("again.log").toString()));
            command.addAll(List.of(arguments));
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("pg_ctl " + arguments[0] + " ended with " + exit);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the server cannot be told to " + arguments[0], e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL did not stop", e);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
