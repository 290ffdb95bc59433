package md.portar.gateway.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Receives webhooks where the real gateway would, and keeps them. */
final class StandInGateway implements AutoCloseable {
    /** A webhook as it arrived. */
    record Received(WireRequest request) {
        String path() {
            return request.path();
        }

        String body() {
            return request.body().toString(StandardCharsets.UTF_8);
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final boolean keeps;
    private volatile ToIntFunction<Received> status = one -> 200;
    private volatile String answer = "";
    private volatile Consumer<Received> listener = one -> {};

    StandInGateway() {
        this(true);
    }

    /** May keep nothing, for many webhooks. */
    StandInGateway(boolean keeps) {
        this.keeps = keeps;
        server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void receive(HttpServerRequest http) {
        http.body().onSuccess(body -> {
            if (http.method().name().equals("GET")) {
                boolean known = "verify-me".equals(http.getParam("hub.verify_token"));
                http.response().setStatusCode(known ? 200 : 403).end(known ? http.getParam("hub.challenge") : "");
                return;
            }
            Received one = new Received(WireServer.request(http, body));
            if (keeps) {
                received.add(one);
            }
            http.response().setStatusCode(status.applyAsInt(one)).end(Buffer.buffer(answer));
            listener.accept(one);
        });
    }

    /** What to answer each webhook with. */
    void answersWith(ToIntFunction<Received> statusOf) {
        status = statusOf;
    }

    void answersWithBody(String body) {
        answer = body;
    }

    void onReceived(Consumer<Received> then) {
        listener = then;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    URI url(String channel) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/webhooks/" + channel + "/main");
    }

    SimulatorSettings settings() {
        return SimulatorSettings.demo()
                .withPace(SimulatorSettings.Pace.QUICK)
                .withWebhooks(
                        SimulatorSettings.Target.direct(url("telegram")),
                        SimulatorSettings.Target.direct(url("whatsapp")),
                        SimulatorSettings.Target.direct(url("messenger")));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
