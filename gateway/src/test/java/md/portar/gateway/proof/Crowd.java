package md.portar.gateway.proof;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Question;
import md.portar.gateway.simulator.Recorder;
import md.portar.gateway.simulator.Redelivery;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.Simulator;

/**
 * Players on all three messengers who keep asking at a steady rate, whatever the gateway does. What is not acknowledged is sent
 * again until it is. Most players tap several topics in quick succession on Messenger, where order can be told; the others write
 * one question each. Every question is in the recorder's books.
 */
final class Crowd implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int AT_ONCE = 40;
    private static final int TAPS = 6;

    /** Above this many questions without an acknowledgement the crowd waits: the machine, not the gateway, is the limit. */
    private static final int MOST_WAITING = 1_000;

    private final Simulator simulator;
    private final Topics topics;
    private final Random random;
    private final Deque<Tapper> tappers = new ArrayDeque<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile long lastAcknowledged;
    private volatile int perSecond;
    private long players;
    private double due;

    /** A player on Messenger with topics still to tap. */
    private record Tapper(String id, Deque<Topics.Topic> left) {}

    Crowd(Simulator simulator, Topics topics, long seed) {
        this.simulator = simulator;
        this.topics = topics;
        this.random = new Random(seed);
        for (ChatApp app : ChatApp.values()) {
            simulator.redelivery(app, Redelivery.persistent(100_000, Duration.ofMillis(40), Duration.ofMillis(300)));
        }
    }

    /** Begins, or changes the pace. */
    void ask(int questionsPerSecond) {
        boolean first = perSecond == 0 && asked.get() == 0;
        perSecond = questionsPerSecond;
        if (first) {
            var unused = timer.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Asks nothing more; what is on its way goes on. */
    void rest() {
        perSecond = 0;
    }

    private void tick() {
        due += perSecond * TICK.toMillis() / 1000.0;
        while (due >= 1 && waiting() < MOST_WAITING) {
            due--;
            one();
        }
        due = Math.min(due, perSecond);
    }

    private void one() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            writes(ChatApp.TELEGRAM, Long.toString(100_000_000L + players++));
        } else if (kind == 1) {
            writes(ChatApp.WHATSAPP, "whatsapp:+1555%07d".formatted(players++));
        } else {
            taps();
        }
    }

    private void writes(ChatApp app, String player) {
        asked.incrementAndGet();
        watch(simulator.asks(new Question(app, player, Topics.WRITTEN, topics.written(app))));
    }

    private void taps() {
        Tapper tapper = tappers.size() < AT_ONCE ? newTapper() : tappers.remove();
        Topics.Topic topic = tapper.left().remove();
        Recorder books = simulator.recorder();
        asked.incrementAndGet();
        books.asks(ChatApp.MESSENGER, tapper.id(), topic.mark());
        Report report = simulator.messenger().postback(tapper.id(), "topic", topic.payload());
        var unused = report.answer().thenAccept(status -> {
            if (status == 200) {
                books.acknowledged(ChatApp.MESSENGER, tapper.id(), topic.mark());
            }
        });
        watch(report);
        if (!tapper.left().isEmpty()) {
            tappers.add(tapper);
        }
    }

    private Tapper newTapper() {
        List<Topics.Topic> shuffled = new ArrayList<>(topics.all());
        Collections.shuffle(shuffled, random);
        return new Tapper("7%015d".formatted(players++), new ArrayDeque<>(shuffled.subList(0, TAPS)));
    }

    private void watch(Report report) {
        var unused = report.answer().thenAccept(status -> {
            if (status == 200) {
                lastAcknowledged = System.nanoTime();
                acknowledged.incrementAndGet();
            }
        });
    }

    long asked() {
        return asked.get();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Questions without an acknowledgement. */
    long waiting() {
        return asked.get() - acknowledged.get();
    }

    /** When the latest acknowledgement came, as {@link System#nanoTime}. */
    long lastAcknowledged() {
        return lastAcknowledged;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
