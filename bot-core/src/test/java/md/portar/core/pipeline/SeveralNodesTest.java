package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import md.portar.core.testkit.postgres.PostgresServer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes on one PostgreSQL, killed, paused, and with the server torn away under them: what was acknowledged is
 * answered, in the order it was acknowledged in, and repeated at most where a send was on its way.
 */
class SeveralNodesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RANGE = 100_000;

    @TempDir
    Path folder;

    private final List<NodeProcess> nodes = new ArrayList<>();
    private PostgresServer server;
    private String url = "";
    private Path sink = Path.of("");

    @BeforeEach
    void start() throws IOException {
        server = PostgresServer.ofMyOwn();
        url = server.freshDatabase();
        sink = Files.createFile(folder.resolve("sink"));
    }

    @AfterEach
    void end() throws Exception {
        for (NodeProcess node : nodes) {
            node.signal("CONT");
            node.end();
        }
        server.close();
    }

    private NodeProcess node(int count) throws IOException {
        NodeProcess node = NodeProcess.start(url, sink, (nodes.size() + 1) * RANGE, count);
        nodes.add(node);
        return node;
    }

    private static void untilAcknowledged(NodeProcess node, int count) {
        await().atMost(PATIENCE).until(() -> node.acknowledged().size() >= count);
    }

    private int nodesKnown() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM node")) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            return -1;
        }
    }

    @Test
    void ofThreeNodesOneIsKilledAndOneSleepsThroughTheEndOfItsLease() throws Exception {
        NodeProcess killed = node(100_000);
        NodeProcess asleep = node(400);
        NodeProcess steady = node(250);
        untilAcknowledged(killed, 60);
        untilAcknowledged(asleep, 60);
        untilAcknowledged(steady, 60);
        killed.kill();
        NodeProcess instead = node(150);
        untilAcknowledged(instead, 20);
        asleep.signal("STOP");
        // The killed one and the sleeping one are found dead, and their work is done by the other two.
        await().atMost(PATIENCE).until(() -> nodesKnown() == 2);
        untilAnswered(killed.acknowledged());
        untilAnswered(asleep.acknowledged());
        asleep.signal("CONT");
        await().atMost(PATIENCE).until(() -> nodesKnown() == 3);
        for (NodeProcess node : List.of(asleep, steady, instead)) {
            await().atMost(PATIENCE).until(node::isDone);
        }
        check(2 * NodeVictim.SENDS_IN_FLIGHT);
    }

    @Test
    void theServerCrashesUnderTwoNodesWhichGoOnByThemselves() throws Exception {
        NodeProcess one = node(300);
        NodeProcess other = node(300);
        for (int crash = 1; crash <= 2; crash++) {
            untilAcknowledged(one, crash * 80);
            untilAcknowledged(other, crash * 80);
            server.crash();
            server.startAgain();
        }
        await().atMost(PATIENCE).until(() -> one.isDone() && other.isDone());
        check(2 * 2 * NodeVictim.SENDS_IN_FLIGHT);
        assertThat(one.isAlive() && other.isAlive()).isTrue();
    }

    private void untilAnswered(List<Integer> acknowledged) {
        List<String> words =
                List.copyOf(acknowledged).stream().map(CrashVictim::name).toList();
        try {
            await().atMost(PATIENCE).until(() -> answers().containsAll(words));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(left(words), e);
        }
    }

    /** What is not answered, and what the database still has to do. */
    private String left(List<String> words) {
        StringBuilder left = new StringBuilder("not answered: ");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            Set<String> answered = answers();
            left.append(words.stream().filter(word -> !answered.contains(word)).toList());
            for (String table : List.of("node", "lease_time", "conversation", "inbox", "outbox")) {
                try (ResultSet rows = statement.executeQuery("SELECT row_to_json(t) FROM " + table + " t LIMIT 40")) {
                    while (rows.next()) {
                        left.append('\n').append(table).append(' ').append(rows.getString(1));
                    }
                }
            }
            for (NodeProcess node : nodes) {
                left.append('\n').append(node.log());
            }
        } catch (SQLException | IOException e) {
            left.append("\nthe database cannot be looked at: ").append(e.getMessage());
        }
        return left.toString();
    }

    private Set<String> answers() throws IOException {
        Set<String> words = new HashSet<>();
        delivered().values().forEach(words::addAll);
        return words;
    }

    private void check(int mostRepeats) throws IOException {
        for (NodeProcess node : nodes) {
            untilAnswered(node.acknowledged());
        }
        int deliveries = 0;
        int different = 0;
        for (List<String> words : delivered().values()) {
            List<String> once = words.stream().distinct().toList();
            deliveries += words.size();
            different += once.size();
            // Each node's messages were acknowledged one after the other.
            Map<Character, List<String>> byNode = new HashMap<>();
            once.forEach(word -> byNode.computeIfAbsent(word.charAt(4), ignored -> new ArrayList<>())
                    .add(word));
            byNode.values().forEach(ofNode -> assertThat(ofNode).isSorted());
        }
        assertThat(deliveries - different).isLessThanOrEqualTo(mostRepeats);
    }

    private Map<String, List<String>> delivered() throws IOException {
        Map<String, List<String>> byPerson = new HashMap<>();
        for (String line : Files.readAllLines(sink)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                byPerson.computeIfAbsent(line.substring(0, space), ignored -> new ArrayList<>())
                        .add(line.substring(space + 1));
            }
        }
        return byPerson;
    }
}
