package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom, when and how often a switch strikes; nothing here waits. */
class FaultTest {
    private static final ChatApp APP = ChatApp.TELEGRAM;

    private final TurnedClock clock = new TurnedClock();
    private final Faults faults = new Faults(clock, 42);

    private boolean strikes(FaultKind kind, String player) {
        return faults.strike(APP, kind, player).isPresent();
    }

    @Test
    void aWindowOpensClosesAndOpensAgainOnTheClock() {
        faults.set(
                APP,
                Fault.on(FaultKind.OUTAGE)
                        .after(Duration.ofMinutes(1))
                        .lasting(Duration.ofMinutes(10))
                        .every(Duration.ofHours(1)));
        assertThat(strikes(FaultKind.OUTAGE, "1")).isFalse();
        clock.turn(Duration.ofMinutes(1));
        assertThat(strikes(FaultKind.OUTAGE, "1")).isTrue();
        clock.turn(Duration.ofMinutes(10));
        assertThat(strikes(FaultKind.OUTAGE, "1")).isFalse();
        clock.turn(Duration.ofMinutes(50));
        assertThat(strikes(FaultKind.OUTAGE, "1")).isTrue();
        faults.outage(APP, Duration.ofMinutes(10));
        clock.turn(Duration.ofMinutes(10));
        assertThat(faults.active(APP)).isEmpty();
    }

    @Test
    void aShareOfCallsIsAboutThatShareAndTheSameForASeed() {
        List<Boolean> first = storm(7);
        assertThat(first.stream().filter(hit -> hit).count()).isBetween(220L, 380L);
        assertThat(storm(7)).isEqualTo(first);
        assertThat(storm(8)).isNotEqualTo(first);
        assertThat(faults.struck(APP)).containsOnlyKeys(FaultKind.RATE_LIMIT);
    }

    private List<Boolean> storm(long seed) {
        faults.seed(seed);
        faults.set(APP, Fault.on(FaultKind.RATE_LIMIT).share(0.3));
        List<Boolean> hits = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            hits.add(strikes(FaultKind.RATE_LIMIT, "1"));
        }
        return hits;
    }

    @Test
    void aShareOfChatsStrikesTheSameChatsAlways() {
        faults.set(APP, Fault.on(FaultKind.DELAY).shareOfChats(0.1));
        Set<String> struck = new HashSet<>();
        for (int player = 0; player < 2_000; player++) {
            boolean once = strikes(FaultKind.DELAY, "10000" + player);
            assertThat(strikes(FaultKind.DELAY, "10000" + player)).isEqualTo(once);
            if (once) {
                struck.add("10000" + player);
            }
        }
        assertThat(struck).hasSizeBetween(120, 280);
    }

    @Test
    void namedChatsAloneAreStruckUntilTheCountIsUsedUp() {
        faults.set(APP, Fault.next(FaultKind.SERVER_ERROR).times(2).onChats("5"));
        assertThat(strikes(FaultKind.SERVER_ERROR, "6")).isFalse();
        assertThat(strikes(FaultKind.SERVER_ERROR, "5")).isTrue();
        assertThat(strikes(FaultKind.SERVER_ERROR, "5")).isTrue();
        assertThat(strikes(FaultKind.SERVER_ERROR, "5")).isFalse();
        assertThat(faults.struck(APP)).containsEntry(FaultKind.SERVER_ERROR, 2L);
    }

    @Test
    void waitsAreWholeSecondsFromTheLeastToTheMost() {
        faults.set(APP, Fault.on(FaultKind.RATE_LIMIT).between(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        Set<Long> waits = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            Duration amount =
                    faults.strike(APP, FaultKind.RATE_LIMIT, "1").orElseThrow().amount();
            assertThat(amount.toMillis() % 1000).isZero();
            waits.add(amount.toSeconds());
        }
        assertThat(waits).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aScaledClockRunsAsManyTimesAsFast() {
        ScaledClock quick = new ScaledClock(clock, 8);
        Instant start = quick.instant();
        assertThat(start).isEqualTo(clock.instant());
        clock.turn(Duration.ofSeconds(15));
        assertThat(quick.instant()).isEqualTo(start.plus(Duration.ofMinutes(2)));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.on(FaultKind.DELAY).share(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.on(FaultKind.DELAY).times(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.on(FaultKind.DELAY).between(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.on(FaultKind.OUTAGE).every(Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.on(FaultKind.DUPLICATE).copies(0));
    }
}
