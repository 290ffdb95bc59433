package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Bot API: token, method and parameters out of a call, an envelope around the result. */
final class TelegramPlatform implements Platform {
    private static final Pattern CALL = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/[a-z]+/([0-9a-f]+)(?:\\.[a-z0-9]+)?");
    private static final Set<String> SENDS =
            Set.of("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "deleteMessage");

    private final Surroundings around;
    private final TelegramRules rules = new TelegramRules();
    private final TelegramMethods methods;
    private final String token;

    TelegramPlatform(Surroundings around, TelegramUpdates updates) {
        this.around = around;
        this.methods = new TelegramMethods(around, updates);
        this.token = around.settings.telegram().token();
    }

    TelegramMethods methods() {
        return methods;
    }

    @Override
    public ChatApp app() {
        return ChatApp.TELEGRAM;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/bot") || path.startsWith("/file/bot");
    }

    @Override
    public String template(WireRequest request) {
        if (request.path().startsWith("/file/")) {
            return "/file/bot{token}/{path}";
        }
        return "/bot{token}/" + method(request).orElse("{unknown}");
    }

    private Optional<String> method(WireRequest request) {
        Matcher call = CALL.matcher(request.path());
        return call.matches() ? rules.method(call.group(2)) : Optional.empty();
    }

    @Override
    public boolean isSend(WireRequest request) {
        return method(request).filter(SENDS::contains).isPresent();
    }

    @Override
    public String player(WireRequest request) {
        return request.isJson()
                ? request.json().map(body -> body.path("chat_id").asText("")).orElse("")
                : request.form().get("chat_id");
    }

    @Override
    public CompletionStage<WireReply> handle(WireRequest request) {
        Matcher file = FILE.matcher(request.path());
        if (file.matches() && file.group(1).equals(token)) {
            return done(around.media
                    .find(file.group(2))
                    .map(item -> WireReply.bytes(item.type(), item.content()))
                    .orElseGet(() -> refused(404, "Not Found")));
        }
        Matcher call = CALL.matcher(request.path());
        if (!call.matches()) {
            return done(refused(404, "Not Found"));
        }
        if (!call.group(1).equals(token)) {
            return done(refused(401, "Unauthorized"));
        }
        Optional<String> method = rules.method(call.group(2));
        if (method.isEmpty()) {
            around.recorder.violation(app(), "/bot{token}/{unknown}", "unknown method");
            return done(refused(404, "Not Found"));
        }
        Form form = request.form();
        ObjectNode params = request.isJson() ? request.json().orElseGet(Json::object) : rules.typed(method.get(), form);
        return call(method.get(), params, form);
    }

    private CompletionStage<WireReply> call(String method, ObjectNode params, Form form) {
        rules.broken(method, params).forEach(rule -> around.recorder.violation(app(), "/bot{token}/" + method, rule));
        try {
            return methods.call(method, params, form).thenApply(TelegramPlatform::ok);
        } catch (Refusal refusal) {
            return done(refused(refusal.status(), refusal.description()));
        }
    }

    /** Carries out a method call that came as the answer to a webhook. */
    void answered(Buffer body) {
        Json.object(body.getBytes()).ifPresent(params -> {
            Optional<String> method = rules.method(params.path("method").asText(""));
            method.ifPresent(name -> call(name, params, Form.EMPTY));
        });
    }

    private static WireReply ok(JsonNode result) {
        ObjectNode envelope = Json.object().put("ok", true);
        envelope.set("result", result);
        return WireReply.json(200, envelope);
    }

    private static WireReply refused(int code, String description) {
        return WireReply.json(
                code, Json.object().put("ok", false).put("error_code", code).put("description", description));
    }

    private static CompletionStage<WireReply> done(WireReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    @Override
    public WireReply unauthorised() {
        return refused(401, "Unauthorized");
    }

    @Override
    public WireReply tooManyRequests(Duration wait) {
        long seconds = wait.toSeconds();
        ObjectNode body = Json.object()
                .put("ok", false)
                .put("error_code", 429)
                .put("description", String.format(Locale.ROOT, "Too Many Requests: retry after %d", seconds));
        body.putObject("parameters").put("retry_after", seconds);
        return WireReply.json(429, body);
    }

    @Override
    public WireReply serverError() {
        return refused(500, "Internal Server Error");
    }
}
