package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot has asked for must come through the guard; the same digits unasked need not. */
class AskedNumbersTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);

    @TempDir
    Path folder;

    private RunningEngine asking(RecordingChannel channel, Expectation expects) {
        return RunningEngine.started(
                folder.resolve("portar.db"),
                channel,
                (before, batch, surroundings) -> new Turn(
                        before,
                        batch.stream()
                                .<Effect>map(message -> new Effect.Reply(
                                        CatalogueText.of("[{words}]").with("words", RunningEngine.words(message)),
                                        List.of(),
                                        expects,
                                        null))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10482 123456",
                "482913",
                "C-10482",
                "123456",
                "nr 10482 cont 123456",
                "обращение 10482, счёт 123456",
                "request 10482 account 123456"
            })
    void aNumberThatWasAskedForIsKept(String words) {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = asking(channel, Expectation.REFERENCE)) {
            running.take(Inbound.text(PERSON, "status"));
            await().until(() -> channel.words().contains("[status]"));
            running.take(Inbound.text(PERSON, words));
            await().untilAsserted(() -> assertThat(channel.words()).contains("[" + words + "]"));
        }
    }

    @Test
    void aCodeAfterItsWordIsStoppedEvenThen() {
        RecordingChannel channel = RecordingChannel.generous();
        try (RunningEngine running = asking(channel, Expectation.REFERENCE)) {
            running.take(Inbound.text(PERSON, "status"));
            await().until(() -> channel.words().contains("[status]"));
            running.take(Inbound.text(PERSON, "parola mea este Qwerty778!"));
            await().until(() -> channel.words().size() == 2);
            assertThat(channel.words().get(1)).doesNotContain("Qwerty778");
        }
    }
}
