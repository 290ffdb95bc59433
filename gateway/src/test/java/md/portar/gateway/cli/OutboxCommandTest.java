package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.pipeline.ChannelKey;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.testkit.CountingMetrics;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.PlainTexts;
import md.portar.core.testkit.RecordingChannel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCommandTest {
    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void nameAStore() {
        store = "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    @Test
    void anEmptyDeadLetterSaysSo() {
        assertThat(outbox("list").lines()).containsExactly("Nothing is undelivered.");
        assertThat(outbox("replay", "--all").lines()).containsExactly("0 of 0 are on their way.");
        Run drop = outbox("drop", "4711");
        assertThat(drop.lines()).containsExactly("4711: there is no such undelivered message", "0 of 1 are dropped.");
        assertThat(drop.exit()).isOne();
    }

    @Test
    void whichMessagesMustBeSaid() {
        Run run = outbox("drop");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--all");
    }

    @Test
    void whatWasGivenUpIsListedAndSentAgainOrDropped() throws Exception {
        giveUp(2);
        Run list = outbox("list", "--cause", "invalid_message");
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.lines().get(0)).contains("number", "given up", "cause", "attempts");
        assertThat(list.lines()).hasSize(6);
        assertThat(list.lines().get(1)).contains("bot", "invalid_message", "400");
        assertThat(list.lines().get(5)).matches(".*invalid_message +2");
        assertThat(list.out()).doesNotContain("hello");
        assertThat(outbox("list", "--cause", "window_closed").lines()).containsExactly("Nothing undelivered fits.");

        String newest = list.lines().get(1).split(" ", 2)[0];
        assertThat(outbox("drop", newest).lines()).containsExactly("1 of 1 are dropped.");
        assertThat(outbox("replay", "--all", "--cause", "invalid_message").lines())
                .containsExactly("1 of 1 are on their way.");
        assertThat(outbox("list").lines()).containsExactly("Nothing is undelivered.");
    }

    private Run outbox(String command, String... more) {
        String[] arguments = new String[more.length + 4];
        List.of("outbox", command, "--store", store).toArray(arguments);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Run.of(arguments);
    }

    /** A platform that refuses the bot's words to so many people. */
    private void giveUp(int people) throws Exception {
        SecretGuard guard = SecretGuard.standard();
        RecordingChannel channel = RecordingChannel.generous();
        channel.answerWith(action -> new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 400));
        try (Store open = JdbcStore.open(StoreSettings.of(store), guard);
                Engine engine = Engine.open(new Engine.Parts(
                        open,
                        guard,
                        new PlainTexts(),
                        Clock.systemUTC(),
                        new CountingMetrics(),
                        EngineSettings.defaults()))) {
            engine.start(
                    Map.of(new ChannelKey(RecordingChannel.ID, RecordingChannel.ACCOUNT), channel),
                    (before, batch, surroundings) ->
                            new Turn(before, List.of(Effect.Reply.of(CatalogueText.of("hello"), List.of()))));
            for (int person = 1; person <= people; person++) {
                engine.intake()
                        .accept(
                                RecordingChannel.ID,
                                RecordingChannel.ACCOUNT,
                                List.of(Inbound.text(RecordingChannel.person(person), "good morning")))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> engine.undelivered().counts().stream()
                                    .mapToInt(count -> count.messages())
                                    .sum()
                            == people);
        }
    }
}
