package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseWatchingTest {
    private static final CaseNumber NUMBER = new CaseNumber("C-10482");
    private static final AccountId OWNER = new AccountId("123456");
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final ChannelCapabilities WINDOWED = new ChannelCapabilities(
            4_096, 4_096, 8, 64, Duration.ofHours(24), null, true, true, true, Duration.ZERO, 10_000);

    @TempDir
    Path folder;

    private final RecordingChannel channel = new RecordingChannel(WINDOWED);
    private final FixedClock clock = FixedClock.onMonday();
    private RunningEngine running;

    @BeforeEach
    void watch() {
        running = RunningEngine.opened(folder.resolve("portar.db"), channel, clock, RunningEngine.QUICK);
        running.start((before, batch, surroundings) -> new Turn(
                before,
                List.of(
                        new Effect.WatchCase(NUMBER, OWNER, CaseStatus.RECEIVED),
                        Effect.Reply.of(CatalogueText.of("watching"), List.of()))));
        running.take(Inbound.text(PERSON, "tell me"));
        await().until(() -> channel.words().contains("watching"));
    }

    @AfterEach
    void close() {
        running.close();
    }

    private CaseRecord now(CaseStatus status, int minute) {
        return new CaseRecord(
                NUMBER, OWNER, status, Instant.parse("2026-11-02T09:00:00Z").plusSeconds(60L * minute));
    }

    private void awaitWords(String... words) {
        await().untilAsserted(() -> assertThat(channel.words()).containsExactly(words));
    }

    @Test
    void aChangeInTheTableIsToldOnce() {
        running.engine.caseImport().store(List.of(now(CaseStatus.RECEIVED, 0)));
        running.engine.caseImport().store(List.of(now(CaseStatus.IN_REVIEW, 1)));
        running.engine.caseImport().store(List.of(now(CaseStatus.IN_REVIEW, 1)));
        running.engine.caseImport().store(List.of(now(CaseStatus.IN_REVIEW, 2)));
        running.engine.caseImport().store(List.of(now(CaseStatus.RESOLVED, 3)));
        awaitWords("watching", "case in_review", "case resolved");
    }

    @Test
    void whatASourceSaysIsToldOnceEvenByTwoNodes() {
        assertThat(running.engine.caseWatching().watched("", 10)).containsExactly(NUMBER);
        assertThat(running.engine.caseWatching().watched("C-10482", 10)).isEmpty();
        assertThat(running.engine.caseWatching().seen(now(CaseStatus.ESCALATED, 1)))
                .isEqualTo(1);
        assertThat(running.engine.caseWatching().seen(now(CaseStatus.ESCALATED, 1)))
                .isZero();
        awaitWords("watching", "case escalated");
    }

    @Test
    void aCaseThatIsNotHisAnyMoreIsNotTold() {
        CaseRecord others = new CaseRecord(
                NUMBER, new AccountId("999999"), CaseStatus.RESOLVED, Instant.parse("2026-11-02T09:01:00Z"));
        assertThat(running.engine.caseWatching().seen(others)).isZero();
        assertThat(channel.words()).containsExactly("watching");
    }

    @Test
    void nothingIsSentAfterTheReplyWindow() {
        clock.advance(Duration.ofHours(25));
        assertThat(running.engine.caseWatching().seen(now(CaseStatus.RESOLVED, 1)))
                .isZero();
        assertThat(channel.words()).containsExactly("watching");
    }

    @Test
    void aClosedCaseIsToldAndThenForgotten() {
        assertThat(running.engine.caseWatching().seen(now(CaseStatus.CLOSED, 1)))
                .isEqualTo(1);
        assertThat(running.engine.caseWatching().watched("", 10)).isEmpty();
        awaitWords("watching", "case closed");
    }
}
