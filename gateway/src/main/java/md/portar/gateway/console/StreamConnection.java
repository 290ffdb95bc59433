package md.portar.gateway.console;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One open stream. Written by its own event loop; what the browser does not take in time waits here, up to a bound, beyond
 * which the stream ends: the browser comes back and catches up by event number.
 */
final class StreamConnection {
    private static final int MOST_WAITING = 500;

    private final Visitor visitor;
    private final Context context;
    private final HttpServerResponse response;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean ended;

    StreamConnection(Visitor visitor, Context context, HttpServerResponse response) {
        this.visitor = visitor;
        this.context = context;
        this.response = response;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Queues frames; returns at once. */
    void send(String frames) {
        if (!frames.isEmpty()) {
            context.runOnContext(now -> write(frames));
        }
    }

    /** Sends a last frame and ends the stream. */
    void end(String frames) {
        context.runOnContext(now -> {
            if (!ended) {
                ended = true;
                response.end(frames);
            }
        });
    }

    /** Breaks off without a word. */
    void cut() {
        context.runOnContext(now -> response.reset());
    }

    /** The browser has gone. */
    void gone() {
        ended = true;
        waiting.clear();
    }

    private void write(String frames) {
        if (ended) {
            return;
        }
        if (!response.writeQueueFull() && waiting.isEmpty()) {
            response.write(frames);
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            ended = true;
            waiting.clear();
            response.reset();
            return;
        }
        waiting.add(frames);
        response.drainHandler(drained -> drain());
    }

    private void drain() {
        while (!ended && !waiting.isEmpty() && !response.writeQueueFull()) {
            response.write(waiting.remove());
        }
    }
}
