package md.portar.gateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar at the command line: what it says, and that nobody sees a stack trace. */
class CommandLineIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(PackagedGateway.java(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + List.of(arguments));
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        String complained = Files.readString(err, StandardCharsets.UTF_8);
        assertThat(said + complained).doesNotContain("\tat ", "Exception in thread");
        return new Ended(process.exitValue(), said, complained);
    }

    @Test
    void theJarHasItsChannels() throws Exception {
        Ended ended = run("version");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("portar ", "channels: messenger, telegram, whatsapp");
    }

    @Test
    void anUnknownCommandIsAUsageError() throws Exception {
        assertThat(run("sevre").code()).isEqualTo(2);
    }

    @Test
    void aMissingConfigurationNamesTheWayOut() throws Exception {
        Ended ended = run("serve", "--config", "absent.yaml");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("absent.yaml", "portar init");
    }

    @Test
    void everyMistakeInTheConfigurationIsListed() throws Exception {
        Files.writeString(folder.resolve("portar.yaml"), """
                public-url: not an address
                operator: { nam: Example }
                store: { url: mysql }
                channels:
                  viber: { main: {} }
                  telegram: { main: { token: 123456789:hunter2secretliteral, webhook-secret: "${env:NOT_SET_ANYWHERE}" } }
                """);
        Ended ended = run("serve");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "public-url:",
                        "operator.name: is required",
                        "operator.nam: is not a known key; did you mean name?",
                        "store.url:",
                        "channels.viber:",
                        "channels.telegram.main.token: a secret must be a reference",
                        "NOT_SET_ANYWHERE is not set")
                .doesNotContain("hunter2secretliteral");
    }

    @Test
    void aPortInUseIsToldWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = run("demo", "--port", Integer.toString(taken.getLocalPort()), "--no-browser");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("in use", "--port");
        }
    }

    @Test
    void aFolderThatIsAFileIsTold() throws Exception {
        Files.writeString(folder.resolve("taken"), "x");
        Ended ended = run("demo", "--port", "0", "--dir", "taken", "--no-browser");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("is a file", "--dir");
    }
}
