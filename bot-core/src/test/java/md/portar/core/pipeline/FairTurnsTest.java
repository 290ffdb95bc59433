package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.OutboundAction;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits long, or is silent, or writes much takes nobody else's turn. */
class FairTurnsTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();
    private final FixedClock clock = FixedClock.onMonday();
    private @Nullable RunningEngine open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aSilentAccountHoldsUpNoOther() {
        ChannelAccount other = new ChannelAccount("other");
        RecordingChannel silent = RecordingChannel.generous();
        silent.answerLater(action -> new CompletableFuture<>());
        RunningEngine running = RunningEngine.opened(
                folder.resolve("portar.db"),
                channel,
                clock,
                EngineSettings.defaults().withSendsInFlight(8));
        open = running;
        running.start(
                Map.of(
                        new ChannelKey(RecordingChannel.ID, other), silent,
                        new ChannelKey(RecordingChannel.ID, RecordingChannel.ACCOUNT), channel),
                RunningEngine.echo());
        for (int i = 0; i < 20; i++) {
            ConversationKey there = new ConversationKey(
                    RecordingChannel.ID, other, RecordingChannel.person(i).user());
            running.engine.intake().accept(RecordingChannel.ID, other, List.of(Inbound.text(there, "silence")));
            running.take(Inbound.text(RecordingChannel.person(i), "hello"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> channel.words().size() == 20);
        assertThat(silent.words().size()).isLessThanOrEqualTo(8);
    }

    @Test
    void afterAnOutageANewQuestionDoesNotWaitForTheWholeBacklog() {
        ChannelCapabilities slow =
                new ChannelCapabilities(400, 400, 8, 64, null, null, true, true, true, Duration.ZERO, 20);
        RecordingChannel paced = new RecordingChannel(slow);
        paced.answerWith(action -> new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT));
        RunningEngine running =
                RunningEngine.opened(folder.resolve("portar.db"), paced, clock, EngineSettings.defaults());
        open = running;
        running.start(RunningEngine.echo());
        List<ConversationKey> backlog =
                IntStream.range(10, 90).mapToObj(RecordingChannel::person).toList();
        backlog.forEach(person -> running.take(Inbound.text(person, "old")));
        await().until(() -> running.engine.desk().lastEvent() >= 160);
        clock.advance(Duration.ofMinutes(10));
        running.take(Inbound.text(PERSON, "new"));
        await().until(() -> running.engine.desk().lastEvent() >= 162);
        List<String> order = new ArrayList<>();
        paced.answerLater(action -> {
            order.add(
                    action instanceof OutboundAction.SendMessage message
                            ? message.text().value()
                            : "");
            return paced.delivered(action);
        });
        RunningEngine.turnUntil(clock, Duration.ofMillis(20), () -> order.contains("new"));
        assertThat(order.indexOf("new")).isLessThan(20);
        RunningEngine.turnUntil(clock, Duration.ofSeconds(1), () -> running.metrics.count("delivered") == 81);
    }

    @Test
    void oneConversationsFiveHundredMessagesDelayNobody() {
        RecordingChannel paced = new RecordingChannel(
                new ChannelCapabilities(400, 400, 8, 64, null, null, true, true, true, Duration.ZERO, 200));
        AtomicInteger until = new AtomicInteger();
        CompletableFuture<DeliveryOutcome> held = new CompletableFuture<>();
        paced.answerLater(action -> until.get() == 0 ? held : paced.delivered(action));
        RunningEngine running =
                RunningEngine.opened(folder.resolve("portar.db"), paced, clock, EngineSettings.defaults());
        open = running;
        running.start(RunningEngine.echo());
        for (int i = 0; i < 500; i++) {
            running.take(Inbound.text(PERSON, flood(i)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> isThoughtAbout(running));
        until.set(1);
        held.complete(new Delivered(null));
        for (int i = 2; i < 12; i++) {
            running.take(Inbound.text(RecordingChannel.person(i), "hello"));
        }
        await().until(() -> paced.words().stream().filter("hello"::equals).count() == 10);
        int last = paced.words().lastIndexOf("hello");
        assertThat(last).isLessThan(400);
        await().atMost(Duration.ofSeconds(60)).until(() -> paced.wordsTo(PERSON).size() == 500);
        assertThat(paced.wordsTo(PERSON))
                .isEqualTo(
                        IntStream.range(0, 500).mapToObj(FairTurnsTest::flood).toList());
    }

    private static boolean isThoughtAbout(RunningEngine running) {
        ConversationNumber only = running.onlyConversation();
        return running.store
                .unitOfWork()
                .read(tx -> running.store.inbox().pending(tx, only, 1).isEmpty());
    }

    /** Without figures, in a row of which the guard sees parts of a card. */
    private static String flood(int i) {
        return "flood " + (char) ('a' + i / 26) + (char) ('a' + i % 26);
    }
}
