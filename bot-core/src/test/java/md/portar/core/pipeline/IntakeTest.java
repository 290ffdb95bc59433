package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.DeliveryStage;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.OutboundAction;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();

    private RunningEngine start(Responder responder) {
        return RunningEngine.started(folder.resolve("portar.db"), channel, responder);
    }

    private static DeskMessage message(RunningEngine running, int index) {
        return running.engine
                .desk()
                .thread(running.onlyConversation(), Optional.empty(), 50)
                .orElseThrow()
                .messages()
                .get(index);
    }

    @Test
    void everyEventOfABatchIsHandledAndIgnoredOnesAreCounted() {
        try (RunningEngine running = start(RunningEngine.echo())) {
            ChannelEvent twice = Inbound.text(PERSON, "m-1", "one");
            running.take(
                    twice,
                    new ChannelEvent.Ignored(IgnoredReason.UNKNOWN_KIND),
                    twice,
                    Inbound.text(RecordingChannel.person(2), "m-1", "two"));
            await().until(() -> channel.words().size() == 2);
            assertThat(channel.words()).containsExactlyInAnyOrder("one", "two");
            assertThat(running.metrics.count("ignored UNKNOWN_KIND")).isOne();
            assertThat(running.metrics.count("duplicate")).isOne();
        }
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledged() {
        RunningEngine running = start(RunningEngine.echo());
        running.close();
        assertThatThrownBy(() -> running.engine
                        .intake()
                        .accept(
                                RecordingChannel.ID,
                                RecordingChannel.ACCOUNT,
                                List.of(Inbound.text(PERSON, "too late")))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Intake.IntakeUnavailable.class);
    }

    @Test
    void messagesAreTakenInBeforeTheWorkersStart() {
        RunningEngine running = RunningEngine.opened(
                folder.resolve("portar.db"), channel, Clock.systemUTC(), EngineSettings.defaults());
        try (running) {
            running.take(Inbound.text(PERSON, "early"));
            running.start(RunningEngine.echo());
            await().until(() -> channel.words().equals(List.of("early")));
        }
    }

    @Test
    void anEditReplacesTheKeptWords() {
        try (RunningEngine running = start(RunningEngine.echo())) {
            running.take(Inbound.text(PERSON, "m-1", "frist"));
            await().until(() -> channel.words().contains("frist"));
            running.take(Inbound.edit(PERSON, "m-1", "first"));
            await().until(() -> channel.words().contains("first"));
            DeskMessage kept = message(running, 0);
            assertThat(kept.text().value()).isEqualTo("first");
            assertThat(kept.edited()).isTrue();
        }
    }

    @Test
    void receiptsMoveAMessageForward() {
        try (RunningEngine running = start(RunningEngine.echo())) {
            running.take(Inbound.text(PERSON, "one"));
            await().ignoreExceptions()
                    .until(() -> message(running, 1).delivery().equals(Optional.of(DeskMessage.Delivery.SENT)));
            running.take(report(DeliveryStage.READ));
            running.take(report(DeliveryStage.DELIVERED));
            assertThat(message(running, 1).delivery()).contains(DeskMessage.Delivery.READ);
        }
    }

    private static ChannelEvent report(DeliveryStage stage) {
        return new ChannelEvent.DeliveryReported(
                Inbound.key(), PERSON, new PlatformMessageId("out-1"), stage, null, Inbound.now());
    }

    @Test
    void aWatermarkMovesWhatWasSentBefore() {
        try (RunningEngine running = start(RunningEngine.echo())) {
            running.take(Inbound.text(PERSON, "one"));
            await().ignoreExceptions()
                    .until(() -> message(running, 1).delivery().equals(Optional.of(DeskMessage.Delivery.SENT)));
            running.take(new ChannelEvent.WatermarkReported(
                    Inbound.key(), PERSON, DeliveryStage.READ, Clock.systemUTC().instant()));
            assertThat(message(running, 1).delivery()).contains(DeskMessage.Delivery.READ);
        }
    }

    @Test
    void aGroupGetsOneLineAndIsLeft() {
        try (RunningEngine running = start(RunningEngine.echo())) {
            ChannelEvent added = new ChannelEvent.AddedToGroup(Inbound.key(), PERSON, Inbound.now());
            running.take(added, added);
            await().until(() -> channel.attempts().size() == 2);
            assertThat(channel.words()).containsExactly("no groups");
            assertThat(channel.attempts().get(1)).isInstanceOf(OutboundAction.LeaveGroup.class);
        }
    }

    @Test
    void whatHappenedBesidesMessagesIsRemembered() {
        List<Conversation> seen = new CopyOnWriteArrayList<>();
        Responder watching = (before, batch, surroundings) -> {
            seen.add(before);
            return new Turn(before, List.of());
        };
        try (RunningEngine running = start(watching)) {
            running.take(new ChannelEvent.AnsweredElsewhere(Inbound.key(), PERSON, Inbound.now()));
            running.take(
                    new ChannelEvent.ReachabilityChanged(Inbound.key(), PERSON, false, Inbound.now()),
                    Inbound.text(PERSON, "back again"));
            await().until(() -> !seen.isEmpty());
            assertThat(seen.get(0).memory().get(Fact.SILENT_UNTIL))
                    .contains(Inbound.now().plus(Duration.ofMinutes(30)).toString());
            assertThat(seen.get(0).memory().get(Fact.UNREACHABLE)).isEmpty();
        }
    }

    @Test
    void aBotThatBreaksTellsThePlayerAndGoesOn() {
        Responder fragile = (before, batch, surroundings) -> {
            if (RunningEngine.words(batch.get(0)).value().equals("boom")) {
                throw new IllegalStateException("a bug");
            }
            return RunningEngine.echo().respond(before, batch, surroundings);
        };
        try (RunningEngine running = start(fragile)) {
            running.take(Inbound.text(PERSON, "boom"));
            await().until(() -> channel.words().equals(List.of("failed en")));
            running.take(Inbound.text(PERSON, "fine"));
            await().until(() -> channel.words().equals(List.of("failed en", "fine")));
            assertThat(running.metrics.count("surprise responder")).isOne();
        }
    }

    @Test
    void aBurstIsAnsweredAsOneThought() {
        List<Integer> batches = new CopyOnWriteArrayList<>();
        Responder counting = (before, batch, surroundings) -> {
            batches.add(batch.size());
            return new Turn(before, List.of());
        };
        RunningEngine running = RunningEngine.opened(
                folder.resolve("portar.db"),
                channel,
                Clock.systemUTC(),
                EngineSettings.defaults().withBurstWindow(Duration.ofMillis(700)));
        try (running) {
            running.start(counting);
            running.take(Inbound.text(PERSON, "hello"));
            running.take(Inbound.text(PERSON, "where is"));
            running.take(Inbound.text(PERSON, "my money"));
            await().until(() -> !batches.isEmpty());
            assertThat(batches).containsExactly(3);
        }
    }
}
