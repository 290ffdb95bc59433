package md.portar.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many connections a listener holds and how long one may be without a complete request head. An idle time-out alone
 * lets a sender of one byte now and then hold a connection for ever. A request that is being answered has its own times.
 */
final class OpenConnections {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final int most;
    private final Duration patience;

    private final Map<HttpConnection, Waiting> open = new ConcurrentHashMap<>();

    OpenConnections(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** Since when a connection has had nothing to answer. Its event loop tells of requests, the watch looks at it. */
    private static final class Waiting {
        private volatile @Nullable HttpServerRequest latest;
        private @Nullable HttpServerRequest answered;
        private long since = System.nanoTime();

        void asked(HttpServerRequest request) {
            latest = request;
        }

        /** Asked by the watch only. */
        long nanos() {
            long now = System.nanoTime();
            HttpServerRequest request = latest;
            if (request != null && request != answered) {
                since = now;
                answered = request.response().ended() ? request : answered;
            }
            return now - since;
        }
    }

    /** Watches a server that does not listen yet, in front of what answers its requests. */
    void watch(Vertx vertx, HttpServer server, Handler<HttpServerRequest> answering) {
        server.connectionHandler(this::opened);
        server.requestHandler(request -> {
            Waiting waiting = open.get(request.connection());
            if (waiting != null) {
                waiting.asked(request);
            }
            answering.handle(request);
        });
        vertx.setPeriodic(EVERY.toMillis(), timer -> closeSlow());
    }

    private void opened(HttpConnection connection) {
        if (open.size() >= most) {
            connection.close();
            return;
        }
        open.put(connection, new Waiting());
        connection.closeHandler(closed -> open.remove(connection));
    }

    private void closeSlow() {
        open.forEach((connection, waiting) -> {
            if (waiting.nanos() > patience.toNanos()) {
                connection.close();
            }
        });
    }
}
