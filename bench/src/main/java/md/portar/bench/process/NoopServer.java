package md.portar.bench.process;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import md.portar.gateway.http.ListenAddress;
import md.portar.gateway.http.Listeners;
import md.portar.gateway.http.PrometheusMetrics;

/** The gateway's own listener with a route that reads the body and answers 200: what the server costs without us. */
public final class NoopServer {
    private NoopServer() {}

    /** Serves until the process is ended. */
    public static void serve(int port) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions());
        Listeners listeners = new Listeners(vertx);
        listeners.openPrivate(
                new ListenAddress("127.0.0.1", port),
                () -> Map.of(),
                new PrometheusMetrics(),
                router -> router.post("/noop").handler(NoopServer::answer));
    }

    private static void answer(RoutingContext context) {
        context.request()
                .body()
                .onSuccess(body -> context.response()
                        .setStatusCode(body.length() > 0 ? 200 : 400)
                        .end())
                .onFailure(context::fail);
    }
}
