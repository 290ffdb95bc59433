package md.portar.core.handoff;

import java.time.Duration;
import java.util.Optional;

/** A waiting time as players are told it: more exact would promise what nobody knows. */
public enum WaitBand {
    UNKNOWN,
    UP_TO_2_MINUTES,
    UP_TO_5_MINUTES,
    UP_TO_10_MINUTES,
    UP_TO_20_MINUTES,
    LONGER;

    /** The band that a time falls into, rounded up. */
    public static WaitBand of(Optional<Duration> expected) {
        if (expected.isEmpty()) {
            return UNKNOWN;
        }
        long seconds = expected.get().toSeconds();
        if (seconds <= 120) {
            return UP_TO_2_MINUTES;
        }
        if (seconds <= 300) {
            return UP_TO_5_MINUTES;
        }
        if (seconds <= 600) {
            return UP_TO_10_MINUTES;
        }
        return seconds <= 1200 ? UP_TO_20_MINUTES : LONGER;
    }
}
