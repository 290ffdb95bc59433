package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Numbers updates and hands them over, by webhook or on request. Thread-safe. */
final class TelegramUpdates {
    private static final int YEAR_2020 = 1_577_836_800;

    private final Surroundings around;
    private final AtomicInteger nextUpdate;
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private String secret;
    private String registered;
    private boolean polled;
    private String lastError = "";
    private JsonNode allowed = Json.array();
    private CompletableFuture<Void> arrived = new CompletableFuture<>();

    TelegramUpdates(Surroundings around) {
        this.around = around;
        this.secret = around.settings.telegram().webhookSecret();
        this.registered = "";
        // Numbers grow with the clock, so that a gateway which kept its data takes a restarted simulator's updates for
        // new ones.
        this.nextUpdate =
                new AtomicInteger((int) (around.settings.clock().instant().getEpochSecond() - YEAR_2020));
    }

    /** Sends one update; {@code answer} gets what the gateway answered. */
    CompletableFuture<Integer> send(String chat, ObjectNode update, Consumer<Buffer> answer) {
        ObjectNode numbered = Json.object();
        numbered.put("update_id", nextUpdate.getAndIncrement());
        numbered.setAll(update);
        String token;
        synchronized (this) {
            if (polled) {
                waiting.add(numbered);
                arrived.complete(null);
                arrived = new CompletableFuture<>();
                return CompletableFuture.completedFuture(200);
            }
            token = secret;
        }
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!token.isEmpty()) {
            headers.put("X-Telegram-Bot-Api-Secret-Token", token);
        }
        Map<String, String> forged = Map.of("X-Telegram-Bot-Api-Secret-Token", "not-the-secret");
        Buffer body = Buffer.buffer(Json.bytes(numbered));
        CompletableFuture<Integer> result = around.webhooks.send(new Webhook(
                ChatApp.TELEGRAM,
                new Webhook.Purpose(chat, update.fieldNames().next(), false),
                this::target,
                headers,
                forged,
                body,
                answer));
        return result.whenComplete((status, failure) -> remember(status == null ? 0 : status));
    }

    private URI target() {
        return around.target(ChatApp.TELEGRAM).reach(URI.create(address()));
    }

    /** The address of the last setWebhook, or the one the demonstration starts with. */
    private synchronized String address() {
        return registered.isEmpty()
                ? around.target(ChatApp.TELEGRAM).registered().toString()
                : registered;
    }

    private synchronized void remember(int status) {
        lastError = status >= 200 && status < 300 ? "" : "Wrong response from the webhook: " + status;
    }

    synchronized void register(String url, String secretToken, JsonNode allowedUpdates) {
        allowed = allowedUpdates;
        registered = url;
        secret = secretToken;
        polled = url.isEmpty();
    }

    synchronized void unregister(boolean dropPending) {
        polled = true;
        registered = "";
        if (dropPending) {
            waiting.clear();
        }
    }

    synchronized ObjectNode webhookInfo() {
        ObjectNode info = Json.object();
        info.put("url", polled ? "" : address());
        info.put("has_custom_certificate", false);
        info.put("pending_update_count", waiting.size());
        info.put("max_connections", 40);
        if (allowed.isArray() && !allowed.isEmpty()) {
            info.set("allowed_updates", allowed);
        }
        if (!lastError.isEmpty()) {
            info.put("last_error_date", Instant.now(around.settings.clock()).getEpochSecond());
            info.put("last_error_message", lastError);
        }
        return info;
    }

    /** The updates from an offset on; earlier ones are settled. Waits for one as long as asked. */
    CompletableFuture<ArrayNode> poll(int offset, int limit, int timeoutSeconds) {
        CompletableFuture<Void> next;
        synchronized (this) {
            if (!polled) {
                throw new Refusal(
                        409,
                        409,
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }
            waiting.removeIf(update -> update.path("update_id").asInt() < offset);
            if (!waiting.isEmpty() || timeoutSeconds <= 0) {
                return CompletableFuture.completedFuture(batch(limit));
            }
            next = arrived;
        }
        CompletableFuture<ArrayNode> result = new CompletableFuture<>();
        long timer = around.vertx.setTimer(timeoutSeconds * 1000L, unused -> result.complete(Json.array()));
        var unusedStage = next.thenRun(() -> {
            around.vertx.cancelTimer(timer);
            result.complete(batch(limit));
        });
        return result;
    }

    private synchronized ArrayNode batch(int limit) {
        ArrayNode batch = Json.array();
        waiting.stream().limit(limit <= 0 ? 100 : limit).forEach(batch::add);
        return batch;
    }
}
