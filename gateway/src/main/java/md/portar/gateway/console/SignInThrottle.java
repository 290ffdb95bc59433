package md.portar.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows guessing down: after some failures within a quarter of an hour the next attempt has to wait, longer each time. Counts
 * names and addresses apart; names that nobody has count the same, so that the answer tells nothing. An address gets more
 * failures, because an office has one address. Thread-safe; kept in memory, per node.
 */
final class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final int FAILURES_OF_A_NAME = 5;
    private static final int FAILURES_OF_AN_ADDRESS = 20;
    private static final int MOST_ENTRIES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** How long this attempt has to wait; zero for not at all. */
    synchronized Duration wait(String name, String address) {
        Duration byName = wait(nameKey(name), FAILURES_OF_A_NAME);
        Duration byAddress = wait(addressKey(address), FAILURES_OF_AN_ADDRESS);
        return byName.compareTo(byAddress) > 0 ? byName : byAddress;
    }

    synchronized void failed(String name, String address) {
        count(nameKey(name));
        count(addressKey(address));
    }

    /** A success forgives the name, not the address: who guesses may well have an account of his own. */
    synchronized void succeeded(String name) {
        failures.remove(nameKey(name));
    }

    private Duration wait(String key, int allowed) {
        Failures known = failures.get(key);
        if (known == null || known.count() < allowed) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        if (known.last().isAfter(now)) {
            // The clock was set back: nobody waits for longer than for the last failure.
            known = new Failures(known.count(), now);
            failures.put(key, known);
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(known.count() - allowed, 6));
        if (delay.compareTo(WINDOW) > 0) {
            delay = WINDOW;
        }
        Duration left = Duration.between(now, known.last().plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(String key) {
        Instant now = clock.instant();
        Failures known = failures.remove(key);
        int before = known == null || known.last().plus(WINDOW).isBefore(now) ? 0 : known.count();
        failures.put(key, new Failures(before + 1, now));
        if (failures.size() > MOST_ENTRIES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static String nameKey(String name) {
        return "name:" + name.toLowerCase(Locale.ROOT);
    }

    private static String addressKey(String address) {
        return "address:" + address;
    }

    /** How many keys are counted; for the test of the bound. */
    synchronized int size() {
        return failures.size();
    }
}
