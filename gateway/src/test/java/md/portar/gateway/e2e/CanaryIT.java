package md.portar.gateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import md.portar.gateway.proof.Traces;
import md.portar.gateway.simulator.PlatformRules;
import md.portar.gateway.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go in by every channel; afterwards nothing that the process left or answers holds one, in any writing. */
class CanaryIT {
    private static final String PASSWORD = "Zk7vulpe93Qx";
    private static final String PIN = "739164";
    private static final String CARD = "5555555555554444";

    @RegisterExtension
    final PlatformRules rules = new PlatformRules();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void noSecretIsLeftAnywhere() throws Exception {
        List<String> answers = new ArrayList<>();
        try (PackagedGateway gateway = PackagedGateway.start(folder, "TRACE")) {
            Simulator simulator = rules.watch(gateway.simulator());
            sendSecrets(simulator);
            simulator.telegram().phone(100000201L).awaitReplyContaining("🔒");
            simulator.whatsApp().phone("whatsapp:+37360000201").awaitReplyContaining("🔒");
            simulator.messenger().phone("7000000000000201").awaitReplyContaining("🔒");
            simulator.telegram().phone(100000202L).awaitReplyContaining("🔒");
            simulator.recorder().sent().forEach(sent -> answers.add(sent.text()));
            for (String path : List.of("/metrics", "/health/ready", "/console", "/console/login")) {
                answers.add(get(gateway.consoleUrl() + path));
            }
            gateway.kill();
            gateway.startProcess();
            answers.add(get(gateway.consoleUrl() + "/metrics"));
            assertThat(gateway.stop()).isIn(0, 143);
        }
        Map<String, byte[]> left = filesLeft();
        assertThat(left.keySet()).anyMatch(name -> name.endsWith("portar.db"));
        assertThat(left.getOrDefault("portar.log", new byte[0])).isNotEmpty();
        answers.forEach(answer -> left.put("answer " + left.size(), answer.getBytes(StandardCharsets.UTF_8)));
        for (String secret : List.of(PASSWORD, PIN, CARD, "5555 5555 5555 4444")) {
            nowhere(secret, left);
        }
    }

    private static void sendSecrets(Simulator simulator) {
        simulator.telegram().says(100000201L, "parola mea este " + PASSWORD).status();
        simulator.telegram().says(100000201L, "pin-ul cardului: " + PIN).status();
        simulator.telegram().sendsPhoto(100000202L, "мой пароль " + PASSWORD).status();
        simulator.telegram().deepLink(100000203L, "password_is_" + PASSWORD).status();
        simulator
                .whatsApp()
                .says("whatsapp:+37360000201", "my card number is 5555 5555 5555 4444")
                .status();
        simulator
                .whatsApp()
                .sendsPhoto("whatsapp:+37360000202", "password: " + PASSWORD)
                .status();
        simulator.messenger().says("7000000000000201", "мой пинкод " + PIN).status();
        simulator
                .messenger()
                .postback("7000000000000202", "parola: " + PASSWORD, "parola: " + PASSWORD)
                .status();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Map<String, byte[]> filesLeft() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                try {
                    files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }

    private static void nowhere(String secret, Map<String, byte[]> left) {
        Traces traces = Traces.of(secret);
        // Never the secret itself in the message of a failure.
        left.forEach((name, content) -> assertThat(traces.in(content))
                .as("a secret of %d characters in %s", secret.length(), name)
                .isEmpty());
    }
}
