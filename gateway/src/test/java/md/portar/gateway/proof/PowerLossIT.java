package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F2: what {@code kill -9} cannot show, because the system's cache survives it. Every acknowledgement waits for the disk, and what
 * the disk holds at any moment of writing opens, is whole, and has everything acknowledged before.
 */
class PowerLossIT {
    private static final int MESSAGES = Integer.getInteger("proof.syncs", 200);
    private static final int IMAGES = 500;
    private static final int WAL_HEADER = 32;
    private static final long FIRST = 9_200_000L;

    private final Signed signed = new Signed(Stage.accounts());
    private final Updates updates = new Updates(Stage.accounts());

    /** A message and how long the log was when it was acknowledged. */
    private record Acknowledged(long number, long walSize) {}

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void everyMomentOfWritingLeavesAWholeDatabase() throws Exception {
        try (Simulator simulator = Stage.quietPlatforms();
                GatewayProcess gateway = new GatewayProcess(Stage.fastSite(folder, simulator)).start(simulator)) {
            Path wal = folder.resolve("portar.db-wal");
            send(gateway, FIRST);
            byte[] salt = salt(wal);
            Path database = Files.copy(gateway.database(), folder.resolve("before.db"));
            List<Acknowledged> acknowledged = new ArrayList<>();
            byte[] log = Files.readAllBytes(wal);
            acknowledged.add(new Acknowledged(FIRST, log.length));
            for (long number = FIRST + 1; number <= FIRST + MESSAGES; number++) {
                send(gateway, number);
                byte[] now = Files.readAllBytes(wal);
                if (!Arrays.equals(salt, Arrays.copyOfRange(now, 16, 24))) {
                    break; // written over from its beginning: what came before is complete
                }
                log = now;
                acknowledged.add(new Acknowledged(number, now.length));
            }
            gateway.kill();
            int images = judge(database, log, acknowledged);
            System.out.printf(
                    "F2 images=%d logKB=%d acknowledged=%d damaged=0 lost=0%n",
                    images, log.length >> 10, acknowledged.size());
        }
    }

    private static byte[] salt(Path wal) throws IOException {
        return Arrays.copyOfRange(Files.readAllBytes(wal), 16, 24);
    }

    /** The log cut off at many places, at the ends of its frames as in the middle of them. */
    private int judge(Path database, byte[] log, List<Acknowledged> acknowledged) throws Exception {
        assertThat(acknowledged).as("messages within one run of the log").hasSizeGreaterThan(10);
        int pageSize = ((log[8] & 0xff) << 24) | ((log[9] & 0xff) << 16) | ((log[10] & 0xff) << 8) | (log[11] & 0xff);
        int frame = pageSize + 24;
        for (int image = 0; image < IMAGES; image++) {
            long place = WAL_HEADER + (log.length - WAL_HEADER) * (long) image / (IMAGES - 1);
            long atFrame = WAL_HEADER + (place - WAL_HEADER) / frame * frame;
            int cut = (int) (image % 2 == 0 || image == IMAGES - 1 ? atFrame : place);
            Path copy = folder.resolve("image.db");
            Files.copy(database, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(folder.resolve("image.db-shm"));
            Files.write(folder.resolve("image.db-wal"), Arrays.copyOf(log, cut));
            long last = acknowledged.stream()
                    .filter(one -> one.walSize() <= cut)
                    .mapToLong(Acknowledged::number)
                    .max()
                    .orElse(FIRST - 1);
            inspect(copy, last, cut);
        }
        return IMAGES;
    }

    private static void inspect(Path image, long last, int cut) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + image);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(check.next()).isTrue();
                assertThat(check.getString(1)).as("cut at %d", cut).isEqualTo("ok");
            }
            try (ResultSet kept = statement.executeQuery("SELECT COUNT(*) FROM inbound_event WHERE event_key BETWEEN 'u"
                    + FIRST + "' AND 'u" + last + "'")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getLong(1))
                        .as("kept of those acknowledged, cut at %d", cut)
                        .isEqualTo(last - FIRST + 1);
            }
        }
    }

    @Test
    void everyAcknowledgementWaitsForTheDisk() throws Exception {
        Path trace = folder.resolve("syncs.txt");
        List<String> strace = List.of(
                "strace",
                "-D",
                "-f",
                "-qq",
                "-e",
                "trace=fdatasync,fsync",
                "-e",
                "signal=none",
                "-o",
                trace.toString());
        assumeThat(canTrace()).as("strace is there and allowed").isTrue();
        try (Simulator simulator = Stage.quietPlatforms();
                GatewayProcess gateway =
                        new GatewayProcess(Stage.fastSite(folder, simulator), strace).start(simulator)) {
            send(gateway, FIRST);
            long before = syncs(trace);
            for (long number = FIRST + 1; number <= FIRST + MESSAGES; number++) {
                send(gateway, number);
            }
            long syncs = syncs(trace) - before;
            System.out.printf("F2 acknowledgements=%d syncs=%d%n", MESSAGES, syncs);
            assertThat(syncs).isGreaterThanOrEqualTo(MESSAGES);
        }
    }

    private static boolean canTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-D", "-qq", "-o", "/dev/null", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static long syncs(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> line.contains("sync(")).count();
        }
    }

    private void send(GatewayProcess gateway, long number) throws IOException {
        try (RawHttp connection = new RawHttp(gateway.webhookPort())) {
            String player = Long.toString(140_000_000L + number % 20);
            byte[] request = signed.request(ChatApp.TELEGRAM, updates.text(ChatApp.TELEGRAM, number, player, "menu"));
            assertThat(connection.exchange(request).status()).isEqualTo(200);
        }
    }
}
