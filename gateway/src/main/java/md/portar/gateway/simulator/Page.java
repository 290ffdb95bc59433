package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The page with the phones: its files, its stream, what one does on it. */
final class Page {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final int MOST_BYTES = 1024 * 1024;

    private final Surroundings around;
    private final LiveFeed feed;
    private final PageActions actions;
    private final Remote remote;
    private volatile String consoleUrl;

    Page(Surroundings around, LiveFeed feed, PageActions actions, Remote remote) {
        this.remote = remote;
        this.around = around;
        this.feed = feed;
        this.actions = actions;
        this.consoleUrl = around.settings.page().consoleUrl();
    }

    void consoleUrl(String url) {
        consoleUrl = url;
    }

    void handle(HttpServerRequest http) {
        http.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache");
        String call = http.method().name() + " " + http.path();
        switch (call) {
            case "GET /" -> file(http, "index.html");
            case "GET /simulator/events" ->
                feed.subscribe(http.response(), PageView.about(around.settings.page(), consoleUrl));
            case "GET /simulator/faults" -> answer(http, WireReply.json(200, PageView.faults(around.faults)));
            case "GET /simulator/recorder" -> answer(http, WireReply.json(200, PageView.recorder(around.recorder)));
            case "GET /simulator/report" -> answer(http, WireReply.json(200, RunView.json(around.recorder.report())));
            case "GET /simulator/report.txt" ->
                answer(http, WireReply.text(200, "text/plain", RunView.table(around.recorder.report())));
            case "POST /simulator/act" -> change(http, actions::act);
            case "POST /simulator/faults" -> change(http, wanted -> FaultRequest.apply(around.faults, wanted));
            default -> other(http, call);
        }
    }

    private void other(HttpServerRequest http, String call) {
        Optional<Consumer<JsonNode>> wanted = remote.find(call);
        if (wanted.isPresent()) {
            change(http, wanted.get());
        } else if (call.startsWith("GET /cdn/")) {
            answer(
                    http,
                    around.media
                            .find(call.substring("GET /cdn/".length()))
                            .map(item -> WireReply.bytes(item.type(), item.content()))
                            .orElseGet(() -> WireReply.empty(404)));
        } else if (call.matches("GET /simulator/phones/[a-z]+/[^/]+")) {
            phone(http);
        } else if (call.matches("GET /assets/[a-z-]+\\.(css|js|svg)")) {
            file(http, call.substring("GET /assets/".length()));
        } else {
            answer(http, WireReply.text(404, "text/plain", "not found"));
        }
    }

    /** One phone, for tests outside this process. */
    private void phone(HttpServerRequest http) {
        String[] parts = http.path().split("/");
        Optional<ChatApp> app = ChatApp.find(parts[3]);
        if (app.isEmpty() || !around.knows(app.get(), parts[4])) {
            answer(http, WireReply.text(404, "text/plain", "no such phone"));
            return;
        }
        Chat chat = around.chat(app.get(), parts[4]);
        answer(
                http,
                WireReply.json(
                        200,
                        PageView.phone(
                                app.get(),
                                chat,
                                around.faults.now(app.get()),
                                around.menu(app.get(), chat.languageHint()))));
    }

    private void file(HttpServerRequest http, String name) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        try (InputStream in = Page.class.getResourceAsStream("page/" + name)) {
            answer(http, in == null ? WireReply.empty(404) : WireReply.bytes(type, Buffer.buffer(in.readAllBytes())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Only this page and tools may change things: JSON cannot be posted from a stranger's page without asking first. */
    private void change(HttpServerRequest http, Consumer<JsonNode> change) {
        String origin = http.getHeader("Origin");
        String host = http.getHeader("Host");
        boolean stranger = origin != null && !origin.equals("http://" + host);
        String type = Optional.ofNullable(http.getHeader("Content-Type")).orElse("");
        if (stranger || !type.startsWith("application/json")) {
            answer(http, WireReply.text(403, "text/plain", "only this page, and only JSON"));
            return;
        }
        http.body().onSuccess(body -> {
            Optional<JsonNode> wanted = body.length() > MOST_BYTES ? Optional.empty() : Json.read(body.getBytes());
            try {
                change.accept(wanted.orElseThrow(() -> new IllegalArgumentException("a JSON body is needed")));
                answer(http, WireReply.empty(204));
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                answer(http, WireReply.text(400, "text/plain; charset=utf-8", String.valueOf(wrong.getMessage())));
            }
        });
    }

    private static void answer(HttpServerRequest http, WireReply reply) {
        WireServer.write(http.response(), reply);
    }
}
