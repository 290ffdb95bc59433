package md.portar.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The fault switches, per messenger. Thread-safe. */
public final class Faults {
    private static final int UNTIL_SWITCHED_OFF = -1;

    /**
     * One switch that is not off.
     *
     * @param times how often it still strikes; negative until switched off
     * @param share the part of eligible calls it strikes, above 0 up to 1
     * @param amount time to wait, delay, or jump, as the kind reads it
     * @param until when it goes off by itself
     */
    public record Setting(int times, double share, Duration amount, Instant until) {
        public Setting {
            if (times == 0 || !(share > 0 && share <= 1) || amount.isNegative()) {
                throw new IllegalArgumentException(
                        "a fault strikes at least once, a share in (0,1], an amount not negative");
            }
        }

        /** Whether it stays until somebody switches it off. */
        public boolean lasting() {
            return times < 0;
        }
    }

    /** A fault that strikes now. */
    record Strike(FaultKind kind, Duration amount) {}

    private final Map<ChatApp, Map<FaultKind, Setting>> settings = new EnumMap<>(ChatApp.class);
    private final Clock clock;
    private final RandomGenerator random;
    private volatile Runnable changed = () -> {};

    Faults(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        for (ChatApp app : ChatApp.values()) {
            settings.put(app, new EnumMap<>(FaultKind.class));
        }
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Strikes at the next eligible call only. */
    public void next(ChatApp app, FaultKind kind) {
        next(app, kind, 1);
    }

    /** Strikes at the next few eligible calls. */
    public void next(ChatApp app, FaultKind kind, int times) {
        set(app, kind, new Setting(times, 1, kind.usual(), Instant.MAX));
    }

    /** Strikes at every eligible call until switched off. */
    public void on(ChatApp app, FaultKind kind) {
        on(app, kind, 1, kind.usual());
    }

    /** Strikes at a share of the eligible calls until switched off. */
    public void on(ChatApp app, FaultKind kind, double share, Duration amount) {
        set(app, kind, new Setting(UNTIL_SWITCHED_OFF, share, amount, Instant.MAX));
    }

    /** Cuts off every call for a while. */
    public void outage(ChatApp app, Duration length) {
        set(
                app,
                FaultKind.OUTAGE,
                new Setting(UNTIL_SWITCHED_OFF, 1, length, clock.instant().plus(length)));
    }

    public void off(ChatApp app, FaultKind kind) {
        synchronized (this) {
            of(app).remove(kind);
        }
        changed.run();
    }

    /** Switches everything off. */
    public void clear() {
        synchronized (this) {
            settings.values().forEach(Map::clear);
        }
        changed.run();
    }

    /** The switches that are not off. */
    public synchronized Map<FaultKind, Setting> active(ChatApp app) {
        Instant now = clock.instant();
        of(app).values().removeIf(setting -> !now.isBefore(setting.until()));
        return Map.copyOf(of(app));
    }

    void set(ChatApp app, FaultKind kind, Setting setting) {
        synchronized (this) {
            of(app).put(kind, setting);
        }
        changed.run();
    }

    /** The fault that strikes a call of the gateway, if any; uses it up. */
    Optional<Strike> onCall(ChatApp app, boolean send) {
        Optional<Strike> always = first(app, FaultKind.OUTAGE, FaultKind.BLACK_HOLE);
        if (always.isPresent() || !send) {
            return always;
        }
        return first(
                app,
                FaultKind.RATE_LIMIT,
                FaultKind.TIMEOUT_AFTER,
                FaultKind.SERVER_ERROR,
                FaultKind.HTML_502,
                FaultKind.HALF_BODY,
                FaultKind.DELAY);
    }

    private Optional<Strike> first(ChatApp app, FaultKind... kinds) {
        for (FaultKind kind : kinds) {
            Optional<Strike> strike = strike(app, kind);
            if (strike.isPresent()) {
                return strike;
            }
        }
        return Optional.empty();
    }

    Optional<Strike> strike(ChatApp app, FaultKind kind) {
        Setting setting;
        synchronized (this) {
            setting = active(app).get(kind);
            if (setting == null || random.nextDouble() >= setting.share()) {
                return Optional.empty();
            }
            if (!setting.lasting()) {
                useUp(app, kind, setting);
            }
        }
        if (!setting.lasting()) {
            changed.run();
        }
        return Optional.of(new Strike(kind, setting.amount()));
    }

    private void useUp(ChatApp app, FaultKind kind, Setting setting) {
        if (setting.times() == 1) {
            of(app).remove(kind);
        } else {
            of(app).put(kind, new Setting(setting.times() - 1, setting.share(), setting.amount(), setting.until()));
        }
    }

    /** What this platform's clock shows. */
    Instant now(ChatApp app) {
        Setting jump = active(app).get(FaultKind.JUMP);
        return jump == null ? clock.instant() : clock.instant().plus(jump.amount());
    }

    /** The date to put on what a player does now. */
    Instant dateOfMessage(ChatApp app) {
        return strike(app, FaultKind.LATE)
                .map(late -> now(app).minus(late.amount()))
                .orElseGet(() -> now(app));
    }

    private Map<FaultKind, Setting> of(ChatApp app) {
        return settings.computeIfAbsent(app, unused -> new EnumMap<>(FaultKind.class));
    }
}
