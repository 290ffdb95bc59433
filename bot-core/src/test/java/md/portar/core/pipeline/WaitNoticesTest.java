package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitNoticesTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final ChannelCapabilities WINDOWED = new ChannelCapabilities(
            4_096, 4_096, 8, 64, Duration.ofMinutes(20), null, true, true, true, Duration.ZERO, 10_000);

    @TempDir
    Path folder;

    private final RecordingChannel channel = new RecordingChannel(WINDOWED);
    private final FixedClock clock = FixedClock.onMonday();
    private final AtomicReference<QueueOutlook.Outlook> outlook = new AtomicReference<>();
    private RunningEngine running;
    private WaitNotices notices;
    private Priority priority = Priority.NORMAL;

    @BeforeEach
    void start() {
        outlook.set(outlook(3, 300));
        running = RunningEngine.opened(folder.resolve("portar.db"), channel, clock, RunningEngine.QUICK);
        running.start((before, batch, surroundings) -> new Turn(
                new Conversation(
                                before.key(),
                                before.state(),
                                before.epoch(),
                                before.memory().with(Fact.QUEUE_TOLD, "3|UP_TO_5_MINUTES"))
                        .withState(before.state().queue(priority, surroundings.now())),
                List.of(
                        new Effect.OpenTicket(HandoffReason.REQUESTED, priority, Language.RO, null),
                        Effect.Reply.of(CatalogueText.of("queued"), List.of()))));
        notices = running.engine.waitNotices((who, language, any) -> Objects.requireNonNull(outlook.get()));
    }

    @AfterEach
    void close() {
        notices.close();
        running.close();
    }

    private static QueueOutlook.Outlook outlook(int place, int seconds) {
        return new QueueOutlook.Outlook(
                place,
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
                Set.of(Language.values()));
    }

    private void queue() {
        running.take(Inbound.text(PERSON, "person"));
        await().until(() -> channel.words().contains("queued"));
    }

    private int giveAfter(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
        return notices.give();
    }

    @Test
    void nothingIsSaidBeforeItsTimeNorWithoutNews() {
        queue();
        outlook.set(outlook(2, 200));
        assertThat(giveAfter(2)).isZero();
        outlook.set(outlook(3, 299));
        assertThat(giveAfter(2)).isZero();
        assertThat(channel.words()).containsExactly("queued");
    }

    @Test
    void eachNoticeIsGivenOnceAndTellsNews() {
        queue();
        outlook.set(outlook(2, 300));
        assertThat(giveAfter(4)).isEqualTo(1);
        assertThat(notices.give()).isZero();
        outlook.set(outlook(1, 100));
        assertThat(giveAfter(7)).isEqualTo(1);
        await().untilAsserted(() ->
                assertThat(channel.words()).containsExactly("queued", "place 2 in 5", "place 1 in 1 or leave"));
    }

    @Test
    void withoutFiguresAMessageIsOfferedOnce() {
        outlook.set(outlook(1, 0));
        queue();
        assertThat(giveAfter(4)).isZero();
        assertThat(giveAfter(7)).isEqualTo(1);
        assertThat(giveAfter(5)).isZero();
        await().untilAsserted(() -> assertThat(channel.words()).containsExactly("queued", "place 1 or leave"));
    }

    @Test
    void nothingIsSentOutsideTheReplyWindow() {
        queue();
        outlook.set(outlook(1, 60));
        clock.advance(Duration.ofMinutes(21));
        assertThat(notices.give()).isZero();
    }

    @Test
    void aRequestForProtectionIsNotCountedDown() {
        priority = Priority.SAFETY;
        queue();
        outlook.set(outlook(1, 60));
        assertThat(giveAfter(4)).isZero();
    }
}
