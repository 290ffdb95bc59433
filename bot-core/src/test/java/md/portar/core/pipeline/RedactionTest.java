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
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Redaction;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private static Responder warning() {
        return (before, batch, surroundings) -> {
            ScreenedMessage last = batch.get(batch.size() - 1);
            List<Effect> effects = last.blocked()
                    ? List.of(
                            new Effect.RedactAndTell(
                                    last.id(), CatalogueText.of("deleted"), CatalogueText.of("delete it"), List.of()),
                            Effect.Reply.of(CatalogueText.of("afterwards"), List.of()))
                    : List.of();
            return new Turn(before, effects);
        };
    }

    private RunningEngine start(RecordingChannel channel) {
        return RunningEngine.started(folder.resolve("portar.db"), channel, warning());
    }

    private static DeskMessage customerMessage(RunningEngine running, int index) {
        return running
                .engine
                .desk()
                .thread(running.onlyConversation(), Optional.empty(), 50)
                .orElseThrow()
                .messages()
                .stream()
                .filter(message -> message.author() == DeskMessage.Author.CUSTOMER)
                .toList()
                .get(index);
    }

    @Test
    void aRedactionMayPassWithoutAWord() {
        RecordingChannel channel = RecordingChannel.generous();
        Responder silent = (before, batch, surroundings) ->
                new Turn(before, List.of(new Effect.Redact(batch.get(0).id())));
        try (RunningEngine running = RunningEngine.started(folder.resolve("portar.db"), channel, silent)) {
            running.take(Inbound.text(PERSON, "m-1", "my card is 4111 1111 1111 1111"));
            await().until(() -> customerMessage(running, 0).redaction().equals(Optional.of(Redaction.DONE)));
            assertThat(channel.attempts()).containsExactly(new RedactAtSource(PERSON, new PlatformMessageId("m-1")));
            assertThat(channel.words()).isEmpty();
        }
    }

    @Test
    void theSentenceFollowsTheOutcomeAndComesBeforeWhatIsSaidNext() {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = start(channel)) {
            running.take(Inbound.text(PERSON, "m-1", "my card is 4111 1111 1111 1111"));
            await().until(() -> channel.words().equals(List.of("deleted", "afterwards")));
            assertThat(channel.attempts().get(0)).isEqualTo(new RedactAtSource(PERSON, new PlatformMessageId("m-1")));
            assertThat(customerMessage(running, 0).redaction()).contains(Redaction.DONE);
            assertThat(customerMessage(running, 0).text().value()).doesNotContain("1111 1111");
        }
    }

    @Test
    void whatCouldNotBeDeletedIsSaidToo() {
        RecordingChannel channel = RecordingChannel.generous();
        channel.answerLater(action -> action instanceof RedactAtSource
                ? CompletableFuture.completedStage(new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 400))
                : channel.delivered(action));
        try (RunningEngine running = start(channel)) {
            running.take(Inbound.text(PERSON, "m-1", "my card is 4111 1111 1111 1111"));
            await().until(() -> channel.words().equals(List.of("delete it", "afterwards")));
            assertThat(customerMessage(running, 0).redaction()).contains(Redaction.FAILED);
        }
    }

    @Test
    void aChannelThatCannotDeleteIsNotAsked() {
        RecordingChannel channel = new RecordingChannel(
                new ChannelCapabilities(4_096, 4_096, 8, 64, null, null, false, false, true, Duration.ZERO, 1_000));
        try (RunningEngine running = start(channel)) {
            running.take(Inbound.text(PERSON, "m-1", "my card is 4111 1111 1111 1111"));
            await().until(() -> channel.words().equals(List.of("delete it", "afterwards")));
            assertThat(channel.attempts()).hasSize(2);
            assertThat(customerMessage(running, 0).redaction()).contains(Redaction.NOT_POSSIBLE);
        }
    }

    @Test
    void earlierPartsOfACardAreRedactedInTheStoreAndAtThePlatform() {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = start(channel)) {
            running.take(Inbound.text(PERSON, "m-1", "4111 1111"));
            running.take(Inbound.text(PERSON, "m-2", "1111 1111"));
            await().until(() -> customerMessage(running, 0).redaction().equals(Optional.of(Redaction.DONE)));
            assertThat(customerMessage(running, 0).withheld()).isTrue();
            assertThat(customerMessage(running, 0).text().value()).isEmpty();
            await().until(() -> channel.attempts().containsAll(List.of(redaction("m-1"), redaction("m-2"))));
        }
    }

    @Test
    void aPinNamedInTheNextMessageIsRedactedInTheStoreAndAtThePlatform() {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = start(channel)) {
            running.take(Inbound.text(PERSON, "m-1", "4821"));
            running.take(Inbound.text(PERSON, "m-2", "asta e pinul meu"));
            await().until(() -> customerMessage(running, 0).redaction().equals(Optional.of(Redaction.DONE)));
            assertThat(customerMessage(running, 0).withheld()).isTrue();
            assertThat(customerMessage(running, 0).text().value()).isEmpty();
            await().until(() -> channel.attempts().containsAll(List.of(redaction("m-1"), redaction("m-2"))));
        }
    }

    private static OutboundAction redaction(String id) {
        return new RedactAtSource(PERSON, new PlatformMessageId(id));
    }

    @Test
    void aDeletionThatKeepsFailingDelaysNoAnswerAndIsTriedOn() {
        RecordingChannel channel = RecordingChannel.generous();
        AtomicInteger failures = new AtomicInteger(4);
        channel.answerLater(action -> action instanceof RedactAtSource && failures.getAndDecrement() > 0
                ? CompletableFuture.completedStage(new RetryAfter(
                        Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, DeliveryOutcome.RetryScope.MESSAGE))
                : channel.delivered(action));
        try (RunningEngine running = start(channel)) {
            // The account works: what fails is the deletion.
            running.take(Inbound.text(RecordingChannel.person(2), "m-0", "my card is 4111 1111 1111 1111"));
            await().until(() -> channel.words().contains("afterwards"));
            running.take(Inbound.text(PERSON, "m-1", "my card is 4111 1111 1111 1111"));
            await().until(() -> channel.wordsTo(PERSON).equals(List.of("delete it", "afterwards"))
                    || channel.wordsTo(PERSON).equals(List.of("deleted", "afterwards")));
            await().until(() -> failures.get() < 0);
            await().until(() -> running.metrics.count("undeliverable PLATFORM_DOWN") == 0
                    && running.store
                            .unitOfWork()
                            .read(tx -> running.store
                                    .outbox()
                                    .nextDue(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT)
                                    .isEmpty()));
        }
    }
}
