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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Delivers webhooks as each platform does: in order within a lane, repeated when they are not accepted, a bounded number of
 * times. The switches for forged, doubled and swapped webhooks act here.
 */
final class WebhookSender {
    private static final int NOT_CONNECTED = -1;
    private static final Set<String> MESSAGES = Set.of("message", "callback_query", "postback");

    /** One webhook on its way: what it is, its number in the conversation, whether it was accepted before. */
    private record Passage(Webhook webhook, boolean forged, long number, AtomicBoolean heard) {}

    /** A webhook held back until another has passed it. */
    private record Held(Webhook webhook, CompletableFuture<Integer> result) {}

    private final HttpClient client;
    private final Vertx vertx;
    private final Context loop;
    private final Faults faults;
    private final Recorder recorder;
    private final Map<ChatApp, Redelivery> redeliveries = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Integer>> tails = new HashMap<>();
    private final Map<ChatApp, Held> held = new EnumMap<>(ChatApp.class);

    WebhookSender(Vertx vertx, Faults faults, Recorder recorder, SimulatorSettings.Pace pace) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.faults = faults;
        this.recorder = recorder;
        for (ChatApp app : ChatApp.values()) {
            redeliveries.put(app, Redelivery.usual(app, pace));
        }
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000), new PoolOptions().setHttp1MaxSize(40));
    }

    void redelivery(ChatApp app, Redelivery other) {
        redeliveries.put(app, other);
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
        Fault fault = faults.active(webhook.app()).get(kind);
        boolean spared = webhook.purpose().receipt() && fault != null && !fault.lasting();
        return spared
                ? Optional.empty()
                : faults.strike(webhook.app(), kind, webhook.purpose().player());
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
        Webhook.Purpose purpose = webhook.purpose();
        boolean message = !forge && !purpose.receipt() && MESSAGES.contains(purpose.what());
        long number = message ? recorder.ledger().says(webhook.app(), purpose.player()) : 0;
        Passage passage = new Passage(webhook, forge, number, new AtomicBoolean(!message));
        strike(webhook, FaultKind.DUPLICATE).ifPresent(copy -> {
            for (int i = 0; i < copy.copies(); i++) {
                later(copy.amount(), () -> {
                    var unused = attempt(passage, 1, "duplicate");
                });
            }
        });
        return attempt(passage, 1, forge ? "forged signature" : "");
    }

    private void later(Duration wait, Runnable task) {
        if (wait.isZero()) {
            task.run();
        } else {
            vertx.setTimer(Math.max(1, wait.toMillis()), unused -> task.run());
        }
    }

    private CompletableFuture<Integer> attempt(Passage passage, int number, String note) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Webhook webhook = passage.webhook();
        long started = System.nanoTime();
        onLoop(() -> exchange(webhook, passage.forged())).onComplete(done -> {
            int outcome = done.succeeded() ? done.result() : 0;
            int status = Math.max(0, outcome);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            record(passage, status, number, note, took);
            Redelivery redelivery = Objects.requireNonNull(redeliveries.get(webhook.app()));
            if (accepted(status) || passage.forged() || !redelivery.repeats(number, outcome != NOT_CONNECTED)) {
                result.complete(status);
                return;
            }
            later(redelivery.waitAfter(number), () -> passOn(attempt(passage, number + 1, note), result));
        });
        return result;
    }

    private void record(Passage passage, int status, int number, String note, Duration took) {
        Webhook webhook = passage.webhook();
        Ledger ledger = recorder.ledger();
        ledger.attempt(webhook.app(), status, number > 1 || note.equals("duplicate"));
        if (accepted(status) && !passage.heard().getAndSet(true)) {
            ledger.heard(webhook.app(), webhook.purpose().player(), passage.number());
        }
        recorder.line(new Recorder.Line(
                webhook.app(),
                Recorder.Direction.TO_GATEWAY,
                "POST",
                webhook.purpose().what(),
                status,
                took,
                number == 1 ? note : "attempt " + number));
    }

    /** The status, or {@link #NOT_CONNECTED}; fails when a connection was made and no answer came. */
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
                .transform(connected -> connected.succeeded()
                        ? answer(webhook, connected.result())
                        : Future.succeededFuture(NOT_CONNECTED))
                .timeout(patience(webhook.app()).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<Integer> answer(Webhook webhook, HttpClientRequest request) {
        return request.send(webhook.body())
                .compose(response -> response.body().map(body -> hear(webhook, response.statusCode(), body)));
    }

    private static int hear(Webhook webhook, int status, Buffer body) {
        if (accepted(status)) {
            webhook.answer().accept(body);
        }
        return status;
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
