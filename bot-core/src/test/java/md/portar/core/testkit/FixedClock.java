package md.portar.core.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test turns it. Thread-safe. */
public final class FixedClock extends Clock {
    /** An ordinary Monday morning, used where the time does not matter. */
    public static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final AtomicReference<Instant> now;

    private FixedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public static FixedClock onMonday() {
        return new FixedClock(MONDAY);
    }

    public static FixedClock at(Instant start) {
        return new FixedClock(start);
    }

    /** Turns the clock forward. */
    public void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests run in UTC");
    }
}
