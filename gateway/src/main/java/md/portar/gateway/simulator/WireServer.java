package md.portar.gateway.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listener on loopback: hands calls to the platform they belong to, with the faults that are switched on; the rest to the page. */
final class WireServer {
    private static final Logger log = LoggerFactory.getLogger(WireServer.class);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Surroundings around;
    private final List<Platform> platforms;
    private final HttpServer server;

    /** One call while it is being answered. */
    private record Call(
            Platform platform, WireRequest request, HttpServerRequest http, String template, long started) {}

    WireServer(Vertx vertx, Surroundings around, List<Platform> platforms, Consumer<HttpServerRequest> page) {
        this.around = around;
        this.platforms = platforms;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setMaxFormAttributeSize(-1)
                        .setCompressionSupported(false))
                .requestHandler(http -> platforms.stream()
                        .filter(platform -> platform.owns(http.path()))
                        .findFirst()
                        .ifPresentOrElse(platform -> receive(platform, http), () -> page.accept(http)));
    }

    Future<Integer> listen(int port) {
        return server.listen(port, "127.0.0.1").map(HttpServer::actualPort);
    }

    List<Platform> platforms() {
        return platforms;
    }

    private void receive(Platform platform, HttpServerRequest http) {
        long started = System.nanoTime();
        http.body().onSuccess(body -> {
            WireRequest request = request(http, body);
            answer(new Call(platform, request, http, platform.template(request), started));
        });
    }

    static WireRequest request(HttpServerRequest http, Buffer body) {
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String query = http.query() == null ? "" : http.query();
        return new WireRequest(http.method().name(), http.path(), Form.urlEncoded(query), headers, body);
    }

    private void answer(Call call) {
        Platform platform = call.platform();
        Optional<Faults.Strike> strike = around.faults.onCall(platform.app(), platform.isSend(call.request()));
        if (strike.isEmpty()) {
            handled(call, reply -> finish(call, reply, ""));
            return;
        }
        FaultKind kind = strike.get().kind();
        Duration amount = strike.get().amount();
        switch (kind) {
            case RATE_LIMIT -> finish(call, platform.tooManyRequests(amount), kind.id());
            case SERVER_ERROR -> finish(call, platform.serverError(), kind.id());
            case HTML_502 -> finish(call, WireReply.badGateway(), kind.id());
            case DELAY -> around.later(amount, () -> handled(call, reply -> finish(call, reply, kind.id())));
            case TIMEOUT_AFTER -> handled(call, reply -> silence(call, amount, kind));
            case HALF_BODY -> handled(call, reply -> half(call, reply));
            case BLACK_HOLE -> silence(call, amount, kind);
            default -> cut(call, kind); // the rest of the kinds act on webhooks, except the outage
        }
    }

    private void handled(Call call, Consumer<WireReply> then) {
        CompletionStage<WireReply> reply;
        try {
            reply = call.platform().handle(call.request());
        } catch (RuntimeException bug) {
            log.error("simulator failed on a call, path={}", call.template(), bug);
            finish(call, call.platform().serverError(), "simulator bug");
            return;
        }
        reply.whenComplete((done, failure) -> {
            if (failure == null) {
                then.accept(done);
            } else {
                log.error("simulator failed on a call, path={}", call.template(), failure);
                finish(call, call.platform().serverError(), "simulator bug");
            }
        });
    }

    private void finish(Call call, WireReply reply, String note) {
        line(call, reply.status(), note);
        write(call.http().response(), reply);
    }

    static void write(HttpServerResponse response, WireReply reply) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.putHeader("Content-Type", reply.contentType());
        }
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }

    private void half(Call call, WireReply reply) {
        line(call, reply.status(), FaultKind.HALF_BODY.id());
        Buffer body = reply.body();
        HttpServerResponse response = call.http().response();
        response.setStatusCode(reply.status())
                .putHeader("Content-Type", reply.contentType())
                .putHeader("Content-Length", String.valueOf(Math.max(2, body.length())));
        response.write(body.slice(0, body.length() / 2))
                .onComplete(done -> call.http().connection().close());
    }

    private void silence(Call call, Duration amount, FaultKind kind) {
        line(call, 0, kind.id());
        Duration longest = amount.compareTo(SILENCE) > 0 ? SILENCE : amount;
        around.later(longest, () -> call.http().connection().close());
    }

    private void cut(Call call, FaultKind kind) {
        line(call, 0, kind.id());
        call.http().connection().close();
    }

    private void line(Call call, int status, String note) {
        Duration took = Duration.ofNanos(System.nanoTime() - call.started());
        around.recorder.line(new Recorder.Line(
                call.platform().app(),
                Recorder.Direction.TO_PLATFORM,
                call.request().method(),
                call.template(),
                status,
                took,
                note));
    }

    /** Reads a body as text; for the page's own small requests. */
    static String text(Buffer body) {
        return body.toString(StandardCharsets.UTF_8);
    }
}
