package md.portar.gateway.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The live stream, and the same by asking again and again for browsers that cannot hold one. */
final class StreamRoutes {
    private static final Pattern EVENT = Pattern.compile("[0-9]{1,18}");
    private static final int RECONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Sessions sessions;
    private final StreamHub hub;
    private final Doorkeeper door;

    StreamRoutes(Vertx vertx, Sessions sessions, StreamHub hub, Doorkeeper door) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.hub = hub;
        this.door = door;
    }

    void addTo(Router router) {
        router.get("/console/events").handler(this::open);
        router.get("/console/changes").blockingHandler(door.page(this::changes), false);
    }

    private void open(RoutingContext context) {
        vertx.executeBlocking(() -> sessions.find(context, false), false)
                .onSuccess(visitor -> {
                    if (visitor.isPresent()) {
                        stream(context, visitor.get());
                    } else {
                        context.response().setStatusCode(401).end();
                    }
                })
                .onFailure(context::fail);
    }

    private void stream(RoutingContext context, Visitor visitor) {
        context.response()
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true)
                .write("retry: " + RECONNECT_MILLIS + "\n\n");
        StreamConnection connection = new StreamConnection(visitor, vertx.getOrCreateContext(), context.response());
        context.response().closeHandler(closed -> {
            connection.gone();
            hub.closed(connection);
        });
        context.response().exceptionHandler(broken -> connection.gone());
        hub.open(connection, since(context.request()));
    }

    private void changes(RoutingContext context, Visitor visitor) {
        long since = since(context.request()).orElse(0L);
        StreamHub.Missed missed = hub.missed(visitor, since);
        List<JsonObject> frames = missed.frames().stream().map(Frame::json).toList();
        context.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(new JsonObject()
                        .put("last", missed.last())
                        .put("frames", new JsonArray(frames))
                        .encode());
    }

    /** The last event that the browser has seen: its own word on reconnecting, else the page's. */
    private static Optional<Long> since(HttpServerRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String since = header == null ? request.getParam("since") : header;
        return Optional.ofNullable(since)
                .filter(text -> EVENT.matcher(text).matches())
                .map(Long::valueOf);
    }
}
