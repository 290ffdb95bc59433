package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final FixedClock clock = FixedClock.onMonday();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    @Test
    void theDelayGrowsUpToAQuarterOfAnHour() {
        fail(5, "ana", "a");
        assertThat(throttle.wait("ana", "b")).isEqualTo(Duration.ofSeconds(15));
        fail(1, "ana", "a");
        assertThat(throttle.wait("ANA", "b")).isEqualTo(Duration.ofSeconds(30));
        fail(13, "ana", "a");
        assertThat(throttle.wait("ana", "b")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowedDownToo() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("name" + i, "192.0.2.1");
        }
        assertThat(throttle.wait("somebody-else", "192.0.2.1")).isPositive();
        assertThat(throttle.wait("somebody-else", "192.0.2.2")).isZero();
    }

    @Test
    void oldFailuresAreForgotten() {
        fail(4, "ana", "a");
        clock.advance(Duration.ofMinutes(16));
        fail(4, "ana", "a");
        assertThat(throttle.wait("ana", "b")).isZero();
    }

    @Test
    void aClockSetBackHoldsNobodyUpForLonger() {
        fail(6, "ana", "a");
        clock.advance(Duration.ofHours(-1));
        assertThat(throttle.wait("ana", "b")).isEqualTo(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(throttle.wait("ana", "b")).isZero();
    }

    @Test
    void itsMemoryIsBounded() {
        for (int i = 0; i < 12_000; i++) {
            throttle.failed("name" + i, "address" + i);
        }
        assertThat(throttle.size()).isLessThanOrEqualTo(10_000);
    }
}
