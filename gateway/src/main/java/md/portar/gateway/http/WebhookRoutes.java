package md.portar.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.pipeline.Intake;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook endpoints {@code /webhooks/{channel}/{account}}: bounded body, verify and parse, make durable, answer. Runs on
 * the event loop; nothing here blocks.
 */
final class WebhookRoutes {
    private static final Logger log = LoggerFactory.getLogger(WebhookRoutes.class);
    static final int LARGEST_BODY = 1024 * 1024;
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final BiFunction<ChannelId, ChannelAccount, Optional<ChannelAdapter>> adapters;
    private final Intake intake;
    private final GatewayMetrics metrics;
    private final RefusalLog refusals = new RefusalLog(System::nanoTime);

    /** Connections on which nothing more is taken; they are forgotten when they are gone. */
    private final Set<HttpConnection> closing =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    WebhookRoutes(
            Vertx vertx,
            BiFunction<ChannelId, ChannelAccount, Optional<ChannelAdapter>> adapters,
            Intake intake,
            GatewayMetrics metrics) {
        this.vertx = vertx;
        this.adapters = adapters;
        this.intake = intake;
        this.metrics = metrics;
    }

    void addTo(Router router) {
        router.route("/webhooks/:channel/:account").handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (closing.contains(request.connection())) {
            request.connection().close();
            return;
        }
        Optional<Addressed> addressed = addressed(context.pathParam("channel"), context.pathParam("account"));
        if (addressed.isEmpty()) {
            finish(request, 404);
            return;
        }
        if (!request.method().name().equals("POST") && !request.method().name().equals("GET")) {
            request.response().putHeader("Allow", "GET, POST");
            finish(request, 405);
            return;
        }
        if (request.getHeader("Content-Encoding") != null) {
            // None of the platforms compresses, and a compressed body is a cheap way to make us work.
            finish(request, 415);
            return;
        }
        String transfer = request.getHeader("Transfer-Encoding");
        if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) {
            reject(request, new BoundedBody.Rejected(400, "unknown transfer encoding"));
            return;
        }
        if (transfer != null) {
            // A length beside it has been dropped by now. Whoever went by that length sees other requests in what
            // follows, so
            // nothing may follow (RFC 9112, section 6.1).
            request.response().putHeader("Connection", "close");
            closing.add(request.connection());
        }
        BoundedBody.read(vertx, request, LARGEST_BODY, SLOWEST_BODY)
                .onSuccess(body -> handle(request, addressed.get(), body))
                .onFailure(problem -> reject(request, problem));
    }

    private Optional<Addressed> addressed(String channel, String account) {
        try {
            ChannelId channelId = new ChannelId(channel);
            ChannelAccount channelAccount = new ChannelAccount(account);
            return adapters.apply(channelId, channelAccount)
                    .map(adapter -> new Addressed(channelId, channelAccount, adapter));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private void handle(HttpServerRequest request, Addressed addressed, byte[] body) {
        WebhookOutcome outcome;
        try {
            outcome = addressed.adapter().receive(webhookRequest(request, body));
        } catch (RuntimeException bug) {
            // The exception may quote the body, so neither its message nor its trace is logged.
            metrics.surprise("webhook-receive");
            log.atError()
                    .addKeyValue(LogFields.CHANNEL, addressed.channel())
                    .addKeyValue(LogFields.REASON, bug.getClass().getSimpleName())
                    .log("An adapter failed on a webhook");
            finish(request, 500);
            return;
        }
        outcome.fold(
                accepted -> keep(request, addressed, accepted),
                challenge -> answer(request, 200, "text/plain", challenge.body()),
                refused -> refuse(request, addressed, refused));
    }

    private boolean keep(HttpServerRequest request, Addressed addressed, WebhookOutcome.Accepted accepted) {
        metrics.webhookAccepted(addressed.channel(), accepted.events().size());
        WebhookOutcome.Acknowledgement body = accepted.acknowledgement();
        intake.accept(addressed.channel(), addressed.account(), accepted.events())
                .whenComplete((done, problem) -> {
                    if (problem == null) {
                        answer(request, 200, body.contentType(), body.body());
                        return;
                    }
                    log.atWarn()
                            .addKeyValue(LogFields.CHANNEL, addressed.channel())
                            .addKeyValue(LogFields.REASON, problem.getClass().getSimpleName())
                            .log("Events could not be kept; the platform is asked to send again");
                    request.response().putHeader("Retry-After", "5");
                    finish(request, 503);
                });
        return true;
    }

    private boolean refuse(HttpServerRequest request, Addressed addressed, WebhookOutcome.Refused refused) {
        metrics.webhookRefused(addressed.channel(), refused.reason());
        refusals.refused(addressed.channel(), addressed.account(), refused);
        finish(request, refused.reason().status());
        return true;
    }

    private void reject(HttpServerRequest request, Throwable problem) {
        request.response().putHeader("Connection", "close");
        finish(request, problem instanceof BoundedBody.Rejected rejected ? rejected.status() : 400);
        // A sender that keeps talking after the answer would hold the connection for ever.
        vertx.setTimer(1_000, id -> request.connection().close());
    }

    private static WebhookRequest webhookRequest(HttpServerRequest request, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : request.headers().names()) {
            headers.put(name, request.headers().getAll(name));
        }
        String query = request.query() == null ? "" : request.query();
        return new WebhookRequest(request.method().name(), query, headers, RawBody.of(body));
    }

    private boolean answer(HttpServerRequest request, int status, String contentType, String body) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return false;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", contentType + "; charset=utf-8")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-store")
                .end(body)
                .onComplete(sent -> closeIfSaid(request));
        return true;
    }

    private void finish(HttpServerRequest request, int status) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Cache-Control", "no-store")
                    .end()
                    .onComplete(sent -> closeIfSaid(request));
        }
    }

    private void closeIfSaid(HttpServerRequest request) {
        if (closing.contains(request.connection())) {
            request.connection().close();
        }
    }

    private record Addressed(ChannelId channel, ChannelAccount account, ChannelAdapter adapter) {}
}
