package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Responder;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A turn of which nothing could be kept is taken again at once, not when its claim runs out. */
class LostTurnTest {
    private static final Duration LONGER_THAN_THE_TEST = Duration.ofHours(2);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();

    private RunningEngine running(Responder responder) {
        RunningEngine running = RunningEngine.opened(
                folder.resolve("portar.db"),
                channel,
                Clock.systemUTC(),
                RunningEngine.QUICK.withLease(LONGER_THAN_THE_TEST));
        running.addAgent(RunningEngine.ANA);
        running.start(responder);
        return running;
    }

    @Test
    void whenAnAgentTookOverMeanwhile() {
        Responder queueing = DeskScript.queueing();
        AtomicReference<RunningEngine> engine = new AtomicReference<>();
        List<ConversationState.Name> states = new CopyOnWriteArrayList<>();
        try (RunningEngine running = running((before, batch, surroundings) -> {
            states.add(before.state().name());
            if (states.size() == 2) {
                RunningEngine other = Objects.requireNonNull(engine.get());
                other.engine.desk().claim(other.onlyConversation(), RunningEngine.ANA);
            }
            return queueing.respond(before, batch, surroundings);
        })) {
            engine.set(running);
            running.take(Inbound.text(RecordingChannel.person(1), "m-1", "person"));
            await().until(() -> channel.words().contains("queued"));
            running.take(Inbound.text(RecordingChannel.person(1), "m-2", "hello"));
            await().untilAsserted(() -> assertThat(states)
                    .containsExactly(
                            ConversationState.Name.BOT,
                            ConversationState.Name.QUEUED,
                            ConversationState.Name.ASSIGNED));
        }
    }
}
