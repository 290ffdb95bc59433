package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the clock of a working gateway: nothing is sent twice, nothing waits for ever. */
class ClockJumpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ConversationKey SLOW = RecordingChannel.person(1);
    private static final ConversationKey REFUSED = RecordingChannel.person(2);
    private static final ConversationKey LATER = RecordingChannel.person(3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT1H", "P400D"})
    void aClockThatIsSetNeitherRepeatsNorHoldsUp(String by) {
        FixedClock clock = FixedClock.onMonday();
        RecordingChannel channel = RecordingChannel.generous();
        CompletableFuture<DeliveryOutcome> onItsWay = new CompletableFuture<>();
        AtomicBoolean taken = new AtomicBoolean();
        channel.answerLater(action -> {
            ConversationKey to = ((SendMessage) action).to();
            if (to.equals(SLOW)) {
                return onItsWay;
            }
            if (to.equals(REFUSED) && !taken.getAndSet(true)) {
                return CompletableFuture.completedStage(new DeliveryOutcome.RetryAfter(
                        Duration.ofSeconds(60), DeliveryFailure.RATE_LIMITED, DeliveryOutcome.RetryScope.CONVERSATION));
            }
            return channel.delivered(action);
        });
        EngineSettings settings =
                RunningEngine.QUICK.withLease(Duration.ofSeconds(1)); // looked after five times in that
        try (RunningEngine running = RunningEngine.opened(folder.resolve("p.db"), channel, clock, settings)) {
            running.start(RunningEngine.echo());
            running.take(Inbound.text(SLOW, "s-1", "on its way"), Inbound.text(REFUSED, "r-1", "not now"));
            await().atMost(PATIENCE).until(() -> channel.words().size() == 2);
            await().atMost(PATIENCE).until(() -> running.metrics.count("retried RATE_LIMITED") == 1);
            clock.advance(Duration.parse(by));
            await().atMost(PATIENCE).until(() -> running.metrics.count("surprise clock") == 1);
            running.take(Inbound.text(LATER, "l-1", "after it"));
            await().atMost(PATIENCE).until(() -> channel.words().contains("after it"));
            clock.advance(Duration.ofSeconds(90));
            await().atMost(PATIENCE).until(() -> running.metrics.count("delivered") == 2);
            onItsWay.complete(new DeliveryOutcome.Delivered(new PlatformMessageId("out-slow")));
            await().atMost(PATIENCE).until(() -> running.metrics.count("delivered") == 3);
            assertThat(channel.wordsTo(SLOW)).containsExactly("on its way");
            assertThat(channel.wordsTo(REFUSED)).containsExactly("not now", "not now");
            assertThat(channel.wordsTo(LATER)).containsExactly("after it");
            assertThat(running.metrics.count("uncertain NETWORK")).isZero();
        }
    }
}
