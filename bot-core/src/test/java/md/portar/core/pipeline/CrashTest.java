package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.store.jdbc.Crash;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies between any two steps; what was acknowledged is answered, once, in order. */
class CrashTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void file() {
        file = folder.resolve("portar.db");
    }

    private static void crash(RunningEngine running) {
        Crash.of(running.store);
        running.engine.close();
    }

    private List<String> answersAfterRestart(int expected) {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = RunningEngine.started(file, channel, RunningEngine.echo())) {
            await().until(() -> running.metrics.count("delivered") == expected);
            running.take(Inbound.text(PERSON, "and still in order"));
            await().until(() -> channel.words().contains("and still in order"));
            return channel.words();
        }
    }

    @Test
    void afterTakingInAndBeforeAnybodyThought() {
        RunningEngine running =
                RunningEngine.opened(file, RecordingChannel.generous(), Clock.systemUTC(), EngineSettings.defaults());
        running.take(Inbound.text(PERSON, "one"), Inbound.text(PERSON, "two"));
        crash(running);
        assertThat(answersAfterRestart(2)).containsExactly("one", "two", "and still in order");
    }

    @Test
    void whileTheBotThinks() throws InterruptedException {
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch crashed = new CountDownLatch(1);
        Responder slow = (before, batch, surroundings) -> {
            thinking.countDown();
            try {
                crashed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Turn(before, List.of());
        };
        RunningEngine running = RunningEngine.started(file, RecordingChannel.generous(), slow);
        running.take(Inbound.text(PERSON, "one"));
        thinking.await();
        Crash.of(running.store);
        crashed.countDown();
        running.engine.close();
        assertThat(answersAfterRestart(1)).containsExactly("one", "and still in order");
    }

    @Test
    void whileASendIsOnItsWay() {
        RecordingChannel silent = RecordingChannel.generous();
        silent.answerLater(action -> new CompletableFuture<>());
        RunningEngine running = RunningEngine.started(file, silent, RunningEngine.echo());
        running.take(Inbound.text(PERSON, "one"));
        running.take(Inbound.text(PERSON, "two"));
        await().until(() -> silent.words().equals(List.of("one")));
        crash(running);
        // "one" may have arrived: said once more, and counted. "two" had not left.
        assertThat(answersAfterRestart(2)).containsExactly("one", "two", "and still in order");
    }

    @Test
    void anAgentsMessageOnItsWayIsNotRepeated() {
        RecordingChannel silent = RecordingChannel.generous();
        RunningEngine running = RunningEngine.started(file, silent, DeskScript.queueing());
        running.addAgent(RunningEngine.ANA);
        DeskScript desk = new DeskScript(running);
        desk.queueAndClaim(PERSON);
        await().until(() -> running.metrics.count("delivered") == 2);
        silent.answerLater(action -> new CompletableFuture<>());
        desk.send("Hello from Ana");
        await().until(() -> silent.words().contains("Hello from Ana"));
        crash(running);
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine again = RunningEngine.started(file, channel, DeskScript.queueing())) {
            DeskScript deskAgain = new DeskScript(again);
            assertThat(deskAgain.lastMessage().delivery()).contains(DeskMessage.Delivery.UNKNOWN);
            assertThat(again.metrics.count("uncertain NETWORK")).isOne();
            deskAgain.send("Are you there?");
            await().until(() -> channel.words().equals(List.of("Are you there?")));
        }
    }

    @Test
    void aRedeliveryAfterTheRestartIsStillADuplicate() {
        RunningEngine running = RunningEngine.started(file, RecordingChannel.generous(), RunningEngine.echo());
        running.take(Inbound.text(PERSON, "m-1", "one"));
        await().until(() -> running.metrics.count("delivered") == 1);
        crash(running);
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine again = RunningEngine.started(file, channel, RunningEngine.echo())) {
            again.take(Inbound.text(PERSON, "m-1", "one"), Inbound.text(PERSON, "m-2", "two"));
            await().until(() -> channel.words().contains("two"));
            assertThat(channel.words()).containsExactly("two");
            assertThat(again.metrics.count("duplicate")).isOne();
        }
    }
}
