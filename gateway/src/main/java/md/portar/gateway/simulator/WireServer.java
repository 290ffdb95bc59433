package md.portar.gateway.simulator;

import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
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
            Platform platform,
            WireRequest request,
            HttpServerRequest http,
            String template,
            boolean send,
            String player,
            long started) {
        ChatApp app() {
            return platform.app();
        }
    }

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
            boolean send = platform.isSend(request);
            String player = send ? platform.player(request) : "";
            check(platform, request);
            answer(new Call(platform, request, http, platform.template(request), send, player, started));
        });
    }

    private void check(Platform platform, WireRequest request) {
        for (WireCheck check : around.checks) {
            check.broken(platform.app(), request)
                    .forEach(rule -> around.recorder.violation(platform.app(), platform.template(request), rule));
        }
    }

    static WireRequest request(HttpServerRequest http, Buffer body) {
        Map<String, String> headers = new LinkedHashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String query = http.query() == null ? "" : http.query();
        return new WireRequest(http.method().name(), http.path(), Form.urlEncoded(query), headers, body);
    }

    private void answer(Call call) {
        Tally tally = around.recorder.ledger().of(call.app());
        tally.calls.increment();
        if (call.send()) {
            around.limits
                    .early(call.app(), call.player())
                    .ifPresent(allowed -> around.recorder.early(call.app(), call.player(), call.template(), allowed));
        }
        Optional<Faults.Strike> strike = around.faults.onCall(call.app(), call.send(), call.player());
        if (strike.isPresent()) {
            tally.faults.increment();
            struck(call, strike.get().kind(), strike.get().amount());
            return;
        }
        Optional<Duration> wait = call.send() ? around.limits.exceeded(call.app(), call.player()) : Optional.empty();
        if (wait.isPresent()) {
            tally.overLimit.increment();
            tooMany(call, wait.get(), "over the limit");
            return;
        }
        handled(call, reply -> finish(call, reply, ""));
    }

    private void struck(Call call, FaultKind kind, Duration amount) {
        Platform platform = call.platform();
        switch (kind) {
            case RATE_LIMIT -> tooMany(call, amount, kind.id());
            case UNAUTHORISED -> finish(call, platform.unauthorised(), kind.id());
            case SERVER_ERROR -> finish(call, platform.serverError(), kind.id());
            case HTML_502 -> finish(call, WireReply.badGateway(), kind.id());
            case DELAY -> around.later(amount, () -> handled(call, reply -> finish(call, reply, kind.id())));
            case TIMEOUT_AFTER -> taken(call, reply -> silence(call, amount, kind));
            case CUT_AFTER -> taken(call, reply -> cut(call, kind));
            case HALF_BODY -> taken(call, reply -> half(call, reply));
            case EMPTY_BODY -> taken(call, reply -> finish(call, WireReply.empty(reply.status()), kind.id()));
            case BLACK_HOLE -> silence(call, amount, kind);
            default -> reset(call, kind); // an outage; the rest of the kinds act on webhooks
        }
    }

    /** Says when to try again, and remembers it: a send before that breaks a rule. */
    private void tooMany(Call call, Duration wait, String note) {
        Duration told = Duration.ofSeconds(Math.max(1, (wait.toMillis() + 999) / 1000));
        boolean inWords = call.app() != ChatApp.MESSENGER || told.toMinutes() > 0;
        if (call.send() && inWords) {
            around.limits.refused(call.app(), call.player(), told);
        }
        finish(call, call.platform().tooManyRequests(told), note);
    }

    /** Carries the call out and keeps the answer from the gateway, which cannot know what became of it. */
    private void taken(Call call, Consumer<WireReply> then) {
        handled(call, reply -> {
            unknown(call, reply);
            then.accept(reply);
        });
    }

    private void unknown(Call call, WireReply reply) {
        if (call.send() && reply.status() < 300) {
            around.recorder.ledger().ambiguous(call.app(), call.player());
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
        if (!write(call.http().response(), reply)) {
            unknown(call, reply);
        }
    }

    /** Answers; false when the caller has gone. */
    static boolean write(HttpServerResponse response, WireReply reply) {
        if (response.closed() || response.ended()) {
            return false;
        }
        response.setStatusCode(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.putHeader("Content-Type", reply.contentType());
        }
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
        return true;
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

    /** Ends the connection by a reset, not by a farewell: what a crashed or overloaded peer does. */
    private void reset(Call call, FaultKind kind) {
        line(call, 0, kind.id());
        if (call.http().connection() instanceof ConnectionBase connection) {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
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
