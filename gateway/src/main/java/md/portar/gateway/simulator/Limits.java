package md.portar.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many messages the platforms take, and who was told to wait how long. Figures that a platform does not publish are the
 * usual experience: Telegram about one message a second to a chat with short bursts, 20 a minute to a group and 30 a second in
 * all; Twilio about 100 requests a second and 80 messages a second of a sender; Meta 300 calls a second of a page. Platform
 * pages, read November 2026. Thread-safe; runs on the simulator's clock.
 */
final class Limits {
    /** A due time kept in whole milliseconds may lie this much before ours. */
    private static final Duration ROUNDING = Duration.ofMillis(2);

    private static final Duration SENDER_GAP = Duration.ofSeconds(1).dividedBy(80);

    /** Whom a limit or a wait is about. */
    private record Who(ChatApp app, String player) {}

    private final Clock clock;
    private final Map<ChatApp, Bucket> accounts = new EnumMap<>(ChatApp.class);
    private final Map<Who, Bucket> chats = new ConcurrentHashMap<>();
    private final Map<Who, Instant> waits = new ConcurrentHashMap<>();
    private volatile boolean enforced = true;
    private Instant senderFree = Instant.MIN;

    Limits(Clock clock) {
        this.clock = clock;
        accounts.put(ChatApp.TELEGRAM, new Bucket(30, 30));
        accounts.put(ChatApp.WHATSAPP, new Bucket(100, 100));
        accounts.put(ChatApp.MESSENGER, new Bucket(300, 300));
    }

    void enforced(boolean now) {
        enforced = now;
    }

    boolean enforced() {
        return enforced;
    }

    /** How long a send has to wait; empty when it may pass, which uses up its place. */
    Optional<Duration> exceeded(ChatApp app, String player) {
        if (!enforced) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration wait = account(app).take(now);
        if (wait.isZero() && app == ChatApp.TELEGRAM) {
            boolean group = player.startsWith("-");
            wait = chats.computeIfAbsent(
                            new Who(app, player), unused -> group ? new Bucket(20 / 60.0, 20) : new Bucket(1, 5))
                    .take(now);
        }
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    /** How long Twilio keeps a message of its sender back, after those that came before. */
    synchronized Duration queued() {
        if (!enforced) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Instant turn = senderFree.isAfter(now) ? senderFree : now;
        senderFree = turn.plus(SENDER_GAP);
        return Duration.between(now, turn);
    }

    /** The used part of what an account may send, 0 to 100. */
    int usage(ChatApp app) {
        return enforced ? account(app).used(clock.instant()) : 0;
    }

    private Bucket account(ChatApp app) {
        return Objects.requireNonNull(accounts.get(app));
    }

    /** A send to this player was refused, to be repeated no sooner than after this time. */
    void refused(ChatApp app, String player, Duration wait) {
        waits.put(new Who(app, player), clock.instant().plus(wait).minus(ROUNDING));
    }

    /** Until when a send that comes now should have waited; empty when it need not. */
    Optional<Instant> early(ChatApp app, String player) {
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        Who who = new Who(app, player);
        Instant allowed = waits.get(who);
        if (allowed == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(allowed)) {
            return Optional.of(allowed);
        }
        waits.remove(who, allowed);
        return Optional.empty();
    }
}
