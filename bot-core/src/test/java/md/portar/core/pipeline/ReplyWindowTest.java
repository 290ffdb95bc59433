package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.testkit.FixedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyWindowTest {
    private static final Instant HEARD = FixedClock.MONDAY;
    private static final Duration DAY = Duration.ofHours(24);

    private final ReplyWindow window = new ReplyWindow(Duration.ofSeconds(60));

    private static ChannelCapabilities with(@Nullable Duration reply, @Nullable Duration agent) {
        return new ChannelCapabilities(100, 100, 3, 20, reply, agent, true, true, true, Duration.ZERO, 1);
    }

    private boolean open(ChannelCapabilities capabilities, Speaker speaker, Duration after) {
        return window.isOpen(capabilities, Optional.of(HEARD), speaker, HEARD.plus(after));
    }

    @Test
    void aChannelWithoutAWindowIsAlwaysOpen() {
        assertThat(open(with(null, null), Speaker.BOT, Duration.ofDays(400))).isTrue();
        assertThat(window.isOpen(with(null, null), Optional.empty(), Speaker.BOT, HEARD))
                .isTrue();
    }

    @Test
    void itClosesAMinuteBeforeItsEnd() {
        Duration end = DAY.minusSeconds(60);
        assertThat(open(with(DAY, null), Speaker.BOT, end.minusSeconds(1))).isTrue();
        assertThat(open(with(DAY, null), Speaker.BOT, end)).isFalse();
        assertThat(open(with(DAY, null), Speaker.AGENT, end.plusSeconds(1))).isFalse();
    }

    @Test
    void onlyAgentsHaveTheLongerWindow() {
        ChannelCapabilities capabilities = with(DAY, Duration.ofDays(7));
        assertThat(open(capabilities, Speaker.BOT, Duration.ofDays(2))).isFalse();
        assertThat(open(capabilities, Speaker.AGENT, Duration.ofDays(2))).isTrue();
        assertThat(open(capabilities, Speaker.AGENT, Duration.ofDays(7))).isFalse();
    }

    @Test
    void whoNeverWroteCannotBeWrittenTo() {
        assertThat(window.isOpen(with(DAY, null), Optional.empty(), Speaker.BOT, HEARD))
                .isFalse();
    }
}
