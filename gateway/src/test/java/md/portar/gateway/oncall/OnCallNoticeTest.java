package md.portar.gateway.oncall;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import md.portar.core.testkit.LogCapture;
import md.portar.gateway.Gateway;
import md.portar.gateway.config.Configuration;
import md.portar.gateway.proof.Traces;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a player's words to the post at the receiver, in a whole gateway. */
class OnCallNoticeTest {
    private static final long PLAYER = 100000417L;
    private static final String PUBLIC = "https://bots.example.org";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final SimulatorSettings SETTINGS = SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK);

    private final Forward clock = new Forward();
    private final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private Gateway gateway(Path folder, Simulator simulator) throws Exception {
        String yaml =
                """
                public-url: %s
                listen: 127.0.0.1:0
                private-listen: 127.0.0.1:0
                console-url: https://desk.example.org
                operator: { name: Example }
                store: { url: "jdbc:sqlite:%s" }
                conversation: { burst-window: 50ms }
                on-call: { url: "${env:ON_CALL_URL}", token: "${env:ON_CALL_TOKEN}", when: [distress] }
                channels:
                  telegram:
                    main: { token: "${env:TOKEN}", webhook-secret: "${env:SECRET}", api-url: "%s", conversation-gap: 10ms }
                """.formatted(PUBLIC, folder.resolve("portar.db").toString().replace("\\", "\\\\"), simulator.url());
        Map<String, String> secrets = Map.of(
                "TOKEN",
                SETTINGS.telegram().token(),
                "SECRET",
                SETTINGS.telegram().webhookSecret(),
                "ON_CALL_URL",
                receiver.baseUrl() + "/hooks/secret-path",
                "ON_CALL_TOKEN",
                "secret-token-of-the-receiver");
        Configuration configuration = Configuration.read(yaml, secrets, Clock.systemUTC());
        return Gateway.start(configuration.settings(), configuration.channels(), clock);
    }

    /** Goes, and can be put forward past the wait before the next attempt. */
    private static final class Forward extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static String get(Gateway gateway, String path) {
        try {
            URI url = URI.create("http://127.0.0.1:" + gateway.privatePort() + path);
            return CLIENT.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<LoggedRequest> posts() {
        return receiver.findAll(anyRequestedFor(anyUrl()));
    }

    @Test
    void distressIsToldThroughAnOutageAndNothingOfThePlayerGetsOut(@TempDir Path folder) throws Exception {
        receiver.start();
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        try (LogCapture logs = LogCapture.open();
                Simulator simulator = new Simulator(SETTINGS).start();
                Gateway gateway = gateway(folder, simulator)) {
            String path = "/webhooks/telegram/main";
            simulator.deliverTo(
                    ChatApp.TELEGRAM,
                    new SimulatorSettings.Target(
                            URI.create(PUBLIC + path), URI.create("http://127.0.0.1:" + gateway.publicPort() + path)));
            simulator.telegram().says(PLAYER + 1, "vreau o limita de depunere zimbrul");
            simulator.telegram().says(PLAYER, "nu mai vreau sa traiesc zimbrul");
            await().atMost(LONG).until(() -> get(gateway, "/health/ready").contains("(status 500)"));
            assertThat(get(gateway, "/health/ready")).contains("were not told of yet: 1;");
            receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));
            clock.ahead = Duration.ofMinutes(1);
            await().atMost(LONG)
                    .until(() ->
                            get(gateway, "/metrics").contains("portar_oncall_notices_total{outcome=\"sent\"} 1.0"));
            await().atMost(LONG).until(() -> !get(gateway, "/health/ready").contains("on-call"));
            assertThat(get(gateway, "/metrics"))
                    .contains("portar_oncall_notices_total{outcome=\"failed\"}", "portar_oncall_waiting 0.0");

            JsonNode body = JsonMapper.builder().build().readTree(posts().get(0).getBody());
            assertThat(body.path("concern").asText()).isEqualTo("distress");
            assertThat(body.path("channel").asText()).isEqualTo("telegram");
            assertThat(body.path("console").asText())
                    .isEqualTo("https://desk.example.org/console/c/"
                            + body.path("conversation").asLong());
            assertThat(posts())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(post -> post.getHeader("Authorization").equals("Bearer secret-token-of-the-receiver"))
                    .extracting(post -> post.getHeader("Idempotency-Key") + post.getBodyAsString())
                    .containsOnly(posts().get(0).getHeader("Idempotency-Key")
                            + posts().get(0).getBodyAsString());
            nothingGetsOut(logs, gateway);
        } finally {
            receiver.stop();
        }
    }

    private void nothingGetsOut(LogCapture logs, Gateway gateway) {
        String posted = posts().stream()
                .map(post -> post.getUrl() + post.getHeaders() + post.getBodyAsString())
                .reduce("", String::concat);
        for (String secret : Set.of("zimbrul", "traiesc", Long.toString(PLAYER), "Test User")) {
            assertThat(Traces.of(secret).in(posted.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        String shown = logs.text() + get(gateway, "/health/ready") + get(gateway, "/metrics");
        for (String secret : Set.of("zimbrul", "secret-path", "secret-token-of-the-receiver")) {
            assertThat(shown.contains(secret)).as(secret).isFalse();
        }
    }
}
