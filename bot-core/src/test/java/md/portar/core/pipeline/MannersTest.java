package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Turn;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.pipeline.EngineSettings.Manners;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MannersTest {
    private static final CaseNumber NUMBER = new CaseNumber("C-10482");

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();

    private RunningEngine opened(Manners manners) {
        return RunningEngine.opened(
                folder.resolve("portar.db"),
                RecordingChannel.generous(),
                clock,
                RunningEngine.QUICK.withManners(manners));
    }

    private void fail(LookupAttempts attempts, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(RecordingChannel.person(1), NUMBER, clock.instant());
        }
    }

    private Optional<Duration> locked(LookupAttempts attempts) {
        return attempts.lockedFor(RecordingChannel.person(1), NUMBER, clock.instant());
    }

    @Test
    void theNumberOfGuessesThatIsSetLocks() {
        try (RunningEngine running = opened(new Manners(List.of(), 2, 3))) {
            LookupAttempts attempts = running.engine.lookupAttempts();
            fail(attempts, 1);
            assertThat(locked(attempts)).isEmpty();
            fail(attempts, 1);
            assertThat(locked(attempts)).contains(Duration.ofMinutes(15));
            clock.advance(Duration.ofMinutes(15));
            assertThat(locked(attempts)).isEmpty();
            fail(attempts, 1);
            assertThat(locked(attempts)).contains(Duration.ofDays(1).minus(Duration.ofMinutes(15)));
        }
    }

    @Test
    void noticesAreGivenAtTheTimesThatAreSet() {
        try (RunningEngine running = opened(new Manners(List.of(Duration.ofMinutes(7)), 5, 20))) {
            running.start((before, batch, surroundings) -> new Turn(
                    before.withState(before.state().queue(Priority.NORMAL, surroundings.now())),
                    List.of(new Effect.OpenTicket(HandoffReason.REQUESTED, Priority.NORMAL, Language.RO, null))));
            running.take(Inbound.text(RecordingChannel.person(1), "m-1", "person"));
            await().until(() -> running.engine.desk().counts(RunningEngine.ANA).waiting() == 1);
            QueueOutlook figures = (who, language, any) ->
                    new QueueOutlook.Outlook(2, Optional.of(Duration.ofSeconds(200)), Set.of(Language.values()));
            try (WaitNotices notices = running.engine.waitNotices(figures)) {
                clock.advance(Duration.ofMinutes(6));
                assertThat(notices.give()).isZero();
                clock.advance(Duration.ofMinutes(1));
                assertThat(notices.give()).isOne();
                clock.advance(Duration.ofMinutes(60));
                assertThat(notices.give()).isZero();
            }
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Manners(List.of(Duration.ofMinutes(2), Duration.ofMinutes(2)), 5, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Manners(List.of(), 0, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Manners(List.of(), 5, 4));
    }
}
