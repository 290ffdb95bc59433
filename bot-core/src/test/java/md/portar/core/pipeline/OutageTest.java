package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is down, slow or silent costs no message. */
class OutageTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final Uncertain SILENCE = new Uncertain(DeliveryFailure.NETWORK);
    private static final Uncertain PAGE = new Uncertain(DeliveryFailure.PLATFORM_DOWN);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();
    private final FixedClock clock = FixedClock.onMonday();
    private final AtomicInteger probes = new AtomicInteger();
    private @Nullable RunningEngine open;

    private RunningEngine start(EngineSettings settings) {
        RunningEngine running = RunningEngine.opened(folder.resolve("portar.db"), channel, clock, settings);
        open = running;
        running.addAgent(RunningEngine.ANA);
        running.start(DeskScript.queueing());
        return running;
    }

    private RunningEngine start() {
        return start(EngineSettings.defaults());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    /** Answers of a platform to questions. */
    private PlatformInquiry inquiry(Supplier<DeliveryOutcome> probe, PlatformInquiry.@Nullable Sightings sightings) {
        return new PlatformInquiry() {
            @Override
            public CompletionStage<DeliveryOutcome> probe() {
                probes.incrementAndGet();
                return CompletableFuture.completedStage(probe.get());
            }

            @Override
            public boolean looksUp() {
                return sightings != null;
            }

            @Override
            public CompletionStage<Sightings> lookUp(OutboundAction action, Instant since) {
                return CompletableFuture.completedStage(sightings == null ? Sightings.cannotTell() : sightings);
            }
        };
    }

    /** Turns the clock while waiting, since retries and rests go by it. */
    private void turnUntil(Duration step, Supplier<Boolean> condition) {
        RunningEngine.turnUntil(clock, step, condition);
    }

    private Optional<Delivery> lastDelivery(RunningEngine running) {
        return new DeskScript(running).lastMessage().delivery();
    }

    @Test
    void tenMinutesOfOutageCostNoMessageWhateverItsAttempts() {
        channel.answerWith(action -> new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT));
        RunningEngine running = start(EngineSettings.defaults()
                .withRetry(EngineSettings.Retry.defaults().withAttempts(3)));
        running.take(Inbound.text(PERSON, "one"));
        Instant end = clock.instant().plus(Duration.ofMinutes(10));
        turnUntil(Duration.ofSeconds(5), () -> clock.instant().isAfter(end));
        assertThat(channel.words().size()).isGreaterThan(3);
        channel.answerNormally();
        turnUntil(Duration.ofSeconds(5), () -> lastDelivery(running).equals(Optional.of(Delivery.SENT)));
        assertThat(running.metrics.count("undeliverable NETWORK")).isZero();
    }

    @Test
    void ageEndsTheWaitingAndTheCauseIsKept() {
        channel.answerWith(action -> new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT));
        RunningEngine running = start(EngineSettings.defaults()
                .withRetry(EngineSettings.Retry.defaults().withGiveUpAfter(Duration.ofMinutes(2))));
        running.take(Inbound.text(PERSON, "one"));
        turnUntil(Duration.ofSeconds(5), () -> lastDelivery(running).equals(Optional.of(Delivery.FAILED)));
        DeskMessage message = new DeskScript(running).lastMessage();
        assertThat(message.failure()).contains(DeliveryFailure.NETWORK);
    }

    @Test
    void inDoubtThePlatformIsAskedAndNothingIsRisked() {
        channel.with(inquiry(() -> PAGE, null)).answerWith(action -> PAGE);
        RunningEngine running = start();
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> channel.words().size() == 1);
        for (int i = 2; i < 12; i++) {
            running.take(Inbound.text(RecordingChannel.person(i), "more"));
        }
        Instant end = clock.instant().plus(Duration.ofMinutes(10));
        turnUntil(Duration.ofSeconds(5), () -> clock.instant().isAfter(end) && probes.get() > 5);
        assertThat(channel.words()).containsExactly("bot: one");
        channel.with(inquiry(() -> new Delivered(null), null)).answerNormally();
        turnUntil(Duration.ofSeconds(1), () -> running.metrics.count("delivered") == 11);
        assertThat(channel.words()).hasSize(12);
    }

    @Test
    void sendsThatFailWhileQuestionsAreAnsweredAreRiskedOneByOne() {
        channel.with(inquiry(() -> new Delivered(null), null)).answerWith(action -> PAGE);
        RunningEngine running = start();
        for (int i = 1; i <= 40; i++) {
            running.take(Inbound.text(RecordingChannel.person(i), "hello"));
        }
        turnUntil(Duration.ofMillis(200), () -> channel.words().size() >= 12);
        assertThat(channel.messages().stream()
                        .map(OutboundAction::to)
                        .distinct()
                        .count())
                .isGreaterThan(5);
        channel.answerNormally();
        turnUntil(Duration.ofSeconds(1), () -> running.metrics.count("delivered") == 40);
        assertThat(running.metrics.count("undeliverable PLATFORM_DOWN")).isZero();
    }

    @Test
    void aSendThatIsFoundAtThePlatformIsNotRepeated() {
        PlatformMessageId found = new PlatformMessageId("found-1");
        channel.with(inquiry(
                        () -> new Delivered(null),
                        new PlatformInquiry.Sightings(PlatformInquiry.Sightings.Certainty.COMPLETE, List.of(found))))
                .answerWith(action -> SILENCE);
        RunningEngine running = start();
        running.take(Inbound.text(PERSON, "one"));
        turnUntil(Duration.ofMillis(200), () -> lastDelivery(running).equals(Optional.of(Delivery.SENT)));
        assertThat(channel.words()).containsExactly("bot: one");
        // The same id cannot stand for a second message.
        running.take(Inbound.text(PERSON, "one"));
        turnUntil(Duration.ofMillis(200), () -> channel.words().size() == 3);
    }

    @Test
    void anAgentsWordsThatThePlatformNeverTookAreSentAfterAll() {
        channel.with(inquiry(
                () -> new Delivered(null),
                new PlatformInquiry.Sightings(PlatformInquiry.Sightings.Certainty.COMPLETE, List.of())));
        RunningEngine running = start();
        DeskScript desk = new DeskScript(running);
        desk.queueAndClaim(PERSON);
        await().until(() -> channel.words().contains("joined en ana"));
        AtomicInteger calls = new AtomicInteger();
        channel.answerLater(action ->
                calls.getAndIncrement() == 0 ? CompletableFuture.completedStage(SILENCE) : channel.delivered(action));
        desk.send("Hello");
        await().until(() -> lastDelivery(running).equals(Optional.of(Delivery.UNKNOWN)));
        turnUntil(Duration.ofMillis(200), () -> lastDelivery(running).equals(Optional.of(Delivery.SENT)));
        assertThat(channel.words().stream().filter("Hello"::equals)).hasSize(2);
    }

    @Test
    void whoseWordsAreRepeatedIsASetting() {
        channel.answerWith(action -> SILENCE);
        EngineSettings.Retry never = EngineSettings.Retry.defaults().withResendUncertain(EngineSettings.Resend.NEVER);
        RunningEngine running = start(EngineSettings.defaults().withRetry(never));
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> lastDelivery(running).equals(Optional.of(Delivery.UNKNOWN)));
        assertThat(channel.words()).containsExactly("bot: one");
    }

    @Test
    void aFloodThatMeetsEverybodyRestsTheWholeAccount() {
        channel.answerWith(action ->
                new RetryAfter(Duration.ofSeconds(30), DeliveryFailure.RATE_LIMITED, RetryScope.CONVERSATION));
        RunningEngine running = start(EngineSettings.defaults().withSendsInFlight(1));
        for (int i = 1; i <= 5; i++) {
            running.take(Inbound.text(RecordingChannel.person(i), "hello"));
            int sent = i;
            await().until(() -> running.metrics.count("retried RATE_LIMITED") == sent);
        }
        channel.answerNormally();
        running.take(Inbound.text(RecordingChannel.person(6), "hello"));
        await().until(() -> running.engine.desk().lastEvent() >= 12);
        assertThat(channel.words()).hasSize(5);
        turnUntil(Duration.ofSeconds(4), () -> running.metrics.count("delivered") == 6);
    }

    @Test
    void aRefusedAccountIsToldOnceAndComesBackByItself() {
        AtomicInteger refusals = new AtomicInteger(3);
        channel.with(inquiry(
                        () -> refusals.getAndDecrement() > 0
                                ? new Undeliverable(DeliveryFailure.UNAUTHORISED, 401)
                                : new Delivered(null),
                        null))
                .answerWith(action -> new Undeliverable(DeliveryFailure.UNAUTHORISED, 401));
        RunningEngine running = start();
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> !running.engine.stoppedAccounts().isEmpty());
        assertThat(running.engine.stoppedAccounts())
                .containsExactly(new ChannelKey(RecordingChannel.ID, RecordingChannel.ACCOUNT));
        channel.answerNormally();
        turnUntil(Duration.ofSeconds(10), () -> running.metrics.count("delivered") == 1);
        assertThat(running.engine.stoppedAccounts()).isEmpty();
        assertThat(running.metrics.count("stopped")).isOne();
        assertThat(channel.words()).hasSize(2);
    }

    @Test
    void anAllowanceThatRunsOutSlowsThePaceAndRecovers() {
        Allowance allowance = new Allowance(100);
        Instant now = clock.instant();
        allowance.report(74, now);
        assertThat(allowance.share(now)).isEqualTo(1);
        allowance.report(85, now);
        assertThat(allowance.share(now)).isBetween(0.5, 0.55);
        allowance.report(100, now);
        assertThat(allowance.share(now)).isBetween(0.049, 0.051);
        allowance.used(now);
        assertThat(allowance.permits(now.plusMillis(199))).isFalse();
        assertThat(allowance.permits(now.plusMillis(201))).isTrue();
        allowance.report(0, now);
        assertThat(allowance.isShort(now)).isTrue();
        assertThat(allowance.isShort(now.plus(Duration.ofMinutes(25)))).isFalse();
    }
}
