package md.portar.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What passed over the wire, and what it came to. Keeps method, path template and figures; never headers, tokens or raw bodies.
 * Thread-safe, and bounded: the newest lines and messages, the first violations, and a few hundred bytes a question.
 *
 * <p>A proof asks questions that carry a mark, a word the answer repeats ({@link Simulator#asks}), or tells of messages it
 * delivered by itself ({@link #asks}, {@link #acknowledged}), and reads {@link #report} at the end.
 */
public final class Recorder {
    private static final int KEPT_LINES = 5_000;
    private static final int KEPT_SENT = 20_000;
    private static final int KEPT_VIOLATIONS = 1_000;

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

    private final Clock clock;
    private final LongSupplier seed;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();
    private volatile Consumer<Line> listener = line -> {};
    private volatile Ledger ledger;

    Recorder(Clock clock, LongSupplier seed) {
        this.clock = clock;
        this.seed = seed;
        this.ledger = new Ledger(clock.instant());
    }

    void onLine(Consumer<Line> other) {
        listener = other;
    }

    Ledger ledger() {
        return ledger;
    }

    void line(Line line) {
        synchronized (this) {
            lines.add(line);
            if (lines.size() > KEPT_LINES) {
                lines.remove();
            }
        }
        listener.accept(line);
    }

    void sent(Sent message) {
        synchronized (this) {
            sent.add(message);
            if (sent.size() > KEPT_SENT) {
                sent.remove();
            }
        }
        ledger.taken(message.app(), message.player(), message.text(), clock.instant());
    }

    synchronized void violation(ChatApp app, String call, String rule) {
        ledger.of(app).ruleBreaks.increment();
        if (violations.size() < KEPT_VIOLATIONS) {
            violations.add(new Violation(app, call, rule));
        }
    }

    void early(ChatApp app, String player, String call, Instant allowed) {
        ledger.early(app, player, allowed, clock.instant());
        violation(app, call, "sent before the time a refusal named had passed");
    }

    /**
     * A player is about to ask something whose answer repeats a mark; call it before delivering. For drivers that deliver
     * webhooks themselves.
     *
     * @param mark a word, or a phrase, that only this player's answer to this question contains
     */
    public void asks(ChatApp app, String player, String mark) {
        ledger.asks(app, player, mark);
    }

    /** The gateway answered the webhook of that question with 2xx. Saying it twice does no harm. */
    public void acknowledged(ChatApp app, String player, String mark) {
        ledger.acknowledged(app, player, mark, clock.instant());
    }

    /** What the run came to so far. What is still on its way counts as lost, so wait until the gateway is done. */
    public RunReport report() {
        return ledger.report(seed.getAsLong());
    }

    /** The newest exchanges, oldest first. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The newest messages, oldest first. */
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

    /** How many of the newest exchanges of this messenger had this path template. */
    public synchronized long count(ChatApp app, String path) {
        return lines.stream()
                .filter(line -> line.app() == app && line.path().equals(path))
                .count();
    }

    /** Forgets everything: a new run begins. */
    public synchronized void clear() {
        lines.clear();
        sent.clear();
        violations.clear();
        ledger = new Ledger(clock.instant());
    }
}
