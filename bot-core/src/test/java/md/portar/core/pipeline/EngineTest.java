package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private final RecordingChannel channel = RecordingChannel.generous();

    private RunningEngine echoing() {
        return RunningEngine.started(folder.resolve("portar.db"), channel, RunningEngine.echo());
    }

    @Test
    void aMessageIsAnswered() {
        try (RunningEngine running = echoing()) {
            running.take(Inbound.text(PERSON, "hello"));
            await().until(() -> channel.words().equals(List.of("hello")));
            await().until(() -> running.metrics.count("delivered") == 1);
        }
    }

    @Test
    void aRedeliveryIsAnsweredOnce() {
        try (RunningEngine running = echoing()) {
            ChannelEvent event = Inbound.text(PERSON, "m-1", "hello");
            IntStream.range(0, 10).forEach(ignored -> running.take(event));
            running.take(Inbound.text(PERSON, "m-2", "bye"));
            await().until(() -> channel.words().contains("bye"));
            assertThat(channel.words()).containsExactly("hello", "bye");
            assertThat(running.metrics.count("duplicate")).isEqualTo(9);
        }
    }

    @Test
    void answersFollowTheOrderOfTheMessagesInEveryConversation() {
        try (RunningEngine running = echoing()) {
            for (int message = 0; message < 20; message++) {
                for (int person = 0; person < 50; person++) {
                    running.take(Inbound.text(RecordingChannel.person(person), "m" + message, "n" + message));
                }
            }
            await().until(() -> channel.words().size() == 1_000);
            List<String> expected =
                    IntStream.range(0, 20).mapToObj(message -> "n" + message).toList();
            for (int person = 0; person < 50; person++) {
                assertThat(channel.wordsTo(RecordingChannel.person(person))).isEqualTo(expected);
            }
        }
    }
}
