package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.store.Lease;
import md.portar.core.store.NodeId;
import org.junit.jupiter.api.Test;

class LeaseClockTest {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration STRIDE = Duration.ofSeconds(15);

    private final AtomicLong nanos = new AtomicLong();
    private final LeaseClock clock = LeaseClock.among(new NodeId("me"), nanos::get, STRIDE);

    private static Duration length(Lease lease) {
        return Duration.between(lease.from(), lease.until());
    }

    @Test
    void leasesOfOneMomentDifferInTheirEnd() {
        Lease first = clock.lease(SHORT);
        Lease second = clock.lease(SHORT);
        assertThat(length(first)).isEqualTo(SHORT);
        assertThat(second.until()).isEqualTo(first.until().plusMillis(1));
    }

    @Test
    void aLongLeaseMakesAShortOneNoLonger() {
        clock.lease(LONG);
        assertThat(length(clock.lease(SHORT))).isEqualTo(SHORT);
    }

    @Test
    void withoutAWordFromTheStoreItRunsOnOnlyALittle() {
        nanos.addAndGet(LONG.toNanos());
        assertThat(clock.now()).isEqualTo(Instant.EPOCH.plus(STRIDE));
    }

    @Test
    void isSureAsLongAsOthersWait() {
        assertThat(clock.isSure()).isFalse();
        clock.heard(Instant.EPOCH, clock.mark(), SHORT);
        nanos.addAndGet(SHORT.toNanos() - 1);
        assertThat(clock.isSure()).isTrue();
        nanos.incrementAndGet();
        assertThat(clock.isSure()).isFalse();
    }
}
