package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesCommandTest {
    private static final String HEADER = "number,account,status,updated_at\n";

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void nameAStore() {
        store = "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    @Test
    void newChangedAndUnchangedRowsAreCounted() throws IOException {
        String first = file(
                "cases.csv",
                HEADER + "C-10482,123456,in_review,2026-11-01T10:00:00Z\n"
                        + "C-10483,123456,received,2026-11-01T10:00:00Z\n");
        assertThat(Run.of("cases", "import", first, "--store", store))
                .isEqualTo(new Run(0, line("2 row(s): 2 new, 0 changed, 0 unchanged, 0 bad."), ""));
        String second = file("cases.jsonl", """
                {"number":"C-10482","account":"123456","status":"resolved","updated_at":"2026-11-02T10:00:00Z"}
                {"number":"C-10483","account":"123456","status":"closed","updated_at":"2026-10-01T10:00:00Z"}
                {"number":"C-10484","account":"123456","status":"received","updated_at":"2026-11-02T10:00:00Z"}
                """);
        assertThat(Run.of("cases", "import", second, "--store", store).out())
                .isEqualTo(line("3 row(s): 1 new, 1 changed, 1 unchanged, 0 bad."));
    }

    @Test
    void badRowsAreToldByLineAndTheOthersStored() throws IOException {
        String file = file(
                "cases.csv",
                HEADER + "hunter2secret,123456,in_review,2026-11-01T10:00:00Z\n"
                        + "C-10483,123456,received,2026-11-01T10:00:00Z\n");
        Run run = Run.of("cases", "import", file, "--store", store);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(line("2 row(s): 1 new, 0 changed, 0 unchanged, 1 bad."));
        assertThat(run.err())
                .startsWith("portar: " + file + ": line 2: number: ")
                .doesNotContain("hunter2secret");
    }

    @Test
    void strictlyNothingIsStoredWhenARowIsBad() throws IOException {
        String good = "C-10483,123456,received,2026-11-01T10:00:00Z\n";
        String file = file("cases.csv", HEADER + good + "C-10484,123456,lost,2026-11-01T10:00:00Z\n");
        Run strict = Run.of("cases", "import", file, "--store", store, "--strict");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(strict.out()).startsWith("Nothing was stored");
        Run again = Run.of("cases", "import", file("good.csv", HEADER + good), "--store", store, "--strict");
        assertThat(again.out()).isEqualTo(line("1 row(s): 1 new, 0 changed, 0 unchanged, 0 bad."));
    }

    @Test
    void standardInputNeedsAFormat() {
        String row = "\uFEFF" + HEADER.replace("\n", "\r\n") + "C-10483,123456,received,2026-11-01T10:00:00Z\r\n";
        assertThat(Run.withInput(row, "cases", "import", "-", "--store", store).exit())
                .isEqualTo(2);
        assertThat(Run.withInput(row, "cases", "import", "-", "--format", "csv", "--store", store)
                        .out())
                .startsWith("1 row(s): 1 new");
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        Path file = folder.resolve("cases.csv");
        Files.write(
                file,
                (HEADER + "C-10483,123456,получено,2026-11-01T10:00:00Z\n").getBytes(Charset.forName("windows-1251")));
        Run run = Run.of("cases", "import", file.toString(), "--store", store);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("not UTF-8");
    }

    @Test
    void anEmptyFileIsAMistake() throws IOException {
        Run run = Run.of("cases", "import", file("cases.csv", ""), "--store", store);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the file holds nothing");
    }

    @Test
    void aStoreThatCannotBeOpenedIsToldWithoutItsAddress() throws IOException {
        String file = file("cases.csv", HEADER);
        Run missing = Run.of("cases", "import", file, "--store", "jdbc:sqlite:" + folder.resolve("no/portar.db"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no such folder for the store");
        Run other = Run.of("cases", "import", file, "--store", "jdbc:mysql://host/db?password=hunter2secret");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("--store: expected").doesNotContain("hunter2secret");
        String noDatabase = file("garbage.db", "this is no database at all, however long one looks at it");
        Run garbage = Run.of("cases", "import", file, "--store", "jdbc:sqlite:" + noDatabase);
        assertThat(garbage.exit()).isEqualTo(1);
        assertThat(garbage.err()).contains("the store cannot be opened");
    }

    @Test
    void theConfigurationNamesTheStoreAndItsChannelsSecretsAreNotNeeded() throws IOException {
        String config = file("portar.yaml", """
                public-url: https://bots.example.org
                operator: { name: Example }
                store: { url: "%s" }
                channels: { telegram: { main: { token: "${env:NOT_SET_HERE}" } } }
                """.formatted(store));
        String file = file("cases.csv", HEADER + "C-10483,123456,received,2026-11-01T10:00:00Z\n");
        Run run = Run.of("cases", "import", file, "--config", config);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(folder.resolve("portar.db")).exists();
    }

    @Test
    void mistakesInTheConfigurationAreTold() throws IOException {
        String file = file("cases.csv", HEADER);
        Run run = Run.of("cases", "import", file, "--config", file("portar.yaml", "store: { url: nonsense }"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("store.url", "public-url");
        Run missing = Run.of(
                "cases", "import", file, "--config", folder.resolve("no.yaml").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("no.yaml: cannot be read");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8)
                .toString();
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
