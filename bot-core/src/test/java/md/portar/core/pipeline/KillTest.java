package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work, several times; the real thing, not a simulation of it. */
class KillTest {
    private static final int KILLS = 3;
    private static final int SENDS_IN_FLIGHT = EngineSettings.defaults().sendsInFlight();

    @TempDir
    Path folder;

    @Test
    void whatAKilledProcessAcknowledgedIsAnsweredInOrder() throws Exception {
        Path file = folder.resolve("portar.db");
        Path sink = folder.resolve("sink");
        List<Integer> acknowledged = new ArrayList<>();
        Random random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(runAndKill(file, sink, (kill + 1) * 100_000, 60 + random.nextInt(80)));
        }
        RecordingChannel channel = RecordingChannel.generous();
        CrashVictim.deliverInto(channel, sink);
        try (RunningEngine running = RunningEngine.started(file, channel, RunningEngine.echo())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> delivered(sink).values().stream()
                            .flatMap(List::stream)
                            .toList()
                            .containsAll(
                                    acknowledged.stream().map(CrashVictim::name).toList()));
            assertThat(running.engine.healthy()).isTrue();
        }
        int deliveries = 0;
        int different = 0;
        for (List<String> words : delivered(sink).values()) {
            List<String> once = words.stream().distinct().toList();
            deliveries += words.size();
            different += once.size();
            assertThat(once).isSortedAccordingTo(KillTest::byNumber);
        }
        assertThat(deliveries - different).isLessThanOrEqualTo(KILLS * SENDS_IN_FLIGHT);
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(KILLS * 60);
    }

    private static int byNumber(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : one.length() - other.length();
    }

    private static List<Integer> runAndKill(Path file, Path sink, int first, int acknowledgements)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashVictim.class.getName(),
                        file.toString(),
                        sink.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                acknowledged.add(Integer.valueOf(line.trim()));
                if (acknowledged.size() == acknowledgements) {
                    // By its handle: the process object would close the stream with acknowledgements still in it.
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }

    private static Map<String, List<String>> delivered(Path sink) throws IOException {
        Map<String, List<String>> byPerson = new HashMap<>();
        for (String line : Files.readAllLines(sink)) {
            int space = line.indexOf(' ');
            byPerson.computeIfAbsent(line.substring(0, space), ignored -> new ArrayList<>())
                    .add(line.substring(space + 1));
        }
        return byPerson;
    }
}
