package md.portar.gateway.simulator;

import java.time.Duration;

/**
 * How a platform repeats a webhook that was not accepted. Telegram and Meta repeat whatever went wrong, less and less often;
 * Twilio repeats a message once, and only when it could not connect. Platform pages, read November 2026.
 *
 * @param attempts at most, the first included
 * @param first until the second attempt; each later wait is twice as long
 * @param longest wait
 * @param onlyUnconnected whether an attempt that was connected is the last, whatever came of it
 */
public record Redelivery(int attempts, Duration first, Duration longest, boolean onlyUnconnected) {
    private static final int MOST_DOUBLINGS = 20;

    public Redelivery {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("attempts: at least 1; the longest wait not below the first");
        }
    }

    /** Repeats anything, this often, with waits from the first up to the longest. */
    public static Redelivery persistent(int attempts, Duration first, Duration longest) {
        return new Redelivery(attempts, first, longest, false);
    }

    static Redelivery usual(ChatApp app, SimulatorSettings.Pace pace) {
        Duration longest = pace.retry().multipliedBy(64);
        return app == ChatApp.WHATSAPP
                ? new Redelivery(2, pace.retry(), longest, true)
                : new Redelivery(pace.attempts(), pace.retry(), longest, false);
    }

    boolean repeats(int attempt, boolean connected) {
        return attempt < attempts && !(connected && onlyUnconnected);
    }

    Duration waitAfter(int attempt) {
        Duration wait = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
