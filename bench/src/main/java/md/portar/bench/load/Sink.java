package md.portar.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** Stands for the platforms' send APIs: takes everything, answers at once, tells who got words. On one event loop. */
final class Sink {
    private final Vertx vertx;
    private final List<Wire> wires;
    private IntConsumer said = player -> {};
    private long number;

    Sink(Vertx vertx, List<Wire> wires) {
        this.vertx = vertx;
        this.wires = List.copyOf(wires);
    }

    Future<Integer> open(int port) {
        return vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(port, "127.0.0.1")
                .map(HttpServer::actualPort);
    }

    void tell(IntConsumer listener) {
        said = listener;
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> answer(request, body.toString()));
    }

    private void answer(HttpServerRequest request, String body) {
        String path = request.path();
        for (int i = 0; i < wires.size(); i++) {
            Wire wire = wires.get(i);
            if (wire.serves(path)) {
                Wire.Answer answer = wire.answer(path, body, number++);
                request.response()
                        .setStatusCode(answer.status())
                        .putHeader("Content-Type", "application/json")
                        .end(answer.body());
                OptionalInt recipient = wire.recipient(path, body);
                recipient.ifPresent(player -> said.accept(player));
                return;
            }
        }
        request.response().setStatusCode(404).end();
    }
}
