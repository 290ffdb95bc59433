package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.message.Language;
import md.portar.core.settings.Secret;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports that need no channel: sign-in, cases and look-up locks, the outlook. */
class AgentDirectoryTest {
    private static final AgentId ANA = RunningEngine.ANA;
    private static final Instant NOW = FixedClock.MONDAY;
    private static final Secret<String> PASSWORD = Secret.of("correct horse battery staple");

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();
    private RunningEngine running;

    @BeforeEach
    void open() {
        running = RunningEngine.opened(
                folder.resolve("portar.db"), RecordingChannel.generous(), clock, EngineSettings.defaults());
        running.addAgent(ANA);
    }

    @AfterEach
    void close() {
        running.close();
    }

    private AgentDirectory agents() {
        return running.engine.agents();
    }

    private static Optional<AgentId> id(Optional<Agent> agent) {
        return agent.map(Agent::id);
    }

    @Test
    void thePasswordSignsInAndNothingElseDoes() {
        assertThat(agents().signIn("ana", PASSWORD, NOW)).isEmpty();
        agents().setPassword(ANA, PASSWORD);
        assertThat(id(agents().signIn("ana", PASSWORD, NOW))).contains(ANA);
        assertThat(agents().signIn("ana", Secret.of("wrong"), NOW)).isEmpty();
        assertThat(agents().signIn("nobody", PASSWORD, NOW)).isEmpty();
        assertThat(agents().signIn("not a name'; --", PASSWORD, NOW)).isEmpty();
    }

    @Test
    void aTokenSignsInOnce() {
        Secret<String> token = agents().issueSignInToken(ANA, NOW.plusSeconds(60));
        assertThat(agents().redeemSignInToken(Secret.of("guess"), NOW)).isEmpty();
        assertThat(id(agents().redeemSignInToken(token, NOW))).contains(ANA);
        assertThat(agents().redeemSignInToken(token, NOW)).isEmpty();
    }

    @Test
    void aSessionLivesUntilClosed() {
        Secret<String> session = agents().openSession(ANA, NOW, Duration.ofMinutes(60), Duration.ofHours(12));
        assertThat(id(agents().session(session, NOW, true))).contains(ANA);
        agents().closeSession(session);
        assertThat(agents().session(session, NOW, true)).isEmpty();
    }

    @Test
    void neitherPasswordNorTokenNorSessionIsInTheFile() throws Exception {
        agents().setPassword(ANA, PASSWORD);
        Secret<String> token = agents().issueSignInToken(ANA, NOW.plusSeconds(60));
        Secret<String> session = agents().openSession(ANA, NOW, Duration.ofMinutes(60), Duration.ofHours(12));
        running.close();
        String bytes = new String(Files.readAllBytes(folder.resolve("portar.db")), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .contains("$argon2id$")
                .doesNotContain(PASSWORD.reveal())
                .doesNotContain(token.reveal())
                .doesNotContain(session.reveal());
    }

    @Test
    void casesAreFoundAsImported() throws Exception {
        CaseRecord record =
                new CaseRecord(new CaseNumber("C-10482"), new AccountId("123456"), CaseStatus.IN_REVIEW, NOW);
        assertThat(running.engine.caseImport().store(List.of(record))).isOne();
        assertThat(running.engine.caseImport().store(List.of(record))).isZero();
        assertThat(running.engine.cases().find(record.number())).contains(record);
        assertThat(running.engine.cases().find(new CaseNumber("C-99999"))).isEmpty();
    }

    @Test
    void fiveFailuresLockThePersonForTheRestOfAQuarterHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(locked(1, i)).isEmpty();
            running.engine
                    .lookupAttempts()
                    .failed(RecordingChannel.person(1), new CaseNumber("C-100" + i), NOW.plusSeconds(i));
        }
        assertThat(locked(1, 10)).contains(Duration.ofMinutes(15).minusSeconds(10));
        assertThat(locked(2, 10)).isEmpty();
        assertThat(locked(1, 15 * 60)).isEmpty();
    }

    @Test
    void tenFailuresOnACaseLockItForEverybody() {
        for (int i = 0; i < 10; i++) {
            running.engine.lookupAttempts().failed(RecordingChannel.person(50 + i), new CaseNumber("C-1001"), NOW);
        }
        assertThat(locked(1, 60)).contains(Duration.ofHours(1).minusSeconds(60));
    }

    private Optional<Duration> locked(int person, int seconds) {
        return running.engine
                .lookupAttempts()
                .lockedFor(RecordingChannel.person(person), new CaseNumber("C-1001"), NOW.plusSeconds(seconds));
    }

    @Test
    void noNumberIsPromisedWithoutLiveFigures() {
        running.engine.desk().present(ANA, NOW.plusSeconds(60));
        var outlook = running.engine.queueOutlook().outlook(RecordingChannel.person(1), Language.RO, Priority.NORMAL);
        assertThat(outlook.place()).isOne();
        assertThat(outlook.expectedWait()).isEmpty();
        assertThat(outlook.staffed()).contains(Language.RO);
    }
}
