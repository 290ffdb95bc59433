package md.portar.core.archfixture;

import java.time.Instant;

/** Breaks: time comes from outside. */
public final class CoreThatLooksAtTheClock {
    private CoreThatLooksAtTheClock() {}

    public static Instant now() {
        return Instant.now();
    }
}
