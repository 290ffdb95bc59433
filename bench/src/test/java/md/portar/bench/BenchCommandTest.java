package md.portar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The driver against the packaged gateway, for as short as it can. Says nothing about speed. */
class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void aRoundEndsWithATableAndFilesAndEveryMessageAcknowledged(@TempDir Path folder) throws Exception {
        Path gateway = Path.of("../gateway/target/portar.jar");
        assumeTrue(Files.isRegularFile(gateway), "the gateway is not packaged yet");
        assumeTrue(Files.isReadable(Path.of("/proc/self/smaps_rollup")), "needs Linux");

        int code = run(
                "--only=LOAD", "--rounds=1", "--seconds=1", "--warm-up=1", "--gateway=" + gateway, "--out=" + folder);

        assertThat(code).isZero();
        assertThat(out.toString()).contains("acknowledged and answered flat out", "memory at 1000/s");
        assertThat(Files.readAllLines(folder.resolve("figures.csv")))
                .contains("not acknowledged at 200/s,messages,1,0.0000,0.0000,0.0000,");
        assertThat(folder.resolve("figures.json")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("figures.svg")))
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }

    @Test
    void withoutAGatewayItSaysHowToGetOne() {
        assertThat(run("--only=START", "--gateway=nowhere.jar")).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.jar: there is no such file", "mvn package");
    }
}
