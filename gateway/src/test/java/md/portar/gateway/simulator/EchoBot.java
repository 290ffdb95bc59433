package md.portar.gateway.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that answers a Telegram message with its own text. */
final class EchoBot implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final String url;
    private final AtomicInteger answered = new AtomicInteger();

    EchoBot(Simulator simulator, SimulatorSettings settings) {
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(32));
        this.url = simulator.url() + "/bot" + settings.telegram().token() + "/sendMessage";
    }

    int answered() {
        return answered.get();
    }

    void answer(StandInGateway.Received one) {
        var message = one.request().json().orElseThrow().path("message");
        Buffer body = Buffer.buffer(Json.bytes(Json.object()
                .put("chat_id", message.path("chat").path("id").asText())
                .put("text", message.path("text").asText())));
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(url)
                        .putHeader("Content-Type", "application/json"))
                .compose((HttpClientRequest request) -> request.send(body))
                .compose(response -> response.body())
                .onComplete(done -> answered.incrementAndGet());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
