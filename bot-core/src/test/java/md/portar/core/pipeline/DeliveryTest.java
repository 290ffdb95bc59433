package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private RecordingChannel channel = RecordingChannel.generous();
    private @Nullable RunningEngine open;

    private RunningEngine start(Responder responder) {
        RunningEngine running = RunningEngine.started(folder.resolve("portar.db"), channel, responder);
        open = running;
        return running;
    }

    private RunningEngine start(FixedClock clock) {
        RunningEngine running =
                RunningEngine.opened(folder.resolve("portar.db"), channel, clock, EngineSettings.defaults());
        open = running;
        running.start(RunningEngine.echo());
        return running;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private static List<Optional<Delivery>> deliveries(RunningEngine running) {
        return running
                .engine
                .desk()
                .thread(running.onlyConversation(), Optional.empty(), 50)
                .orElseThrow()
                .messages()
                .stream()
                .filter(message -> message.author() != DeskMessage.Author.CUSTOMER)
                .map(DeskMessage::delivery)
                .toList();
    }

    @Test
    void aFailedSendIsRepeatedAndNothingOvertakesIt() {
        AtomicInteger failures = new AtomicInteger(3);
        channel.answerLater(action -> failures.getAndDecrement() > 0
                ? CompletableFuture.completedStage(
                        new RetryAfter(Duration.ZERO, DeliveryFailure.RATE_LIMITED, RetryScope.MESSAGE))
                : channel.delivered(action));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"), Inbound.text(PERSON, "two"));
        await().until(() -> channel.words().contains("two"));
        assertThat(channel.words()).containsExactly("one", "one", "one", "one", "two");
        assertThat(running.metrics.count("retried RATE_LIMITED")).isEqualTo(3);
        await().until(() ->
                deliveries(running).equals(List.of(Optional.of(Delivery.SENT), Optional.of(Delivery.SENT))));
    }

    @Test
    void theDelayThatThePlatformAsksForIsKept() {
        FixedClock clock = FixedClock.onMonday();
        channel.answerWith(action ->
                new RetryAfter(Duration.ofSeconds(30), DeliveryFailure.RATE_LIMITED, RetryScope.CONVERSATION));
        RunningEngine running = start(clock);
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> running.metrics.count("retried RATE_LIMITED") == 1);
        channel.answerNormally();
        clock.advance(Duration.ofMillis(29_999));
        running.take(Inbound.text(RecordingChannel.person(2), "other"));
        await().until(() -> channel.words().contains("other"));
        assertThat(channel.wordsTo(PERSON)).hasSize(1);
        clock.advance(Duration.ofMillis(1_002));
        await().until(() -> channel.wordsTo(PERSON).size() == 2);
    }

    @Test
    void aRestOfTheWholeAccountHoldsEverythingBack() {
        FixedClock clock = FixedClock.onMonday();
        channel.answerWith(
                action -> new RetryAfter(Duration.ofSeconds(30), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT));
        RunningEngine running = start(clock);
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> running.metrics.count("retried RATE_LIMITED") == 1);
        channel.answerNormally();
        running.take(Inbound.text(RecordingChannel.person(2), "other"));
        await().until(() -> running.engine.desk().lastEvent() >= 6);
        assertThat(channel.words()).containsExactly("one");
        clock.advance(Duration.ofSeconds(32));
        await().until(() -> channel.words().size() == 3);
    }

    @Test
    void attemptsAreFinite() {
        channel.answerLater(action -> action.to().equals(PERSON)
                ? CompletableFuture.completedStage(
                        new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE))
                : channel.delivered(action));
        FixedClock clock = FixedClock.onMonday();
        RunningEngine running = RunningEngine.opened(
                folder.resolve("portar.db"),
                channel,
                clock,
                RunningEngine.QUICK.withRetry(RunningEngine.QUICK.retry().withAttempts(4)));
        open = running;
        running.start(RunningEngine.echo());
        // The account works: what fails is this message.
        running.take(Inbound.text(RecordingChannel.person(2), "fine"));
        await().until(() -> running.metrics.count("delivered") == 1);
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> {
            clock.advance(Duration.ofMillis(50));
            return running.metrics.count("undeliverable PLATFORM_DOWN") == 1;
        });
        assertThat(channel.wordsTo(PERSON)).hasSize(4);
        channel.answerNormally();
        running.take(Inbound.text(PERSON, "two"));
        await().until(() -> channel.words().contains("two"));
    }

    @Test
    void anUncertainAnswerOfTheBotIsSentAgainButNotForEver() {
        channel.answerWith(action -> new Uncertain(DeliveryFailure.NETWORK));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> deliveries(running).equals(List.of(Optional.of(Delivery.UNKNOWN))));
        assertThat(channel.words()).containsExactly("one", "one", "one", "one", "one");
        assertThat(running.metrics.count("uncertain NETWORK")).isEqualTo(5);
    }

    @Test
    void anAdapterThatThrowsIsUncertainToo() {
        AtomicInteger calls = new AtomicInteger();
        channel.answerLater(action -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("a bug");
            }
            return channel.delivered(action);
        });
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> deliveries(running).equals(List.of(Optional.of(Delivery.SENT))));
        assertThat(running.metrics.count("surprise adapter")).isOne();
        assertThat(running.metrics.count("uncertain NETWORK")).isOne();
    }

    @Test
    void whoBlockedUsIsNotWrittenToUntilHeWritesAgain() {
        AtomicInteger calls = new AtomicInteger();
        channel.answerLater(action -> calls.getAndIncrement() == 0
                ? CompletableFuture.completedStage(new Undeliverable(DeliveryFailure.RECIPIENT_BLOCKED, 403))
                : channel.delivered(action));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"), Inbound.text(PERSON, "two"));
        await().until(() ->
                deliveries(running).equals(List.of(Optional.of(Delivery.FAILED), Optional.of(Delivery.FAILED))));
        assertThat(channel.words()).containsExactly("one");
        running.take(Inbound.text(PERSON, "three"));
        await().until(() -> channel.words().contains("three"));
        assertThat(channel.words()).containsExactly("one", "three");
    }

    @Test
    void refusedCredentialsLoseNothing() {
        channel.answerWith(action -> new Undeliverable(DeliveryFailure.UNAUTHORISED, 401));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"));
        await().until(() -> running.metrics.count("undeliverable UNAUTHORISED") == 1);
        channel.answerNormally();
        await().until(() -> deliveries(running).equals(List.of(Optional.of(Delivery.SENT))));
    }

    @Test
    void anOutageUsesUpFewAttemptsAndEverythingArrivesInOrderAfterwards() {
        channel.answerWith(action -> new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.ACCOUNT));
        RunningEngine running = start(RunningEngine.echo());
        for (int i = 0; i < 30; i++) {
            running.take(
                    Inbound.text(RecordingChannel.person(i), "a" + i), Inbound.text(RecordingChannel.person(i), "b"));
        }
        await().until(() -> running.metrics.count("retried PLATFORM_DOWN") >= 12);
        int during = channel.attempts().size();
        channel.answerNormally();
        await().until(() -> running.metrics.count("delivered") == 60);
        for (int i = 0; i < 30; i++) {
            List<String> words = channel.wordsTo(RecordingChannel.person(i));
            assertThat(words.stream().distinct()).containsExactly("a" + i, "b");
            assertThat(words).endsWith("b");
        }
        assertThat(channel.attempts()).hasSize(during + 60);
    }

    @Test
    void longTextsAreSplitAndOnlyTheLastPartCarriesButtons() {
        channel = new RecordingChannel(
                new ChannelCapabilities(40, 30, 3, 20, null, null, true, true, true, Duration.ZERO, 1_000));
        String text = "First sentence goes here. Second sentence is there. And a third one to end.";
        RunningEngine running = start(saying(text, new Choice("menu", CatalogueText.of("Menu"))));
        running.take(Inbound.text(PERSON, "go"));
        await().until(() -> deliveries(running).equals(List.of(Optional.of(Delivery.SENT))));
        assertThat(channel.words())
                .containsExactly("First sentence goes here.", "Second sentence is there.", "And a third one to end.");
        assertThat(channel.messages())
                .extracting(message -> message.choices().size())
                .containsExactly(0, 0, 1);
    }

    @Test
    void moreChoicesThanButtonsBecomeNumberedLines() {
        channel = new RecordingChannel(
                new ChannelCapabilities(400, 400, 1, 20, null, null, true, true, true, Duration.ZERO, 1_000));
        start(saying("Pick:", new Choice("a", CatalogueText.of("Alpha")), new Choice("b", CatalogueText.of("Beta"))))
                .take(Inbound.text(PERSON, "go"));
        await().until(() -> channel.words().equals(List.of("Pick:\n\n1. Alpha\n2. Beta")));
        assertThat(channel.messages().get(0).choices()).isEmpty();
    }

    private static Responder saying(String text, Choice... choices) {
        return (before, batch, surroundings) ->
                new Turn(before, List.of(Effect.Reply.of(CatalogueText.of(text), List.of(choices))));
    }

    @Test
    void onePersonsOutageIsNotAnothers() {
        ConversationKey broken = RecordingChannel.person(7);
        channel.answerLater(action -> action.to().equals(broken)
                ? CompletableFuture.completedStage(
                        new RetryAfter(Duration.ofHours(1), DeliveryFailure.RATE_LIMITED, RetryScope.CONVERSATION))
                : channel.delivered(action));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(broken, "one"), Inbound.text(PERSON, "two"));
        await().until(() -> channel.words().contains("two"));
    }

    @Test
    void aSendThatNeverAnswersHoldsUpOnlyItsConversation() {
        ConversationKey stuck = RecordingChannel.person(7);
        CompletableFuture<DeliveryOutcome> later = new CompletableFuture<>();
        channel.answerLater(action -> action.to().equals(stuck) ? later : channel.delivered(action));
        RunningEngine running = start(RunningEngine.echo());
        running.take(Inbound.text(stuck, "one"), Inbound.text(stuck, "two"), Inbound.text(PERSON, "three"));
        await().until(() -> channel.words().contains("three"));
        assertThat(channel.wordsTo(stuck)).containsExactly("one");
        channel.answerNormally();
        later.complete(new DeliveryOutcome.Delivered(null));
        await().until(() -> channel.wordsTo(stuck).equals(List.of("one", "two")));
    }
}
