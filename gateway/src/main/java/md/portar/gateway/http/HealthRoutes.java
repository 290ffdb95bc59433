package md.portar.gateway.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /health/live}: the loop turns. {@code /health/ready}: store and channels can work. */
final class HealthRoutes {
    private final Health health;

    HealthRoutes(Health health) {
        this.health = health;
    }

    void addTo(Router router) {
        router.get("/health/live").handler(context -> json(context, 200, new JsonObject().put("status", "up")));
        router.get("/health/ready").blockingHandler(this::ready, false);
    }

    private void ready(RoutingContext context) {
        Map<String, String> parts = health.parts();
        boolean up = parts.values().stream().allMatch("ok"::equals);
        JsonObject details = new JsonObject();
        parts.forEach(details::put);
        JsonObject notes = new JsonObject();
        health.notes().forEach(notes::put);
        json(
                context,
                up ? 200 : 503,
                new JsonObject()
                        .put("status", up ? "up" : "down")
                        .put("parts", details)
                        .put("notes", notes));
    }

    private static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }
}
