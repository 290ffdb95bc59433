package md.portar.gateway.console;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.settings.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages what changed at the desk. One thread reads the desk's events, in order, and hands finished text to the
 * connections; it never waits for a browser. Another node's changes are found by looking again every moment.
 */
final class StreamHub implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamHub.class);
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final HandoffDesk desk;
    private final Sessions sessions;
    private final FrameWriter writer;
    private final Clock clock;
    private final ConsoleSettings settings;
    private final Changes changes;
    private final Watches watches = new Watches();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StreamHub::daemon);
    private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AutoCloseable registration;
    private final List<Long> timers = new ArrayList<>();
    private final Map<AgentId, DeskCounts> counted = new HashMap<>();
    private long last;

    StreamHub(
            Vertx vertx,
            HandoffDesk desk,
            Sessions sessions,
            FrameWriter writer,
            Clock clock,
            ConsoleSettings settings) {
        this.vertx = vertx;
        this.desk = desk;
        this.sessions = sessions;
        this.writer = writer;
        this.clock = clock;
        this.settings = settings;
        this.changes = new Changes(desk, writer);
        registration = desk.onChange(number -> wake());
        timers.add(vertx.setPeriodic(settings.poll().toMillis(), timer -> wake()));
        timers.add(vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> run(this::beat)));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "console-stream");
        thread.setDaemon(true);
        return thread;
    }

    /** What a browser missed. */
    record Missed(long last, List<Frame> frames) {}

    /** Starts telling a browser, beginning with what it missed since the given event. */
    void open(StreamConnection connection, Optional<Long> since) {
        run(() -> {
            if (connections.isEmpty()) {
                last = desk.lastEvent();
                changes.begin(connection.visitor().id());
            }
            connections.add(connection);
            Visitor visitor = connection.visitor();
            desk.present(visitor.id(), clock.instant().plus(settings.heartbeat().multipliedBy(2)));
            Missed missed = missed(visitor, since.orElse(last));
            StringBuilder wire = new StringBuilder();
            missed.frames().forEach(frame -> wire.append(frame.wire()));
            wire.append(writer.counts(desk.counts(visitor.id())).wire());
            connection.send(wire + ": hb\n" + writer.heartbeat().wire(missed.last()));
        });
    }

    void closed(StreamConnection connection) {
        connections.remove(connection);
    }

    int size() {
        return connections.size();
    }

    void cut() {
        connections.forEach(StreamConnection::cut);
    }

    /** An agent's page shows a conversation: its messages are wanted from now on. */
    void watch(Secret<String> session, ConversationNumber number) {
        watches.add(session, number);
    }

    /** Ends the streams of a session. */
    void end(Secret<String> session, String reason) {
        List<StreamConnection> ended = connections.stream()
                .filter(connection -> connection.visitor().session().reveal().equals(session.reveal()))
                .toList();
        connections.removeAll(ended);
        ended.forEach(connection -> connection.end(writer.bye(reason).wire()));
        watches.forget(session);
    }

    /** What somebody missed, as current states rather than as a history. */
    Missed missed(Visitor visitor, long since) {
        long newest = desk.lastEvent();
        if (since == newest) {
            return new Missed(newest, List.of());
        }
        List<DeskEvent> events = since > newest ? List.of() : desk.eventsAfter(since, settings.replay() + 1);
        if (events.isEmpty() || events.size() > settings.replay()) {
            return new Missed(newest, List.of(writer.resync()));
        }
        List<Frame> frames = new ArrayList<>();
        Set<ConversationNumber> watched = watches.of(visitor.session());
        for (ConversationNumber number : Changes.conversations(events).keySet()) {
            frames.addAll(changes.current(number, visitor.words(), watched.contains(number)));
        }
        return new Missed(events.get(events.size() - 1).number(), frames);
    }

    private void wake() {
        if (!connections.isEmpty() && woken.compareAndSet(false, true)) {
            run(() -> {
                woken.set(false);
                tell();
            });
        }
    }

    private void tell() {
        List<DeskEvent> events = desk.eventsAfter(last, settings.replay());
        if (events.isEmpty()) {
            return;
        }
        last = events.get(events.size() - 1).number();
        List<Changes.News> news = new ArrayList<>();
        Changes.conversations(events).forEach((number, kinds) -> news.add(changes.news(number, kinds)));
        counted.clear();
        for (StreamConnection connection : connections) {
            connection.send(wire(connection.visitor(), news));
        }
        if (events.size() == settings.replay()) {
            wake();
        }
    }

    private String wire(Visitor visitor, List<Changes.News> news) {
        StringBuilder wire = new StringBuilder();
        Set<ConversationNumber> watched = watches.of(visitor.session());
        for (Changes.News one : news) {
            one.frames(visitor, watched.contains(one.number())).forEach(frame -> wire.append(frame.wire()));
        }
        // The id comes last: who loses the connection half-way asks for all of it again.
        DeskCounts counts = counted.computeIfAbsent(visitor.id(), desk::counts);
        return wire.append(writer.counts(counts).wire(last)).toString();
    }

    private void beat() {
        Map<String, Boolean> alive = new LinkedHashMap<>();
        for (StreamConnection connection : connections) {
            Visitor visitor = connection.visitor();
            boolean valid = alive.computeIfAbsent(
                    visitor.session().reveal(),
                    id -> sessions.find(visitor.session(), false).isPresent());
            if (valid) {
                desk.present(
                        visitor.id(), clock.instant().plus(settings.heartbeat().multipliedBy(2)));
                connection.send(": hb\n" + writer.heartbeat().wire());
            } else {
                end(visitor.session(), "expired");
            }
        }
    }

    /** A loop's edge: what breaks once must not silence the stream for good. */
    @SuppressWarnings("CatchingUnchecked")
    private void run(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException problem) {
                    log.error(
                            "The console's stream missed a beat: {}",
                            problem.getClass().getSimpleName());
                }
            });
        } catch (RejectedExecutionException closed) {
            log.debug("The console's stream is closed");
        }
    }

    @Override
    public void close() {
        timers.forEach(vertx::cancelTimer);
        timers.clear();
        try {
            registration.close();
        } catch (Exception problem) {
            log.warn("The desk did not let go of the console's stream");
        }
        connections.forEach(connection -> connection.end(writer.bye("deploy").wire()));
        connections.clear();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
