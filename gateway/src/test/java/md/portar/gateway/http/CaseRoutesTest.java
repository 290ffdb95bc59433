package md.portar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.settings.Secret;
import md.portar.core.testkit.MapSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRoutesTest {
    private static final String TOKEN = "a-token-of-the-help-desk-0001";
    private static final String GOOD =
            "{\"account\": \"123456\", \"status\": \"in_review\", \"updated_at\": \"2026-11-01T10:00:00Z\"}";
    private static final List<CaseRecord> STORED = new CopyOnWriteArrayList<>();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Vertx vertx;
    private static int port;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        MapSettings settings = MapSettings.of(
                "api.tokens",
                Map.of(
                        "desk", Map.of("token", TOKEN, "scopes", List.of("cases:write")),
                        "other", Map.of("token", "a-token-for-something-else-01", "scopes", List.of())));
        ApiTokens tokens = ApiTokens.read(settings);
        assertThat(settings.problems()).isEmpty();
        new CaseRoutes(vertx, tokens, CaseRoutesTest::store, ZoneId.of("Europe/Chisinau")).addTo(router);
        port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @BeforeEach
    void forget() {
        STORED.clear();
    }

    private static int store(List<CaseRecord> cases) {
        List<CaseRecord> fresh = new ArrayList<>(cases);
        fresh.removeAll(STORED);
        STORED.addAll(fresh);
        return fresh.size();
    }

    private static HttpResponse<String> put(String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void oneCaseIsWrittenAndAskingAgainChangesNothing() throws Exception {
        HttpResponse<String> first = put("/api/cases/c-10482", "Bearer " + TOKEN, GOOD);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"cases\":1,\"changed\":1}");
        assertThat(STORED)
                .containsExactly(new CaseRecord(
                        new CaseNumber("C-10482"),
                        new AccountId("123456"),
                        CaseStatus.IN_REVIEW,
                        Instant.parse("2026-11-01T10:00:00Z")));
        assertThat(put("/api/cases/C-10482", "Bearer " + TOKEN, GOOD).body()).isEqualTo("{\"cases\":1,\"changed\":0}");
    }

    @Test
    void manyCasesAreWrittenAllOrNone() throws Exception {
        String lines =
                GOOD.replace("{", "{\"number\": \"C-1001\", ") + "\n" + GOOD.replace("{", "{\"number\": \"C-1002\", ");
        assertThat(put("/api/cases", "Bearer " + TOKEN, lines).body()).isEqualTo("{\"cases\":2,\"changed\":2}");
        STORED.clear();
        HttpResponse<String> bad = put("/api/cases", "Bearer " + TOKEN, lines + "\n{\"number\": \"hunter2secret\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("line 3").doesNotContain("hunter2secret");
        assertThat(STORED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong-token-of-the-help-desk", "Basic " + TOKEN, TOKEN, "Bearer "})
    void withoutAKnownTokenNothingIsTaken(String authorization) throws Exception {
        HttpResponse<String> response = put("/api/cases/C-10482", authorization, GOOD);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(STORED).isEmpty();
    }

    @Test
    void aTokenForSomethingElseIsRefused() throws Exception {
        assertThat(put("/api/cases/C-10482", "Bearer a-token-for-something-else-01", GOOD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(STORED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json hunter2secret",
                "[]",
                "{}",
                "{\"account\": \"123456\", \"status\": \"hunter2secret\", \"updated_at\": \"2026-11-01T10:00:00Z\"}",
                "{\"account\": \"hunter2secret\", \"status\": \"closed\", \"updated_at\": \"2026-11-01T10:00:00Z\"}",
                "{\"account\": \"123456\", \"status\": \"closed\", \"updated_at\": \"hunter2secret\"}",
                "{\"number\": \"C-999\", \"account\": \"1234\", \"status\": \"closed\", \"updated_at\": \"2026-11-01\"}",
                "{\"account\": \"123456\", \"account\": \"1\", \"status\": \"closed\", \"updated_at\": \"2026-11-01\"}",
                "{\"hunter2secret\": 1}"
            })
    void aBadBodyIsToldWithoutBeingQuoted(String body) throws Exception {
        HttpResponse<String> response = put("/api/cases/C-10482", "Bearer " + TOKEN, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("error").doesNotContain("hunter2secret");
        assertThat(STORED).isEmpty();
    }

    @Test
    void aBadNumberIsRefused() throws Exception {
        assertThat(put("/api/cases/nonsense", "Bearer " + TOKEN, GOOD).statusCode())
                .isEqualTo(400);
    }

    @Test
    void tooLargeABodyIsRefused() throws Exception {
        assertThat(put("/api/cases/C-10482", "Bearer " + TOKEN, " ".repeat(5_000) + GOOD)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void otherAddressesAreNotThere() throws Exception {
        assertThat(put("/api/agents", "Bearer " + TOKEN, GOOD).statusCode()).isEqualTo(404);
    }

    @Test
    void aShortTokenIsAMistakeInTheSettings() {
        MapSettings settings =
                MapSettings.of("api.tokens", Map.of("desk", Map.of("token", "short", "scopes", List.of("everything"))));
        ApiTokens.read(settings);
        assertThat(settings.problems()).hasSize(2);
        assertThat(ApiTokens.of(Secret.of(TOKEN), ApiTokens.Scope.CASES_WRITE).isEmpty())
                .isFalse();
        assertThat(ApiTokens.none().isEmpty()).isTrue();
    }
}
