package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import md.portar.gateway.proof.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets given to the commands are neither said again nor kept; a redacted line is all that may be shown. */
class SecretsInCommandsTest {
    private static final String PASSWORD = "Qz7vulpe41Xk";
    private static final String CARD = "5555555555554444";
    private static final List<String> SAID =
            List.of("parola mea este " + PASSWORD, "мой пароль " + PASSWORD, "my password is " + PASSWORD, CARD);

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void nameTheStore() {
        store = "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    @Test
    void judgedMessages() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String words : SAID) {
            lines.append(
                    "{\"id\":1,\"lang\":\"ro\",\"tags\":[\"x\"],\"label\":\"BLOCK\",\"text\":\"" + words + "\"}\n");
            lines.append("{\"id\":2,\"text\":\"" + words + "\n" + words + "\n{\"id\":3,\"" + words + "\":1}\n");
            lines.append("{\"id\":4,\"messages\":[{\"from\":\"" + words + "\",\"text\":\"" + words + "\"}]}\n");
            lines.append("{\"id\":[\"" + words + "\"],\"text\":\"x\"}\n");
        }
        for (List<String> options :
                List.of(List.<String>of(), List.of("--score", "--wrong"), List.of("--score", "--json"))) {
            String[] arguments =
                    Stream.concat(Stream.of("screen", "-"), options.stream()).toArray(String[]::new);
            nothingOf(Run.withInput(lines.toString(), arguments));
        }
    }

    @Test
    void importedCases() throws IOException {
        StringBuilder csv = new StringBuilder("number,account,status,updated_at\n");
        StringBuilder json = new StringBuilder();
        for (String words : SAID) {
            csv.append(words).append(",123456,received,2026-11-01\nC-10482,").append(words);
            csv.append(",received,2026-11-01\nC-10483,123456,").append(words).append(',');
            csv.append(words).append("\n\"").append(words).append("\"x\n");
            json.append("{\"number\":\"").append(words).append("\",\"account\":\"123456\"}\n");
            json.append("{\"").append(words).append("\":1}\n\"").append(words).append("\"\n");
            json.append("{\"number\":\"C-10482\",\"account\":\"").append(words).append("\",\"status\":\"");
            json.append(words)
                    .append("\",\"updated_at\":\"")
                    .append(words)
                    .append("\"}\n{")
                    .append(words)
                    .append('\n');
        }
        nothingOf(Run.withInput(csv.toString(), "cases", "import", "-", "--format", "csv", "--store", store));
        String header = String.join(",", SAID) + "\n1,2,3,4\n";
        nothingOf(Run.withInput(header, "cases", "import", "-", "--format", "csv", "--store", store));
        nothingOf(Run.withInput(json.toString(), "cases", "import", "-", "--format", "jsonl", "--store", store));
        assertThat(Files.exists(folder.resolve("portar.db"))).isTrue();
    }

    @Test
    void agentsToAdd() throws IOException {
        for (String words : SAID) {
            Run named = Run.of("agents", "add", words, "--store", store);
            assertThat(named.exit()).isEqualTo(2);
            nothingOf(named);
            Run shown = Run.of("agents", "add", "ana", "--public-name", words, "--store", store);
            assertThat(shown.exit()).isEqualTo(1);
            nothingOf(shown);
        }
    }

    @Test
    void aChat() throws IOException {
        StringBuilder lines = new StringBuilder();
        SAID.forEach(words -> lines.append(words).append('\n'));
        lines.append("vreau un operator\nagent> Bună\n");
        SAID.forEach(words -> lines.append("agent> ").append(words).append('\n'));
        Run run = Run.withInput(lines + "/quit\n", "chat", "--lang", "ro");
        assertThat(run.out()).contains("Bună");
        nothingOf(run);
    }

    private void nothingOf(Run run) throws IOException {
        nothingIn("what was written", (run.out() + run.err()).getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                nothingIn(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void nothingIn(String place, byte[] content) {
        for (String secret : List.of(PASSWORD, CARD)) {
            assertThat(Traces.of(secret).in(content)).as(place).isEmpty();
        }
    }
}
