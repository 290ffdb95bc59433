package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps open pages up to date through server-sent events. Changes of one phone within a moment travel as one. Thread-safe. */
final class LiveFeed {
    private static final long MOMENT_MILLIS = 25;
    private static final long FIGURES_MILLIS = 1_000;
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int OLD_LINES = 60;

    /** A phone that changed. */
    private record Changed(ChatApp app, String player) {}

    private final Vertx vertx;
    private final List<HttpServerResponse> open = new CopyOnWriteArrayList<>();
    private final Set<Changed> changed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Surroundings around;

    LiveFeed(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Starts listening to what happens. */
    void connect(Surroundings surroundings) {
        around = surroundings;
        surroundings.recorder.onLine(line -> {
            if (!open.isEmpty()) {
                send("line", PageView.line(line));
            }
        });
        surroundings.faults.onChange(() -> {
            if (!open.isEmpty()) {
                send("faults", PageView.faults(surroundings.faults));
            }
        });
        vertx.setPeriodic(FIGURES_MILLIS, unused -> {
            if (!open.isEmpty()) {
                send("report", RunView.json(surroundings.recorder.report()));
                send("faults", PageView.faults(surroundings.faults));
            }
        });
        vertx.setPeriodic(HEARTBEAT_MILLIS, unused -> open.forEach(page -> page.write(": still here\n\n")));
    }

    void phoneChanged(ChatApp app, String player) {
        Changed phone = new Changed(app, player);
        if (!open.isEmpty() && changed.add(phone)) {
            vertx.setTimer(MOMENT_MILLIS, unused -> {
                changed.remove(phone);
                send("phone", phone(app, player));
            });
        }
    }

    private JsonNode phone(ChatApp app, String player) {
        Surroundings now = Objects.requireNonNull(around);
        Chat chat = now.chat(app, player);
        return PageView.phone(app, chat, now.faults.now(app), now.menu(app, chat.languageHint()));
    }

    /** Opens a stream: first how everything is, then what changes. */
    void subscribe(HttpServerResponse response, JsonNode about) {
        Surroundings now = Objects.requireNonNull(around);
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").putHeader("Cache-Control", "no-store");
        response.write("retry: 1000\n\n");
        write(response, "about", about);
        write(response, "faults", PageView.faults(now.faults));
        write(response, "report", RunView.json(now.recorder.report()));
        for (ChatApp app : ChatApp.values()) {
            Players.onPage(app).forEach(player -> write(response, "phone", phone(app, player)));
        }
        List<Recorder.Line> lines = now.recorder.lines();
        lines.subList(Math.max(0, lines.size() - OLD_LINES), lines.size())
                .forEach(line -> write(response, "line", PageView.line(line)));
        open.add(response);
        response.closeHandler(unused -> open.remove(response));
        response.exceptionHandler(unused -> open.remove(response));
    }

    private void send(String event, JsonNode data) {
        open.forEach(page -> write(page, event, data));
    }

    private static void write(HttpServerResponse page, String event, JsonNode data) {
        if (!page.closed()) {
            page.write("event: " + event + "\ndata: " + Json.string(data) + "\n\n");
        }
    }
}
