package md.portar.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The fault switches, per messenger: at most one of a kind each. Windows run on the simulator's clock, so that ten minutes pass
 * as quickly as that clock does; waits on a connection are real time, because the other end's time-outs are. Thread-safe.
 */
public final class Faults {
    /** A fault that strikes now. */
    record Strike(FaultKind kind, Duration amount, int copies) {}

    /** A fault that is switched on. */
    private record Switch(Fault fault, Instant since) {
        Duration age(Instant now) {
            return Duration.between(since, now);
        }
    }

    private final Map<ChatApp, Map<FaultKind, Switch>> switches = new EnumMap<>(ChatApp.class);
    private final Map<ChatApp, Map<FaultKind, Long>> struck = new EnumMap<>(ChatApp.class);
    private final Clock clock;
    private long seed;
    private Random random;
    private volatile boolean calm = true;
    private volatile Runnable changed = () -> {};

    Faults(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
        this.random = new Random(seed);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Draws from here on as any simulator with this seed does, given the same calls in the same order. */
    public synchronized void seed(long other) {
        seed = other;
        random = new Random(other);
    }

    /** What chance began from; a report names it. */
    public synchronized long seed() {
        return seed;
    }

    /** Strikes at the next eligible call only. */
    public void next(ChatApp app, FaultKind kind) {
        set(app, Fault.next(kind));
    }

    /** Strikes at the next few eligible calls. */
    public void next(ChatApp app, FaultKind kind, int times) {
        set(app, Fault.next(kind).times(times));
    }

    /** Strikes at every eligible call until switched off. */
    public void on(ChatApp app, FaultKind kind) {
        set(app, Fault.on(kind));
    }

    /** Strikes at a share of the eligible calls until switched off. */
    public void on(ChatApp app, FaultKind kind, double share, Duration amount) {
        set(app, Fault.on(kind).share(share).amount(amount));
    }

    /** Resets every call for a while. */
    public void outage(ChatApp app, Duration length) {
        set(app, Fault.on(FaultKind.OUTAGE).lasting(length));
    }

    /** Switches a fault on, in place of an earlier one of its kind. */
    public void set(ChatApp app, Fault fault) {
        synchronized (this) {
            switches.computeIfAbsent(app, unused -> new EnumMap<>(FaultKind.class))
                    .put(fault.kind(), new Switch(fault, clock.instant()));
            calm = false;
        }
        changed.run();
    }

    public void off(ChatApp app, FaultKind kind) {
        synchronized (this) {
            of(app).remove(kind);
        }
        changed.run();
    }

    /** Switches everything off; keeps the counts. */
    public void clear() {
        synchronized (this) {
            switches.clear();
            calm = true;
        }
        changed.run();
    }

    /** The faults that are not off, also those still to begin; with how often they may still strike. */
    public synchronized Map<FaultKind, Fault> active(ChatApp app) {
        Map<FaultKind, Fault> active = new EnumMap<>(FaultKind.class);
        Instant now = clock.instant();
        of(app).values().removeIf(one -> one.fault().window().isOver(one.age(now)));
        of(app).forEach((kind, one) -> active.put(kind, one.fault()));
        return active;
    }

    /** How often each kind has struck since the simulator started. */
    public synchronized Map<FaultKind, Long> struck(ChatApp app) {
        return Map.copyOf(struck.getOrDefault(app, Map.of()));
    }

    /** The fault that strikes a call of the gateway, if any; uses it up. */
    Optional<Strike> onCall(ChatApp app, boolean send, String player) {
        if (calm) {
            return Optional.empty();
        }
        for (FaultKind kind : FaultKind.values()) {
            boolean fits =
                    kind.strikes() == FaultKind.Strikes.CALLS || send && kind.strikes() == FaultKind.Strikes.SENDS;
            Optional<Strike> strike = fits ? strike(app, kind, player) : Optional.empty();
            if (strike.isPresent()) {
                return strike;
            }
        }
        return Optional.empty();
    }

    Optional<Strike> strike(ChatApp app, FaultKind kind, String player) {
        if (calm) {
            return Optional.empty();
        }
        Fault fault;
        Strike strike;
        synchronized (this) {
            Switch found = of(app).get(kind);
            if (found == null || !found.fault().window().isOpen(found.age(clock.instant()))) {
                return Optional.empty();
            }
            fault = found.fault();
            if (!hits(fault, player)) {
                return Optional.empty();
            }
            strike = new Strike(kind, draw(fault.amount()), fault.copies());
            struck.computeIfAbsent(app, unused -> new EnumMap<>(FaultKind.class))
                    .merge(kind, 1L, Long::sum);
            if (!fault.lasting()) {
                useUp(app, found);
            }
        }
        if (!fault.lasting()) {
            changed.run();
        }
        return Optional.of(strike);
    }

    private boolean hits(Fault fault, String player) {
        if (!fault.chats().isEmpty() && !fault.chats().contains(player)) {
            return false;
        }
        Fault.Share share = fault.share();
        if (share.part() >= 1) {
            return true;
        }
        RandomGenerator chance = share.ofChats() ? new SplittableRandom(seed * 31 + player.hashCode()) : random;
        return chance.nextDouble() < share.part();
    }

    private Duration draw(Fault.Amount amount) {
        long least = amount.least().toMillis();
        long spread = amount.most().toMillis() - least;
        if (spread == 0) {
            return amount.least();
        }
        long step = least % 1000 == 0 && spread % 1000 == 0 ? 1000 : 1;
        return Duration.ofMillis(least + step * random.nextLong(spread / step + 1));
    }

    private void useUp(ChatApp app, Switch found) {
        Fault fault = found.fault();
        if (fault.times() == 1) {
            of(app).remove(fault.kind());
        } else {
            of(app).put(fault.kind(), new Switch(fault.times(fault.times() - 1), found.since()));
        }
    }

    /** What this platform's clock shows. */
    Instant now(ChatApp app) {
        if (calm) {
            return clock.instant();
        }
        Instant now = clock.instant();
        synchronized (this) {
            Switch jump = of(app).get(FaultKind.JUMP);
            if (jump == null || !jump.fault().window().isOpen(jump.age(now))) {
                return now;
            }
            return now.plus(jump.fault().amount().least());
        }
    }

    /** The date to put on what a player does now. */
    Instant dateOfMessage(ChatApp app, String player) {
        return strike(app, FaultKind.LATE, player)
                .map(late -> now(app).minus(late.amount()))
                .orElseGet(() -> now(app));
    }

    private Map<FaultKind, Switch> of(ChatApp app) {
        return switches.computeIfAbsent(app, unused -> new EnumMap<>(FaultKind.class));
    }
}
