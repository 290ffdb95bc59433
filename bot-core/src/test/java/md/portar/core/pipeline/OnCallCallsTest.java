package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.pipeline.OnCall.When;
import md.portar.core.store.OnCallNotices;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.LogCapture;
import md.portar.core.testkit.PlainTexts;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallCallsTest {
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final Attempt TAKEN = new Attempt(Result.TAKEN, 204);
    private static final Attempt DOWN = new Attempt(Result.FAILED, 500);

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();
    private final AtomicReference<Attempt> answer = new AtomicReference<>(TAKEN);
    private final List<OnCallNotice> told = new CopyOnWriteArrayList<>();
    private final OnCallReceiver receiver = notice -> {
        told.add(notice);
        return Objects.requireNonNull(answer.get());
    };
    private RunningEngine running;

    @BeforeEach
    void open() {
        running = opened();
    }

    @AfterEach
    void close() {
        running.close();
    }

    private RunningEngine opened() {
        return RunningEngine.opened(
                folder.resolve("portar.db"), RecordingChannel.generous(), clock, RunningEngine.QUICK);
    }

    private static Responder asking(SafetyConcern concern) {
        return (before, batch, surroundings) -> new Turn(
                before,
                List.of(
                        new Effect.OpenTicket(HandoffReason.SAFETY, Priority.SAFETY, Language.RO, null),
                        new Effect.NotifyOnCall(concern, Language.RO)));
    }

    private OnCall always() {
        return new OnCall(receiver, Set.of(When.ALWAYS), (language, at) -> true);
    }

    private void asks(Responder responder) {
        running.start(responder);
        running.take(Inbound.text(PERSON, "m-1", "canary words"));
        await().until(() -> running.metrics.count("safety") == 1);
    }

    /** Rounds of one's own on the store, so that no timer takes part. */
    private OnCallCalls calls() {
        return new OnCallCalls(
                always(),
                new Engine.Parts(
                        running.store,
                        SecretGuard.standard(),
                        new PlainTexts(),
                        clock,
                        running.metrics,
                        RunningEngine.QUICK),
                () -> 0);
    }

    /** Asks for protection on an engine that notes it and is then stopped before anybody could be told. */
    private void notedWhileTheReceiverIsDown() {
        answer.set(DOWN);
        running.engine.callOut(always());
        asks(asking(SafetyConcern.HARM));
        await().until(() -> !told.isEmpty() && running.metrics.count("on call FAILED") > 0);
        running.close();
        running = opened();
        told.clear();
    }

    private int untold() {
        return running.store
                .unitOfWork()
                .read(tx -> running.store.onCallNotices().untold(tx, 10))
                .size();
    }

    @Test
    void aRequestIsToldOnceWhenItIsKept() {
        running.engine.callOut(always());
        asks(asking(SafetyConcern.DISTRESS));
        await().until(() -> running.metrics.count("on call SENT") == 1);
        running.take(Inbound.text(PERSON, "m-2", "again"));
        await().until(() -> running.metrics.count("safety") == 2);
        assertThat(untold()).isZero();
        assertThat(told).hasSize(1);
        OnCallNotice notice = told.get(0);
        assertThat(notice.concern()).isEqualTo(SafetyConcern.DISTRESS);
        assertThat(notice.channel()).isEqualTo(RecordingChannel.ID);
        assertThat(notice.conversation()).isEqualTo(running.onlyConversation());
        assertThat(notice.language()).isEqualTo(Language.RO);
        assertThat(notice.requestedAt()).isEqualTo(clock.instant());
        assertThat(running.engine.onCallStanding()).isEqualTo(OnCallStanding.QUIET);
    }

    @Test
    void withoutAnybodyOnCallNothingIsNoted() {
        asks(asking(SafetyConcern.DISTRESS));
        assertThat(untold()).isZero();
    }

    @Test
    void anAgentWhoIsConnectedAttends() {
        running.addAgent(RunningEngine.ANA);
        running.engine.desk().present(RunningEngine.ANA, clock.instant().plusSeconds(60));
        running.engine.callOut(new OnCall(receiver, Set.of(When.UNATTENDED), (language, at) -> true));
        asks(asking(SafetyConcern.HARM));
        assertThat(untold()).isZero();
        clock.advance(Duration.ofMinutes(2));
        running.take(Inbound.text(PERSON, "m-2", "still there?"));
        await().until(() -> running.metrics.count("on call SENT") == 1);
    }

    @Test
    void anOutageOfTheReceiverAndARestartLoseNothingAndKeepTheKey() {
        notedWhileTheReceiverIsDown();
        try (OnCallCalls calls = calls()) {
            clock.advance(Duration.ofMinutes(5));
            answer.set(new Attempt(Result.NETWORK, 0));
            assertThat(calls.tellAll()).isZero();
            assertThat(calls.standing().problem()).contains(new Attempt(Result.NETWORK, 0));
            assertThat(running.metrics.count("on call waiting")).isOne();
            assertThat(calls.tellAll()).as("not due yet").isZero();
            assertThat(told).hasSize(1);
            clock.advance(Duration.ofMinutes(10));
            answer.set(TAKEN);
            assertThat(calls.tellAll()).isOne();
            assertThat(told).hasSize(2);
            assertThat(told.get(0)).isEqualTo(told.get(1));
            assertThat(calls.standing()).isEqualTo(OnCallStanding.QUIET);
            assertThat(running.metrics.count("on call waiting")).isZero();
        }
    }

    @Test
    void afterADayItIsGivenUpAndSaidLoudly() {
        notedWhileTheReceiverIsDown();
        try (OnCallCalls calls = calls();
                LogCapture log = LogCapture.open()) {
            int rounds = 0;
            while (running.metrics.count("on call GIVEN_UP") == 0 && rounds < 1_000) {
                clock.advance(Duration.ofMinutes(10));
                calls.tellAll();
                rounds++;
            }
            assertThat(rounds).isBetween(143, 146);
            assertThat(told).hasSizeGreaterThan(OnCallCalls.LEAST_ATTEMPTS);
            assertThat(log.text()).contains("Nobody on call was told").doesNotContain("canary");
            assertThat(calls.standing().counts().givenUp()).isOne();
            told.clear();
            clock.advance(Duration.ofDays(1));
            calls.tellAll();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whatIsOldWhenTheGatewayComesBackIsStillTried() {
        notedWhileTheReceiverIsDown();
        clock.advance(Duration.ofDays(3));
        try (OnCallCalls calls = calls()) {
            for (int i = 0; i < OnCallCalls.LEAST_ATTEMPTS - 2; i++) {
                calls.tellAll();
                clock.advance(Duration.ofMinutes(10));
            }
            assertThat(running.metrics.count("on call GIVEN_UP")).isZero();
            answer.set(TAKEN);
            assertThat(calls.tellAll()).isOne();
        }
    }

    @Test
    void aReceiverThatIsBackHearsEverythingAtOnce() {
        notedWhileTheReceiverIsDown();
        try (OnCallCalls calls = calls()) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(calls.tellAll()).isZero();
            OnCallNotice first = told.get(0);
            running.store.unitOfWork().run(tx -> {
                OnCallNotices notices = running.store.onCallNotices();
                return notices.add(
                        tx,
                        first.conversation(),
                        SafetyConcern.DISTRESS,
                        Language.RO,
                        UUID.randomUUID(),
                        clock.instant());
            });
            answer.set(TAKEN);
            assertThat(calls.tellAll()).isEqualTo(2);
        }
    }
}
