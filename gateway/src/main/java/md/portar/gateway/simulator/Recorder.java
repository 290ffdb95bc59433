package md.portar.gateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What passed over the wire, for tests to read. Keeps method, path template and figures; never headers, tokens or raw bodies. */
public final class Recorder {
    private static final int KEPT_LINES = 5_000;

    /** Who called whom. */
    public enum Direction {
        TO_PLATFORM,
        TO_GATEWAY
    }

    /**
     * One HTTP exchange.
     *
     * @param path with ids and tokens replaced by names
     * @param status what was answered; 0 when nothing was
     * @param note the fault that struck, or which attempt it was; empty otherwise
     */
    public record Line(
            ChatApp app, Direction direction, String method, String path, int status, Duration took, String note) {}

    /**
     * One message that reached a player's platform, whether or not the gateway got an answer.
     *
     * @param kind {@code text photo document choices template edit}
     */
    public record Sent(ChatApp app, String player, String id, String kind, String text, Instant at) {}

    /**
     * A call that breaks a rule the platform documents.
     *
     * @param call the path template
     * @param rule what the rule is and what was found, in kind or length
     */
    public record Violation(ChatApp app, String call, String rule) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private volatile Consumer<Line> listener = line -> {};

    void onLine(Consumer<Line> other) {
        listener = other;
    }

    void line(Line line) {
        synchronized (this) {
            lines.add(line);
            if (lines.size() > KEPT_LINES) {
                lines.remove(0);
            }
        }
        listener.accept(line);
    }

    synchronized void sent(Sent message) {
        sent.add(message);
    }

    synchronized void violation(ChatApp app, String call, String rule) {
        violations.add(new Violation(app, call, rule));
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** What was sent to one player, in order of arrival. */
    public synchronized List<Sent> sentTo(ChatApp app, String player) {
        return sent.stream()
                .filter(message -> message.app() == app && message.player().equals(player))
                .toList();
    }

    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** How many exchanges of this messenger had this path template. */
    public synchronized long count(ChatApp app, String path) {
        return lines.stream()
                .filter(line -> line.app() == app && line.path().equals(path))
                .count();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        lines.clear();
        sent.clear();
        violations.clear();
    }
}
