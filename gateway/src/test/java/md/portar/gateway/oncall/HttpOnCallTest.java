package md.portar.gateway.oncall;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.pipeline.OnCall.When;
import md.portar.core.settings.Secret;
import md.portar.core.testkit.LogCapture;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpOnCallTest {
    private static final WireMockServer RECEIVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final OnCallNotice NOTICE = new OnCallNotice(
            KEY,
            SafetyConcern.SELF_EXCLUSION,
            new ChannelId("whatsapp"),
            new ConversationNumber(17),
            Language.RU,
            Instant.parse("2026-11-02T22:41:07.123Z"));

    @BeforeAll
    static void open() {
        RECEIVER.start();
    }

    @AfterAll
    static void close() {
        RECEIVER.stop();
    }

    @BeforeEach
    void forget() {
        RECEIVER.resetAll();
    }

    private static HttpOnCall at(String url, Duration longest, Optional<String> token) {
        OnCallSettings settings =
                new OnCallSettings(Secret.of(HttpUrl.get(url)), token.map(Secret::of), Set.of(When.ALWAYS));
        return new HttpOnCall(settings, URI.create("https://desk.example.org/"), longest);
    }

    private static HttpOnCall usual() {
        return at(RECEIVER.baseUrl() + "/canary-path?canary=1", Duration.ofSeconds(20), Optional.of("canary-token"));
    }

    private static void answers(ResponseDefinitionBuilder response) {
        RECEIVER.stubFor(any(anyUrl()).willReturn(response));
    }

    @Test
    void aNoticeSaysWhereToLookAndNothingElse() {
        answers(aResponse().withStatus(204));
        try (HttpOnCall receiver = usual()) {
            assertThat(receiver.tell(NOTICE)).isEqualTo(new Attempt(Result.TAKEN, 204));
        }
        RECEIVER.verify(
                1,
                postRequestedFor(urlEqualTo("/canary-path?canary=1"))
                        .withHeader("Authorization", equalTo("Bearer canary-token"))
                        .withHeader("Idempotency-Key", equalTo(KEY.toString()))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                                {"kind": "safety-request", "concern": "self-exclusion", "channel": "whatsapp",
                                 "conversation": 17, "language": "ru", "at": "2026-11-02T22:41:07Z",
                                 "console": "https://desk.example.org/console/c/17",
                                 "text": "Portar: a player asks for protection (self-exclusion): https://desk.example.org/console/c/17"}
                                """)));
    }

    @Test
    void aTestSaysThatItIsOneAndWithoutATokenNoneIsSent() {
        answers(aResponse().withStatus(200).withBody("ok"));
        try (HttpOnCall receiver = at(RECEIVER.baseUrl(), Duration.ofSeconds(20), Optional.empty())) {
            assertThat(receiver.test(KEY, NOTICE.requestedAt()).result()).isEqualTo(Result.TAKEN);
        }
        RECEIVER.verify(
                1,
                postRequestedFor(urlEqualTo("/"))
                        .withHeader("Authorization", absent())
                        .withRequestBody(equalToJson("""
                                {"kind": "test", "at": "2026-11-02T22:41:07Z", "console": "https://desk.example.org/console",
                                 "text": "Portar: a test of the on-call notice. Nobody asks for protection."}
                                """)));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(
                        "a page", aResponse().withBody("\n <!doctype html><title>canary</title>"), Result.PAGE, 200),
                Arguments.of("not found", aResponse().withStatus(404).withBody("canary"), Result.REFUSED, 404),
                Arguments.of("a refused token", aResponse().withStatus(401), Result.REFUSED, 401),
                Arguments.of("trouble", aResponse().withStatus(500).withBody("canary"), Result.FAILED, 500),
                Arguments.of("too many", aResponse().withStatus(429), Result.FAILED, 429),
                Arguments.of(
                        "a redirect",
                        aResponse().withStatus(302).withHeader("Location", "/canary-elsewhere"),
                        Result.REDIRECTED,
                        302),
                Arguments.of(
                        "a redirect that keeps the method",
                        aResponse().withStatus(308).withHeader("Location", RECEIVER.baseUrl() + "/canary-elsewhere"),
                        Result.REDIRECTED,
                        308),
                Arguments.of("half a chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), Result.NETWORK, 0),
                Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE), Result.NETWORK, 0),
                Arguments.of(
                        "a cut connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Result.NETWORK, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadAnswerIsNoSuccess(String what, ResponseDefinitionBuilder response, Result result, int status) {
        answers(response);
        try (HttpOnCall receiver = usual();
                LogCapture logs = LogCapture.open()) {
            Attempt attempt = receiver.tell(NOTICE);
            assertThat(attempt).isEqualTo(new Attempt(result, status));
            assertThat(HttpOnCall.inWords(attempt)).doesNotContain("canary");
            assertThat(logs.text()).doesNotContain("canary");
        }
        RECEIVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aSlowReceiverIsNotWaitedFor() {
        answers(aResponse().withStatus(204).withFixedDelay(60_000));
        try (HttpOnCall receiver = at(RECEIVER.baseUrl(), Duration.ofMillis(300), Optional.empty())) {
            assertThat(receiver.tell(NOTICE)).isEqualTo(new Attempt(Result.SLOW, 0));
        }
    }

    /** As an intermediary does that dies in the middle. */
    @Test
    void halfABodyIsNoSuccess() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpOnCall receiver =
                        at("http://127.0.0.1:" + server.getLocalPort(), Duration.ofSeconds(20), Optional.empty())) {
            Thread half = new Thread(() -> answerHalf(server), "half");
            half.start();
            assertThat(receiver.tell(NOTICE)).isEqualTo(new Attempt(Result.NETWORK, 0));
            half.join();
        }
    }

    private static void answerHalf(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            byte[] request = new byte[8_192];
            StringBuilder heard = new StringBuilder();
            while (!heard.toString().endsWith("}")) {
                int read = socket.getInputStream().read(request);
                heard.append(new String(request, 0, read, StandardCharsets.UTF_8));
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\"".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nobodyThereIsNoSuccess() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (HttpOnCall receiver = at("http://127.0.0.1:" + port, Duration.ofSeconds(20), Optional.empty())) {
            assertThat(receiver.tell(NOTICE)).isEqualTo(new Attempt(Result.NETWORK, 0));
        }
    }
}
