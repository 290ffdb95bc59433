package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final EngineSettings.Retry RETRY =
            new EngineSettings.Retry(Duration.ofSeconds(1), Duration.ofMinutes(5), 20, Duration.ofMinutes(1), true);

    @Test
    void inNoSecondAreMuchMoreCallsMadeThanAllowed() {
        AtomicLong nanos = new AtomicLong();
        TokenBucket bucket = new TokenBucket(30, nanos::get);
        int[] perMilli = new int[10_000];
        for (int milli = 0; milli < perMilli.length; milli++) {
            nanos.set(milli * 1_000_000L);
            while (bucket.available() > 0) {
                bucket.take();
                perMilli[milli]++;
            }
        }
        int inWindow = 0;
        int most = 0;
        for (int milli = 0; milli < perMilli.length; milli++) {
            inWindow += perMilli[milli] - (milli >= 1_000 ? perMilli[milli - 1_000] : 0);
            most = Math.max(most, inWindow);
        }
        assertThat(most).isBetween(29, 32);
    }

    @Test
    void aClockThatJumpsBackStopsNothing() {
        AtomicLong nanos = new AtomicLong(1_000_000_000L);
        TokenBucket bucket = new TokenBucket(1, nanos::get);
        bucket.take();
        nanos.set(0);
        assertThat(bucket.available()).isZero();
        nanos.set(1_000_000_000L);
        assertThat(bucket.available()).isOne();
    }

    @Test
    void delaysDoubleUpToTheLongestWithJitter() {
        Backoff backoff = new Backoff(RETRY, new Random(7));
        for (int attempt = 1; attempt <= 40; attempt++) {
            Duration usual = attempt > 9 ? Duration.ofMinutes(5) : Duration.ofSeconds(1L << (attempt - 1));
            assertThat(backoff.delay(attempt, Duration.ZERO)).isBetween(usual.dividedBy(2), usual);
        }
    }

    @Test
    void neverLessThanThePlatformAskedFor() {
        Backoff backoff = new Backoff(RETRY, new Random(7));
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.delay(1, Duration.ofSeconds(35)))
                    .isBetween(Duration.ofSeconds(35), Duration.ofSeconds(36));
        }
    }
}
