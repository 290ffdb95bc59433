package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guard on ordinary messages of others, where they lie beside the project. A guard that cries wolf is switched off. */
class OrdinaryMessagesTest {
    private static final Path MESSAGES = Path.of("..", "..", "shared", "corpora", "ordinary-messages.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hardlyAnyOrdinaryMessageIsStopped() throws IOException {
        assumeTrue(Files.exists(MESSAGES), "skipped: no ordinary messages beside the project");
        SecretGuard guard = SecretGuard.standard();
        Map<String, int[]> sources = new TreeMap<>();
        try (Stream<String> lines = Files.lines(MESSAGES)) {
            lines.forEach(line -> count(guard, line, sources));
        }

        int stopped = sources.values().stream().mapToInt(counts -> counts[0]).sum();
        int all = sources.values().stream().mapToInt(counts -> counts[1]).sum();
        assertThat(stopped / (double) all).isLessThanOrEqualTo(0.0002);
        sources.forEach((source, counts) ->
                assertThat(counts[0] / (double) counts[1]).as(source).isLessThanOrEqualTo(0.001));
    }

    private static void count(SecretGuard guard, String line, Map<String, int[]> sources) {
        try {
            JsonNode message = JSON.readTree(line);
            if (message.get("label").asText().equals("ALLOW")) {
                int[] counts = sources.computeIfAbsent(message.get("source").asText(), source -> new int[2]);
                counts[0] += guard.screen(UntrustedText.of(message.get("text").asText()))
                                .blocked()
                        ? 1
                        : 0;
                counts[1]++;
            }
        } catch (IOException e) {
            throw new IllegalStateException("not a message line", e);
        }
    }
}
