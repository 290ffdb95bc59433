package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoffDeskTest {
    private static final AgentId ANA = RunningEngine.ANA;
    private static final AgentId ION = new AgentId("ion");
    private static final ConversationKey PERSON = RecordingChannel.person(1);
    private static final ChannelCapabilities WINDOWED = new ChannelCapabilities(
            4_096, 4_096, 8, 64, Duration.ofHours(24), null, true, true, true, Duration.ZERO, 10_000);

    @TempDir
    Path folder;

    private final RecordingChannel channel = new RecordingChannel(WINDOWED);
    private final FixedClock clock = FixedClock.onMonday();
    private RunningEngine running;

    @BeforeEach
    void start() {
        running = RunningEngine.opened(folder.resolve("portar.db"), channel, clock, RunningEngine.QUICK);
        running.start(DeskScript.queueing());
        running.addAgent(ANA);
        running.addAgent(ION);
    }

    @AfterEach
    void close() {
        running.close();
    }

    private HandoffDesk desk() {
        return running.engine.desk();
    }

    private ConversationNumber queued(ConversationKey person) {
        int before = desk().counts(ANA).waiting();
        running.take(Inbound.text(person, "person"));
        await().until(() -> desk().counts(ANA).waiting() == before + 1);
        return desk().list(DeskView.QUEUE, ANA, Optional.empty(), 100)
                .get(before)
                .number();
    }

    private SendResult send(ConversationNumber number, AgentId agent, String id, String words) {
        return desk().send(number, agent, new ClientMessageId(id), UntrustedText.of(words));
    }

    private static SendResult refused(SendResult.Reason reason) {
        return new SendResult.Refused(reason, Set.of());
    }

    @Test
    void ofFiftyAgentsExactlyOneWins() throws Exception {
        ConversationNumber number = queued(PERSON);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<ClaimResult>> claims = IntStream.range(0, 50)
                .mapToObj(i -> threads.submit(() -> {
                    start.await();
                    return desk().claim(number, new AgentId("agent" + i));
                }))
                .toList();
        start.countDown();
        int won = 0;
        Set<Optional<AgentId>> holders = new HashSet<>();
        for (Future<ClaimResult> claim : claims) {
            won += claim.get().done() ? 1 : 0;
            holders.add(claim.get().holder());
        }
        threads.shutdown();
        assertThat(won).isOne();
        assertThat(holders).hasSize(1);
    }

    @Test
    void tenAgentsAskingForTheNextGetTenDifferentConversations() throws Exception {
        for (int i = 0; i < 10; i++) {
            queued(RecordingChannel.person(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<Optional<ConversationNumber>>> claims = IntStream.range(0, 10)
                .mapToObj(i -> threads.submit(() -> desk().claimNext(i % 2 == 0 ? ANA : ION)))
                .toList();
        Set<ConversationNumber> numbers = new HashSet<>();
        for (Future<Optional<ConversationNumber>> claim : claims) {
            numbers.add(claim.get().orElseThrow());
        }
        threads.shutdown();
        assertThat(numbers).hasSize(10);
        assertThat(desk().claimNext(ANA)).isEmpty();
    }

    @Test
    void aWholeHandOverReachesThePlayerInOrder() {
        ConversationNumber number = queued(PERSON);
        assertThat(desk().claim(number, ANA).done()).isTrue();
        assertThat(desk().claim(number, ANA).done()).isTrue();
        assertThat(desk().claim(number, ION).holder()).contains(ANA);
        assertThat(send(number, ANA, "draft-001", "Hello, Ana here")).isInstanceOf(SendResult.Accepted.class);
        running.take(Inbound.text(PERSON, "thanks"));
        assertThat(desk().resolve(number, ANA, EpisodeOutcome.SOLVED).done()).isTrue();
        await().until(() -> channel.words().contains("closed en"));
        assertThat(channel.words()).containsExactly("queued", "joined en ana", "Hello, Ana here", "closed en");
        assertThat(channel.messages())
                .extracting(message -> message.speaker())
                .containsExactly(Speaker.BOT, Speaker.BOT, Speaker.AGENT, Speaker.BOT);
        assertThat(channel.messages().get(3).choices()).hasSize(1);
    }

    @Test
    void onlyTheHolderSendsReleasesAndResolves() {
        ConversationNumber number = queued(PERSON);
        assertThat(send(number, ANA, "draft-001", "too early")).isEqualTo(refused(SendResult.Reason.NOT_YOURS));
        desk().claim(number, ANA);
        assertThat(send(number, ION, "draft-002", "not mine")).isEqualTo(refused(SendResult.Reason.NOT_YOURS));
        assertThat(desk().release(number, ION).done()).isFalse();
        assertThat(desk().resolve(number, ION, EpisodeOutcome.SOLVED).done()).isFalse();
        assertThat(desk().resolve(number, ION, EpisodeOutcome.SOLVED).holder()).contains(ANA);
    }

    @Test
    void aDoubleClickSendsOnce() {
        ConversationNumber number = queued(PERSON);
        desk().claim(number, ANA);
        SendResult first = send(number, ANA, "draft-001", "Hello");
        assertThat(send(number, ANA, "draft-001", "Hello")).isEqualTo(first);
        await().until(() -> channel.words().contains("Hello"));
        send(number, ANA, "draft-002", "Bye");
        await().until(() -> channel.words().contains("Bye"));
        assertThat(channel.words()).containsOnlyOnce("Hello");
    }

    @Test
    void aReleasedConversationReturnsToItsOldPlace() {
        ConversationNumber first = queued(PERSON);
        clock.advance(Duration.ofMinutes(5));
        ConversationNumber second = queued(RecordingChannel.person(2));
        desk().claim(first, ANA);
        assertThat(desk().release(first, ANA).done()).isTrue();
        assertThat(desk().list(DeskView.QUEUE, ANA, Optional.empty(), 10))
                .extracting(row -> row.number())
                .containsExactly(first, second);
        await().until(() -> channel.wordsTo(PERSON).contains("left en"));
    }

    @Test
    void whatMustNotLeaveIsRefusedWithItsReason() {
        ConversationNumber number = queued(PERSON);
        desk().claim(number, ANA);
        assertThat(send(number, ANA, "draft-001", "  ")).isEqualTo(refused(SendResult.Reason.EMPTY));
        assertThat(send(number, ANA, "draft-002", "x".repeat(20_000))).isEqualTo(refused(SendResult.Reason.TOO_LONG));
        assertThat(send(number, ANA, "draft-003", "your card 4111 1111 1111 1111"))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        result -> assertThat(result.reason()).isEqualTo(SendResult.Reason.CONTAINS_SECRET));
        for (String words : List.of("Care e parola ta?", "Скажите код из смс", "Please send me your PIN")) {
            assertThat(send(number, ANA, "draft-006", words))
                    .isInstanceOfSatisfying(SendResult.Refused.class, result -> {
                        assertThat(result.reason()).isEqualTo(SendResult.Reason.ASKS_FOR_SECRET);
                        assertThat(result.kinds()).isNotEmpty();
                    });
        }
        assertThat(running.metrics.count("asked for PIN in EN")).isEqualTo(1);
        clock.advance(Duration.ofHours(24).minusSeconds(61));
        assertThat(send(number, ANA, "draft-004", "in time")).isInstanceOf(SendResult.Accepted.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(number, ANA, "draft-005", "too late")).isEqualTo(refused(SendResult.Reason.WINDOW_CLOSED));
        assertThat(desk().thread(number, Optional.empty(), 1).orElseThrow().replyUntil())
                .contains(clock.instant());
    }

    @Test
    void aBotAnswerThatWaitsWhenAnAgentTakesOverIsNeverSent() {
        CompletableFuture<DeliveryOutcome> held = new CompletableFuture<>();
        running.take(Inbound.text(PERSON, "hello"));
        await().until(() -> channel.words().equals(List.of("bot: hello")));
        channel.answerLater(action -> held);
        running.take(Inbound.text(PERSON, "first"));
        await().until(() -> channel.words().contains("bot: first"));
        running.take(Inbound.text(PERSON, "second"));
        running.take(Inbound.text(PERSON, "person"));
        await().until(() -> desk().counts(ANA).waiting() == 1);
        ConversationNumber number = running.onlyConversation();
        desk().claim(number, ANA);
        channel.answerNormally();
        held.complete(new DeliveryOutcome.Delivered(null));
        await().until(() -> channel.words().contains("joined en ana"));
        assertThat(channel.words()).containsExactly("bot: hello", "bot: first", "joined en ana");
    }

    @Test
    void anAgentsUncertainMessageIsShownAndNotRepeated() {
        ConversationNumber number = queued(PERSON);
        desk().claim(number, ANA);
        await().until(() -> channel.words().contains("joined en ana"));
        channel.answerWith(action -> new DeliveryOutcome.Uncertain(DeliveryFailure.NETWORK));
        send(number, ANA, "draft-001", "Hello");
        await().until(() -> last(number).delivery().equals(Optional.of(DeskMessage.Delivery.UNKNOWN)));
        channel.answerNormally();
        send(number, ANA, "draft-002", "Still there?");
        await().until(() -> channel.words().contains("Still there?"));
        assertThat(channel.words()).containsOnlyOnce("Hello");
    }

    private DeskMessage last(ConversationNumber number) {
        List<DeskMessage> messages =
                desk().thread(number, Optional.empty(), 50).orElseThrow().messages();
        return messages.get(messages.size() - 1);
    }

    @Test
    void notesAreKeptAndNeverSent() {
        ConversationNumber number = queued(PERSON);
        desk().note(number, ION, new ClientMessageId("note-0001"), UntrustedText.of("documents are fine"));
        assertThat(last(number).author()).isEqualTo(DeskMessage.Author.NOTE);
        assertThat(last(number).text().value()).isEqualTo("documents are fine");
        desk().claim(number, ANA);
        await().until(() -> channel.words().contains("joined en ana"));
        assertThat(channel.words()).doesNotContain("documents are fine");
    }

    @Test
    void listenersHearOfChangesAndCanReplayThem() throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable registration = desk().onChange(heard::add)) {
            long before = desk().lastEvent();
            ConversationNumber number = queued(PERSON);
            await().until(() -> !heard.isEmpty() && heard.get(heard.size() - 1) == desk().lastEvent());
            assertThat(desk().eventsAfter(before, 100))
                    .isNotEmpty()
                    .allMatch(event -> event.conversation().equals(number));
            assertThat(registration).isNotNull();
        }
    }

    @Test
    void aSafetyEpisodeIsNotRated() {
        ConversationNumber number = queued(PERSON);
        running.store.unitOfWork().run(tx -> {
            running.store
                    .tickets()
                    .open(
                            tx,
                            number,
                            new Effect.OpenTicket(HandoffReason.SAFETY, Priority.SAFETY, Language.EN, null),
                            clock.instant());
            return true;
        });
        desk().claim(number, ANA);
        desk().resolve(number, ANA, EpisodeOutcome.SOLVED);
        await().until(() -> channel.words().contains("closed en"));
        assertThat(channel.messages().get(channel.messages().size() - 1).choices())
                .isEmpty();
    }
}
