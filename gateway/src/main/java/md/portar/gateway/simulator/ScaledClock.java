package md.portar.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that runs faster than the real one, so that an outage of minutes is over in seconds.
 *
 * <p>Give the same one to the simulator and to the gateway beside it, in one process: windows of faults, times named by
 * refusals, limits and reply windows then pass alike for both. What happens on a connection (delays, silence, time-outs) stays
 * real time on both sides, because sockets know no other. A gateway looks every three seconds whether its clock was set, by
 * half a minute or more: beside one, run no more than eight times as fast. The simulator alone takes any factor.
 *
 * <pre>{@code
 * Clock clock = new ScaledClock(Clock.systemUTC(), 8);
 * SimulatorSettings settings = SimulatorSettings.demo().withClock(clock);   // Demo.start(settings, folder) hands it on
 * simulator.faults().outage(ChatApp.TELEGRAM, Duration.ofMinutes(2));       // fifteen seconds by the wall
 * }</pre>
 */
public final class ScaledClock extends Clock {
    private final Clock real;
    private final Instant start;
    private final int factor;

    /** Starts at the real time and runs this many times as fast. */
    public ScaledClock(Clock real, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("factor: at least 1");
        }
        this.real = real;
        this.start = real.instant();
        this.factor = factor;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, real.instant()).multipliedBy(factor));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ScaledClock(real.withZone(zone), factor);
    }
}
