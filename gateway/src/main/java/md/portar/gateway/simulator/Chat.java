package md.portar.gateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** One player's conversation with the bot, as the platform keeps it. Thread-safe. */
final class Chat {
    private static final int KEPT = 300;
    private static final int KEPT_IN_A_CROWD = 20;

    private final String player;
    private final int kept;
    private final Runnable changed;
    private final List<ChatEntry> entries = new ArrayList<>();
    private boolean started;
    private boolean blocked;
    private String languageHint = "";
    private String popup = "";
    private Instant typingUntil = Instant.EPOCH;
    private Instant lastFromPlayer = Instant.EPOCH;

    /** A chat; in a crowd less of each is kept. */
    Chat(String player, boolean crowd, Runnable changed) {
        this.player = player;
        this.kept = crowd ? KEPT_IN_A_CROWD : KEPT;
        this.changed = changed;
    }

    String player() {
        return player;
    }

    synchronized List<ChatEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized Optional<ChatEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    void add(ChatEntry entry) {
        synchronized (this) {
            entries.add(entry);
            if (entries.size() > kept) {
                entries.remove(0);
            }
            if (entry.author() == ChatEntry.Author.PLAYER) {
                started = true;
                lastFromPlayer = entry.at();
            }
            if (entry.author() == ChatEntry.Author.BOT) {
                typingUntil = Instant.EPOCH;
            }
            notifyAll();
        }
        changed.run();
    }

    /** Changes one entry; false when it is not there. */
    boolean change(String id, UnaryOperator<ChatEntry> change) {
        boolean found = false;
        synchronized (this) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).id().equals(id)) {
                    entries.set(i, change.apply(entries.get(i)));
                    found = true;
                }
            }
            notifyAll();
        }
        changed.run();
        return found;
    }

    /** Ticks only ever advance; a failure is final. */
    boolean mark(String id, ChatEntry.Mark mark) {
        return change(
                id,
                entry -> entry.mark() == ChatEntry.Mark.FAILED || entry.mark().compareTo(mark) >= 0
                        ? entry
                        : entry.withMark(mark));
    }

    /** Marks everything one side wrote so far as read. */
    void markAllRead(ChatEntry.Author author) {
        synchronized (this) {
            entries.replaceAll(entry -> entry.author() == author && entry.mark() != ChatEntry.Mark.FAILED
                    ? entry.withMark(ChatEntry.Mark.READ)
                    : entry);
            notifyAll();
        }
        changed.run();
    }

    /** Waits until something holds; looks again at each change and now and then, since some answers depend on time alone. */
    synchronized boolean await(BooleanSupplier condition, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.min(left, 200));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    synchronized boolean started() {
        return started;
    }

    synchronized boolean blocked() {
        return blocked;
    }

    void block(boolean now) {
        synchronized (this) {
            blocked = now;
            started = true;
        }
        changed.run();
    }

    synchronized String languageHint() {
        return languageHint;
    }

    void languageHint(String hint) {
        synchronized (this) {
            languageHint = hint;
        }
        changed.run();
    }

    synchronized boolean typing(Instant now) {
        return now.isBefore(typingUntil);
    }

    void typingUntil(Instant until) {
        synchronized (this) {
            typingUntil = until;
            notifyAll();
        }
        changed.run();
    }

    /** The short text a tapped button answered with. */
    synchronized String popup() {
        return popup;
    }

    void popup(String text) {
        synchronized (this) {
            popup = text;
            notifyAll();
        }
        changed.run();
    }

    /** Whether the player wrote recently enough for a free-form answer. */
    synchronized boolean windowOpen(Instant now, Duration window) {
        return now.isBefore(lastFromPlayer.plus(window));
    }
}
