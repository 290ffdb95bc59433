package md.portar.gateway.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Delivers webhooks as each platform does: in order within a lane, repeated when they are not accepted, a bounded number of
 * times. The switches for forged, doubled and swapped webhooks act here.
 */
final class WebhookSender {
    /** A webhook held back until another has passed it. */
    private record Held(Webhook webhook, CompletableFuture<Integer> result) {}

    private final HttpClient client;
    private final Vertx vertx;
    private final Context loop;
    private final Faults faults;
    private final Recorder recorder;
    private final SimulatorSettings.Pace pace;
    private final Map<String, CompletableFuture<Integer>> tails = new HashMap<>();
    private final Map<ChatApp, Held> held = new EnumMap<>(ChatApp.class);

    WebhookSender(Vertx vertx, Faults faults, Recorder recorder, SimulatorSettings.Pace pace) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.faults = faults;
        this.recorder = recorder;
        this.pace = pace;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000), new PoolOptions().setHttp1MaxSize(40));
    }

    /** Asks the gateway something by GET. */
    Future<String> get(String url) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(url);
        return onLoop(() -> client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> response.statusCode() + " " + body)));
    }

    /** An answer's body is lost when somebody on another thread asks for it a moment too late, so all of it happens on one loop. */
    private <T> Future<T> onLoop(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(unused -> {
            try {
                work.get().onComplete(promise);
            } catch (IllegalStateException closed) { // the simulator stopped while this was on its way
                promise.fail(closed);
            }
        });
        return promise.future();
    }

    /** Sends; the result is the last status, 0 when the gateway could not be reached. */
    CompletableFuture<Integer> send(Webhook webhook) {
        var reorder = strike(webhook, FaultKind.REORDER);
        if (reorder.isPresent()) {
            return hold(webhook, reorder.get().amount());
        }
        CompletableFuture<Integer> result = enqueue(webhook);
        if (!webhook.purpose().receipt()) {
            release(webhook.app(), result);
        }
        return result;
    }

    /** A switch set for the next one waits for something a player does; one that stays on hits everything. */
    private Optional<Faults.Strike> strike(Webhook webhook, FaultKind kind) {
        Faults.Setting setting = faults.active(webhook.app()).get(kind);
        boolean spared = webhook.purpose().receipt() && setting != null && !setting.lasting();
        return spared ? Optional.empty() : faults.strike(webhook.app(), kind);
    }

    private CompletableFuture<Integer> hold(Webhook webhook, Duration atMost) {
        Held waiting = new Held(webhook, new CompletableFuture<>());
        synchronized (this) {
            if (held.putIfAbsent(webhook.app(), waiting) != null) {
                return enqueue(webhook);
            }
        }
        vertx.setTimer(
                Math.max(1, atMost.toMillis()), unused -> release(webhook.app(), CompletableFuture.completedFuture(0)));
        return waiting.result();
    }

    private void release(ChatApp app, CompletableFuture<Integer> after) {
        Held waiting;
        synchronized (this) {
            waiting = held.remove(app);
        }
        if (waiting != null) {
            var unused = after.whenComplete((status, failure) -> passOn(enqueue(waiting.webhook()), waiting.result()));
        }
    }

    private static void passOn(CompletableFuture<Integer> from, CompletableFuture<Integer> to) {
        var unused = from.whenComplete((status, failure) -> to.complete(status == null ? 0 : status));
    }

    private synchronized CompletableFuture<Integer> enqueue(Webhook webhook) {
        String lane = webhook.app() + " " + webhook.purpose().lane();
        CompletableFuture<Integer> before = tails.getOrDefault(lane, CompletableFuture.completedFuture(0));
        CompletableFuture<Integer> result =
                before.handle((status, failure) -> status).thenCompose(unused -> start(webhook));
        tails.put(lane, result);
        var unused = result.whenComplete((status, failure) -> forget(lane, result));
        return result;
    }

    private synchronized void forget(String lane, CompletableFuture<Integer> done) {
        tails.remove(lane, done);
    }

    private CompletableFuture<Integer> start(Webhook webhook) {
        boolean forge = strike(webhook, FaultKind.BAD_SIGNATURE).isPresent();
        if (strike(webhook, FaultKind.DUPLICATE).isPresent()) {
            var unused = attempt(webhook, 1, forge, "duplicate");
        }
        return attempt(webhook, 1, forge, forge ? "forged signature" : "");
    }

    private CompletableFuture<Integer> attempt(Webhook webhook, int number, boolean forge, String note) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        long started = System.nanoTime();
        onLoop(() -> exchange(webhook, forge)).onComplete(done -> {
            int status = done.succeeded() ? done.result() : 0;
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            String remark = number == 1 ? note : "attempt " + number;
            recorder.line(new Recorder.Line(
                    webhook.app(),
                    Recorder.Direction.TO_GATEWAY,
                    "POST",
                    webhook.purpose().what(),
                    status,
                    took,
                    remark));
            if (accepted(status) || forge || !repeats(webhook.app(), status, number)) {
                result.complete(status);
                return;
            }
            long wait = pace.retry().toMillis() << Math.min(number - 1, 6);
            vertx.setTimer(Math.max(1, wait), unused -> passOn(attempt(webhook, number + 1, false, note), result));
        });
        return result;
    }

    private Future<Integer> exchange(Webhook webhook, boolean forge) {
        Map<String, String> headers = new LinkedHashMap<>(webhook.headers());
        if (forge) {
            headers.putAll(webhook.forged());
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(webhook.url().get().toString());
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(webhook.body()))
                .compose(response -> response.body().map(body -> hear(webhook, response.statusCode(), body)))
                .timeout(patience(webhook.app()).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int hear(Webhook webhook, int status, Buffer body) {
        if (accepted(status)) {
            webhook.answer().accept(body);
        }
        return status;
    }

    /** Twilio repeats a message once, and only when it could not connect; the others repeat until accepted. */
    private boolean repeats(ChatApp app, int status, int attempts) {
        return app == ChatApp.WHATSAPP ? status == 0 && attempts < 2 : attempts < pace.attempts();
    }

    /** How long each platform waits for an answer. Platform pages, read November 2026. */
    private static Duration patience(ChatApp app) {
        return Duration.ofSeconds(
                switch (app) {
                    case TELEGRAM -> 60;
                    case WHATSAPP -> 15;
                    case MESSENGER -> 20;
                });
    }

    private static boolean accepted(int status) {
        return status >= 200 && status < 300;
    }
}
