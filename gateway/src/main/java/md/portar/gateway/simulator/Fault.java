package md.portar.gateway.simulator;

import java.time.Duration;
import java.util.Set;

/**
 * One thing that goes wrong, how often, when and for whom. Immutable; start from {@link #next} or {@link #on}.
 *
 * <pre>{@code
 * faults.set(ChatApp.TELEGRAM, Fault.on(FaultKind.RATE_LIMIT).share(0.3).between(ofSeconds(1), ofSeconds(5)));
 * faults.set(ChatApp.MESSENGER, Fault.on(FaultKind.DELAY).shareOfChats(0.1).amount(ofSeconds(5)));
 * faults.set(ChatApp.TELEGRAM, Fault.on(FaultKind.OUTAGE).after(ofMinutes(1)).lasting(ofMinutes(10)));
 * }</pre>
 *
 * @param times how often it still strikes; negative for no end
 * @param amount time to wait, delay or jump, as the kind reads it; drawn anew at each strike
 * @param window when it is in force, on the simulator's clock
 * @param chats the players it strikes; empty for all
 * @param copies how many more times a duplicated webhook is sent
 */
public record Fault(
        FaultKind kind, int times, Share share, Amount amount, Window window, Set<String> chats, int copies) {
    private static final int NO_END = -1;
    private static final int MOST_COPIES = 100;

    /**
     * The part that is struck.
     *
     * @param part above 0, up to 1
     * @param ofChats whether the part is one of chats, each always or never struck, and not of calls
     */
    public record Share(double part, boolean ofChats) {
        public Share {
            if (!(part > 0 && part <= 1)) {
                throw new IllegalArgumentException("share: above 0, up to 1");
            }
        }
    }

    /** From the least to the most, in whole seconds when both ends are. */
    public record Amount(Duration least, Duration most) {
        public Amount {
            if (least.isNegative() || most.compareTo(least) < 0) {
                throw new IllegalArgumentException("amount: not negative, the most not below the least");
            }
        }
    }

    /**
     * A stretch of time.
     *
     * @param after until it begins, counted from switching on
     * @param lasts zero for no end
     * @param every from one beginning to the next; zero for once
     */
    public record Window(Duration after, Duration lasts, Duration every) {
        static final Window ALWAYS = new Window(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        public Window {
            if (after.isNegative() || lasts.isNegative() || every.isNegative()) {
                throw new IllegalArgumentException("window: no negative times");
            }
            if (!every.isZero() && (lasts.isZero() || every.compareTo(lasts) < 0)) {
                throw new IllegalArgumentException("window: what repeats lasts no longer than until it begins again");
            }
        }

        boolean isOpen(Duration since) {
            if (since.compareTo(after) < 0) {
                return false;
            }
            if (lasts.isZero()) {
                return true;
            }
            long in = since.minus(after).toMillis();
            return (every.isZero() ? in : in % every.toMillis()) < lasts.toMillis();
        }

        boolean isOver(Duration since) {
            return !lasts.isZero() && every.isZero() && since.compareTo(after.plus(lasts)) >= 0;
        }
    }

    public Fault {
        chats = Set.copyOf(chats);
        if (times == 0 || copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("a fault strikes at least once, and copies 1 to " + MOST_COPIES);
        }
    }

    /** Strikes once. */
    public static Fault next(FaultKind kind) {
        return on(kind).times(1);
    }

    /** Strikes until switched off. */
    public static Fault on(FaultKind kind) {
        return new Fault(
                kind, NO_END, new Share(1, false), new Amount(kind.usual(), kind.usual()), Window.ALWAYS, Set.of(), 1);
    }

    /** Whether it strikes any number of times. */
    public boolean lasting() {
        return times < 0;
    }

    public Fault times(int other) {
        return new Fault(kind, other, share, amount, window, chats, copies);
    }

    /** A share of the calls. */
    public Fault share(double part) {
        return new Fault(kind, times, new Share(part, false), amount, window, chats, copies);
    }

    /** A share of the chats, the same ones until the next seed. */
    public Fault shareOfChats(double part) {
        return new Fault(kind, times, new Share(part, true), amount, window, chats, copies);
    }

    public Fault amount(Duration always) {
        return between(always, always);
    }

    public Fault between(Duration least, Duration most) {
        return new Fault(kind, times, share, new Amount(least, most), window, chats, copies);
    }

    /** Begins later. */
    public Fault after(Duration wait) {
        return new Fault(kind, times, share, amount, new Window(wait, window.lasts(), window.every()), chats, copies);
    }

    /** Ends by itself. */
    public Fault lasting(Duration length) {
        return new Fault(kind, times, share, amount, new Window(window.after(), length, window.every()), chats, copies);
    }

    /** Begins again and again; say first how long it lasts. */
    public Fault every(Duration period) {
        return new Fault(kind, times, share, amount, new Window(window.after(), window.lasts(), period), chats, copies);
    }

    /** Strikes these players only; ids as the platform writes them. */
    public Fault onChats(String... players) {
        return new Fault(kind, times, share, amount, window, Set.of(players), copies);
    }

    public Fault copies(int more) {
        return new Fault(kind, times, share, amount, window, chats, more);
    }
}
