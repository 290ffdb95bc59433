package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.ChannelEvent.DeliveryReported;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.DeliveryStage;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.Undelivered.Replay;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be delivered, and what may be done about it. */
class UndeliveredTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();
    private final RecordingChannel channel = new RecordingChannel(new ChannelCapabilities(
            4_096, 4_096, 8, 64, Duration.ofHours(24), Duration.ofDays(7), true, true, true, Duration.ZERO, 10_000));

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningEngine running;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DeskScript desk;

    @BeforeEach
    void start() {
        running = RunningEngine.opened(folder.resolve("portar.db"), channel, clock, RunningEngine.QUICK);
        running.addAgent(RunningEngine.ANA);
        running.start(DeskScript.queueing());
        desk = new DeskScript(running);
    }

    @AfterEach
    void close() {
        running.close();
    }

    private Undelivered undelivered() {
        return running.engine.undelivered();
    }

    private List<UndeliveredMessage> all() {
        return undelivered().list(Undelivered.Filter.ALL, Optional.empty(), 50);
    }

    private long failed(String words) {
        channel.answerWith(action -> new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 400));
        int before = all().size();
        running.take(Inbound.text(PERSON, words));
        await().until(() -> all().size() == before + 1);
        channel.answerNormally();
        return all().get(0).number();
    }

    private DeskMessage last() {
        return desk.lastMessage();
    }

    @Test
    void whatFailedSaysWhyAndIsSentAgainOnce() {
        long number = failed("one");
        UndeliveredMessage message = all().get(0);
        assertThat(message.text().value()).isEqualTo("bot: one");
        assertThat(message.customer().value()).isEqualTo("Test User");
        assertThat(message.cause()).isEqualTo(DeliveryFailure.INVALID_MESSAGE);
        assertThat(message.platformCode()).isEqualTo(400);
        assertThat(last().failure()).contains(DeliveryFailure.INVALID_MESSAGE);
        assertThat(undelivered().counts())
                .containsExactly(new Undelivered.Count(RecordingChannel.ID, DeliveryFailure.INVALID_MESSAGE, 1));
        assertThat(undelivered().replay(number, RunningEngine.ANA)).isEqualTo(Replay.DONE);
        assertThat(undelivered().replay(number, RunningEngine.ANA)).isEqualTo(Replay.GONE);
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        assertThat(last().failure()).isEmpty();
        assertThat(channel.words()).containsExactly("bot: one", "bot: one");
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsSentAgainKeepsItsOrder() {
        long first = failed("one");
        long second = failed("two");
        assertThat(undelivered().replay(first, null)).isEqualTo(Replay.DONE);
        assertThat(undelivered().replay(second, null)).isEqualTo(Replay.DONE);
        await().until(() -> channel.words().size() == 4);
        assertThat(channel.words().subList(2, 4)).containsExactly("bot: one", "bot: two");
    }

    @Test
    void afterTheWindowItIsRefusedWithTheReason() {
        long number = failed("one");
        clock.advance(Duration.ofHours(25));
        assertThat(undelivered().replay(number, null)).isEqualTo(Replay.WINDOW_CLOSED);
        assertThat(all()).hasSize(1);
    }

    @Test
    void theBotsWordsStayAwayWhileAnAgentHasTheConversation() {
        long number = failed("one");
        desk.queueAndClaim(PERSON);
        assertThat(undelivered().replay(number, null)).isEqualTo(Replay.AGENT_HAS_IT);
    }

    @Test
    void whoBlockedUsIsNotWrittenTo() {
        channel.answerWith(action -> new Undeliverable(DeliveryFailure.RECIPIENT_BLOCKED, 403));
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> all().size() == 1);
        assertThat(undelivered().replay(all().get(0).number(), null)).isEqualTo(Replay.OUT_OF_REACH);
    }

    @Test
    void whatIsDroppedIsGone() {
        long number = failed("one");
        assertThat(undelivered().drop(number, RunningEngine.ANA)).isTrue();
        assertThat(undelivered().drop(number, RunningEngine.ANA)).isFalse();
        assertThat(all()).isEmpty();
        assertThat(last().delivery()).contains(Delivery.FAILED);
    }

    @Test
    void anAgentSendsAgainWhatMayNotHaveArrived() {
        desk.queueAndClaim(PERSON);
        await().until(() -> channel.words().contains("joined en ana"));
        channel.answerWith(action -> new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK));
        desk.send("Hello");
        await().until(() -> last().delivery().equals(Optional.of(Delivery.UNKNOWN)));
        channel.answerNormally();
        assertThat(again(last().seq())).isInstanceOf(SendResult.Accepted.class);
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        assertThat(again(last().seq())).isInstanceOf(SendResult.Accepted.class);
        assertThat(channel.words().stream().filter("Hello"::equals)).hasSize(2);
        assertThat(again(1)).isEqualTo(new SendResult.Refused(SendResult.Reason.NOT_YOURS, java.util.Set.of()));
    }

    private SendResult again(long seq) {
        return running.engine.desk().sendAgain(running.onlyConversation(), RunningEngine.ANA, seq);
    }

    @Test
    void anAgentsWordsAfterADayLeaveUnderTheLongerWindowAndTheBotsDoNot() {
        desk.queueAndClaim(PERSON);
        await().until(() -> channel.words().contains("joined en ana"));
        assertThat(channel.messages()).allMatch(message -> message.speaker() == Speaker.BOT);
        clock.advance(Duration.ofDays(3));
        desk.send("Sorry for the wait");
        await().until(() -> channel.words().contains("Sorry for the wait"));
        assertThat(channel.messages().get(channel.messages().size() - 1).speaker())
                .isEqualTo(Speaker.AGENT_AFTER_WINDOW);
        running.engine
                .desk()
                .resolve(running.onlyConversation(), RunningEngine.ANA, md.portar.core.handoff.EpisodeOutcome.SOLVED);
        await().until(() -> all().stream().anyMatch(message -> message.cause() == DeliveryFailure.WINDOW_CLOSED));
        assertThat(channel.words()).doesNotContain("closed en");
    }

    /** Of the last message to the person. */
    private void reported(@Nullable DeliveryFailure cause) {
        List<ConversationKey> people =
                channel.messages().stream().map(SendMessage::to).toList();
        PlatformMessageId id = new PlatformMessageId("out-" + (people.lastIndexOf(PERSON) + 1));
        running.take(new DeliveryReported(Inbound.key(), PERSON, id, DeliveryStage.FAILED, cause, clock.instant()));
    }

    @Test
    void passingTroubleAfterTheTakingIsWorthOneMoreTry() {
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        reported(DeliveryFailure.PLATFORM_DOWN);
        assertThat(last().delivery()).contains(Delivery.QUEUED);
        assertThat(channel.words()).hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> channel.words().size() == 2 && last().delivery().equals(Optional.of(Delivery.SENT)));
        reported(DeliveryFailure.PLATFORM_DOWN);
        assertThat(last().delivery()).contains(Delivery.FAILED);
        assertThat(last().failure()).contains(DeliveryFailure.PLATFORM_DOWN);
    }

    @Test
    void aLimitReportedLateRestsTheAccountAndARefusalStopsIt() {
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        reported(DeliveryFailure.RATE_LIMITED);
        running.take(Inbound.text(RecordingChannel.person(2), "two"));
        await().until(() -> running.engine.desk().counts(RunningEngine.ANA).waiting() == 0);
        assertThat(channel.words()).containsExactly("bot: one");
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> channel.words().size() == 3);
        await().until(() -> running.metrics.count("delivered") == 3);
        reported(DeliveryFailure.UNAUTHORISED);
        await().until(() -> !running.engine.stoppedAccounts().isEmpty());
    }

    @Test
    void aPersonReportedOutOfReachIsWrittenToNoMore() {
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        reported(DeliveryFailure.RECIPIENT_BLOCKED);
        assertThat(last().delivery()).contains(Delivery.FAILED);
        assertThat(last().failure()).contains(DeliveryFailure.RECIPIENT_BLOCKED);
    }

    /** The next message is reported as failed while the call that sends it has not been answered. */
    private void failsBeforeTheAnswer(DeliveryFailure cause) {
        CompletableFuture<DeliveryOutcome> answer = new CompletableFuture<>();
        PlatformMessageId id =
                new PlatformMessageId("early-" + channel.messages().size());
        channel.answerLater(action -> answer);
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> !channel.messages().isEmpty());
        running.take(new DeliveryReported(Inbound.key(), PERSON, id, DeliveryStage.FAILED, cause, clock.instant()));
        channel.answerNormally();
        answer.complete(new DeliveryOutcome.Delivered(id));
    }

    @Test
    void passingTroubleReportedBeforeTheAnswerIsWorthOneMoreTry() {
        failsBeforeTheAnswer(DeliveryFailure.PLATFORM_DOWN);
        await().until(() -> running.metrics.count("delivered") == 1);
        assertThat(last().delivery()).contains(Delivery.QUEUED);
        assertThat(channel.words()).hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> channel.words().size() == 2 && last().delivery().equals(Optional.of(Delivery.SENT)));
    }

    @Test
    void aPersonReportedOutOfReachBeforeTheAnswerIsWrittenToNoMore() {
        failsBeforeTheAnswer(DeliveryFailure.RECIPIENT_BLOCKED);
        await().until(() -> last().delivery().equals(Optional.of(Delivery.FAILED)));
        assertThat(last().failure()).contains(DeliveryFailure.RECIPIENT_BLOCKED);
    }

    @Test
    void aRefusalOfTheAccountReportedBeforeTheAnswerStopsIt() {
        failsBeforeTheAnswer(DeliveryFailure.UNAUTHORISED);
        await().until(() -> !running.engine.stoppedAccounts().isEmpty());
    }
}
