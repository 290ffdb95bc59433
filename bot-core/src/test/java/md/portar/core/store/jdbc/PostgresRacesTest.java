package md.portar.core.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.store.Hints;
import md.portar.core.store.Lease;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.store.UnitOfWork;
import md.portar.core.testkit.RecordingChannel;
import md.portar.core.testkit.postgres.PostgresServer;
import md.portar.core.testkit.store.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes that change the same rows at the same moment. One is held in the middle of its transaction until the database says
 * that the other waits for it, so that the moment is always hit.
 */
class PostgresRacesTest implements StoreUnderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private String url = "";
    private JdbcStore here;
    private JdbcStore there;

    @BeforeEach
    void open() {
        url = PostgresServer.shared().freshDatabase();
        here = JdbcStore.open(StoreSettings.of(url), SecretGuard.standard());
        there = JdbcStore.open(StoreSettings.of(url), SecretGuard.standard());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        PostgresServer.shared().drop(url);
    }

    @Override
    public Store store() {
        return here;
    }

    /** Runs the one unit here and, before it commits, the other there, which has to wait for it or is done by then. */
    private <T> T meanwhile(UnitOfWork.Work<Boolean> first, UnitOfWork.Work<T> second) throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> mine = here.unitOfWork()
                .submit(tx -> {
                    boolean done = first.in(tx);
                    inTheMiddle.countDown();
                    return reached(goOn) && done;
                })
                .toCompletableFuture();
        assertThat(reached(inTheMiddle)).isTrue();
        CompletableFuture<T> other = there.unitOfWork().submit(second).toCompletableFuture();
        await().atMost(PATIENCE).until(() -> other.isDone() || somebodyWaits());
        goOn.countDown();
        assertThat(mine.get(60, TimeUnit.SECONDS)).isTrue();
        return other.get(60, TimeUnit.SECONDS);
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean somebodyWaits() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("SELECT COUNT(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            return waiting.next() && waiting.getInt(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static OutboxEntry entry(ConversationKey to) {
        return OutboxEntry.of(new SendMessage(to, CatalogueText.of("hello"), List.of(), Speaker.BOT), 0);
    }

    private List<OutboxItem> items(JdbcStore node) {
        Lease lease = new Lease(NODE_A, NOW, NOW.plus(LEASE));
        return node.unitOfWork()
                .run(tx -> node.outbox().claim(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, lease, NOW, 100));
    }

    @Test
    void aMessageThatArrivesWhileATurnIsSavedIsNotForgotten() throws Exception {
        ConversationNumber number = recorded(ION, "1", "hello", NOW);
        StoredConversation turn = claimed(NODE_A, NOW).get(0);
        boolean saved = meanwhile(
                tx -> {
                    here.inbox().record(tx, number, StoreUnderTest.screened(ION, "2", "more", false), NOW);
                    return true;
                },
                tx -> {
                    there.inbox().settle(tx, there.inbox().pending(tx, number, 1));
                    return there.conversations().saveTurn(tx, turn, turn.conversation(), NOW);
                });
        assertThat(saved).isTrue();
        assertThat(claimed(NODE_B, NOW)).extracting(StoredConversation::number).containsExactly(number);
    }

    @Test
    void whatIsAddedToALineWhileItsLastItemEndsIsSent() throws Exception {
        ConversationNumber number = conversation(ION);
        write(tx -> enqueue(here, tx, number));
        OutboxItem last = items(here).get(0);
        boolean done =
                meanwhile(tx -> enqueue(here, tx, number), tx -> there.outbox().done(tx, last, NOW, Duration.ZERO));
        assertThat(done).isTrue();
        assertThat(items(there)).hasSize(1);
        assertThat(yes(tx -> enqueue(here, tx, number))).isTrue();
    }

    @Test
    void theSameTheOtherWayRound() throws Exception {
        ConversationNumber number = conversation(ION);
        write(tx -> enqueue(here, tx, number));
        OutboxItem last = items(here).get(0);
        meanwhile(tx -> here.outbox().done(tx, last, NOW, Duration.ZERO), tx -> enqueue(there, tx, number));
        assertThat(items(there)).hasSize(1);
    }

    private static boolean enqueue(JdbcStore node, Tx tx, ConversationNumber number) {
        node.outbox().enqueue(tx, number, entry(ION), NOW, Duration.ZERO);
        return true;
    }

    @Test
    void aNewConversationIsMadeOnceAndARedeliveryIsFreshOnce() throws Exception {
        List<ConversationNumber> numbers = new ArrayList<>();
        boolean fresh = meanwhile(
                tx -> {
                    boolean first = here.inbox()
                            .isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, new EventKey("k"), NOW);
                    numbers.add(here.conversations().open(tx, ION, NOW));
                    return first;
                },
                tx -> {
                    boolean again = there.inbox()
                            .isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, new EventKey("k"), NOW);
                    numbers.add(there.conversations().open(tx, ION, NOW));
                    return again;
                });
        assertThat(fresh).isFalse();
        assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
    }

    @Test
    void groupsThatCrossEachOtherBothSucceed() {
        ConversationNumber ion = conversation(ION);
        ConversationNumber olga = conversation(OLGA);
        List<CompletableFuture<Boolean>> units = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            units.add(append(here, ion, "a" + i));
            units.add(append(there, olga, "b" + i));
            units.add(append(here, olga, "c" + i));
            units.add(append(there, ion, "d" + i));
        }
        for (CompletableFuture<Boolean> unit : units) {
            assertThat(unit.orTimeout(60, TimeUnit.SECONDS).join()).isTrue();
        }
        assertThat(list(tx -> here.inbox().pending(tx, ion, 1_000))).hasSize(400);
        assertThat(list(tx -> there.inbox().pending(tx, olga, 1_000))).hasSize(400);
    }

    private static CompletableFuture<Boolean> append(JdbcStore node, ConversationNumber number, String id) {
        return node.unitOfWork()
                .submit(tx -> {
                    node.inbox().record(tx, number, StoreUnderTest.screened(ION, id, "hello", false), NOW);
                    return true;
                })
                .toCompletableFuture();
    }

    @Test
    void eachConversationAndEachItemIsClaimedByOneNode() {
        int people = 120;
        for (int i = 0; i < people; i++) {
            ConversationKey key = RecordingChannel.person(i);
            ConversationNumber number = recorded(key, "m" + i, "hello", NOW);
            write(tx -> {
                here.outbox().enqueue(tx, number, entry(key), NOW, Duration.ZERO);
                return true;
            });
        }
        List<CompletableFuture<List<Long>>> claims = new ArrayList<>();
        for (int i = 0; i < 2 * people / 7 + 2; i++) {
            JdbcStore node = i % 2 == 0 ? here : there;
            claims.add(claimSome(node));
        }
        List<Long> all = new ArrayList<>();
        claims.forEach(claim -> all.addAll(claim.orTimeout(60, TimeUnit.SECONDS).join()));
        Set<Long> different = new HashSet<>(all);
        assertThat(different).hasSize(all.size());
        assertThat(all).hasSize(2 * people);
    }

    /** Conversations by their number, items by theirs below zero. */
    private static CompletableFuture<List<Long>> claimSome(JdbcStore node) {
        Lease lease = new Lease(NODE_A, NOW, NOW.plus(LEASE));
        return node.unitOfWork()
                .submit(tx -> {
                    List<Long> claimed = new ArrayList<>();
                    node.conversations()
                            .claim(tx, lease, NOW, Duration.ZERO, 7)
                            .forEach(one -> claimed.add(one.number().value()));
                    node.outbox()
                            .claim(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, lease, NOW, 7)
                            .forEach(one -> claimed.add(-one.id()));
                    return claimed;
                })
                .toCompletableFuture();
    }

    @Test
    void aReaderOfDeskEventsDoesNotGetAheadOfOneWhoCommitsLate() throws Exception {
        ConversationNumber number = conversation(ION);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch appended = new CountDownLatch(1);
        CompletableFuture<Boolean> late = here.unitOfWork()
                .submit(tx -> {
                    appendNow(tx, number, DeskEvent.Kind.MESSAGE);
                    appended.countDown();
                    return reached(goOn);
                })
                .toCompletableFuture();
        assertThat(reached(appended)).isTrue();
        there.unitOfWork().run(tx -> event(there, tx, number, DeskEvent.Kind.CONVERSATION));
        assertThat(published(0)).extracting(DeskEvent::kind).containsExactly(DeskEvent.Kind.CONVERSATION);
        goOn.countDown();
        assertThat(late.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(published(1)).extracting(DeskEvent::kind).containsExactly(DeskEvent.Kind.MESSAGE);
    }

    private List<DeskEvent> published(long after) {
        there.urgent().run(tx -> there.deskEvents().publish(tx));
        return there.unitOfWork().read(tx -> there.deskEvents().after(tx, after, 10));
    }

    /** As at the end of a transaction, where the events of its units are written, but held there. */
    private static void appendNow(Tx tx, ConversationNumber number, DeskEvent.Kind kind) {
        JdbcDeskEvents.write(
                JdbcTx.handle(tx), new PostgresDialect(), Map.of(new DeskChange(number.value(), kind), NOW));
    }

    private static boolean event(JdbcStore node, Tx tx, ConversationNumber number, DeskEvent.Kind kind) {
        node.deskEvents().append(tx, number, kind, NOW);
        return true;
    }

    @Test
    void nodesHearOfEachOthersNewsAndNotOfTheirOwn() throws Exception {
        List<Hints.Topic> heardThere = new CopyOnWriteArrayList<>();
        List<Hints.Topic> heardHere = new CopyOnWriteArrayList<>();
        // Whoever begins to listen is told everything first, since he may have missed it.
        AutoCloseable mine = here.hints().listen(heardHere::add);
        AutoCloseable other = there.hints().listen(heardThere::add);
        here.hints().tell(Hints.Topic.DESK);
        there.hints().tell(Hints.Topic.WORK);
        await().atMost(PATIENCE).until(() -> heardThere.contains(Hints.Topic.DESK));
        await().atMost(PATIENCE).until(() -> heardHere.contains(Hints.Topic.WORK));
        mine.close();
        other.close();
    }

    @Test
    void aNoticeForThoseOnCallIsTakenByOneNode() throws Exception {
        ConversationNumber number = conversation(ION);
        write(tx -> {
            here.tickets()
                    .open(
                            tx,
                            number,
                            new Effect.OpenTicket(HandoffReason.SAFETY, Priority.SAFETY, Language.RO, null),
                            NOW);
            return here.onCallNotices().add(tx, number, SafetyConcern.HARM, Language.RO, UUID.randomUUID(), NOW);
        });
        Optional<OnCallNotices.Taken> theirs = meanwhile(
                tx -> here.onCallNotices().take(tx, NOW, LEASE).isPresent(),
                tx -> there.onCallNotices().take(tx, NOW, LEASE));
        assertThat(theirs).isEmpty();
    }
}
