package md.portar.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void isReadyAndTellsWhatToLookAt() throws Exception {
        Health health = Health.of(
                () -> Map.of("store", "ok"), () -> Map.of("telegram/main", "the platform refuses its credentials"));
        HttpResponse<String> answer = ask(health, "/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()))
                .isEqualTo(new JsonObject()
                        .put("status", "up")
                        .put("parts", new JsonObject().put("store", "ok"))
                        .put("notes", new JsonObject().put("telegram/main", "the platform refuses its credentials")));
    }

    @Test
    void isNotReadyWhenAPartIsNot() throws Exception {
        Health health = () -> Map.of("store", "the database does not take writes");
        HttpResponse<String> answer = ask(health, "/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("down");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void livesWhateverThePartsSay() throws Exception {
        Health health = () -> Map.of("store", "the database does not take writes");
        assertThat(ask(health, "/health/live").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(Health health, String path) throws Exception {
        Router router = Router.router(vertx);
        new HealthRoutes(health).addTo(router);
        int port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
