package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notices when the wall clock is set. Asked again and again by one thread. */
final class ClockWatch {
    /** Less than this is the ordinary correction of a clock, or a machine that was busy. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant wall;
    private long steady;

    ClockWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.wall = clock.instant();
        this.steady = nanos.getAsLong();
    }

    /** By how much it was set since the last time; zero when it was not. */
    Duration turned() {
        Instant nowWall = clock.instant();
        long nowSteady = nanos.getAsLong();
        Duration difference = Duration.between(wall, nowWall).minusNanos(nowSteady - steady);
        wall = nowWall;
        steady = nowSteady;
        return difference.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : difference;
    }
}
