package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Lease;
import md.portar.core.store.StoredConversation;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** One conversation is with one claimer at a time, and a result counts only under the claim it was made in. */
public interface ConversationsContract extends StoreUnderTest {
    private boolean save(StoredConversation claimed, Conversation after, Instant at) {
        return write(tx -> {
            List<InboxItem> items = store().inbox().pending(tx, claimed.number(), 1);
            boolean saved = store().conversations().saveTurn(tx, claimed, after, at);
            if (saved) {
                store().inbox().settle(tx, items);
            }
            return saved;
        });
    }

    @Test
    default void aConversationComesBackAsItWasSaved() {
        recorded(ION, "1", "hello", NOW);
        StoredConversation claimed = claimed(NODE_A, NOW).get(0);
        Conversation after = claimed.conversation()
                .withMemory(ConversationMemory.EMPTY
                        .with(ConversationMemory.Fact.LANGUAGE, "ru")
                        .with(ConversationMemory.Fact.FLOW, "case=ask|x:1"))
                .withState(new ConversationState.WaitingForAgent(Priority.HIGH, NOW.minusSeconds(5)));
        assertThat(save(claimed, after, NOW)).isTrue();
        StoredConversation found =
                look(tx -> store().conversations().find(tx, claimed.number()).orElseThrow());
        assertThat(found.conversation()).isEqualTo(after);
        assertThat(found.language()).isEqualTo(Language.RU);
        assertThat(found.key()).isEqualTo(ION);
    }

    @Test
    default void nothingIsClaimedWhereNothingWaits() {
        conversation(ION);
        assertThat(claimed(NODE_A, NOW)).isEmpty();
    }

    @Test
    default void aClaimedConversationIsNotOfferedToAnother() {
        recorded(ION, "1", "hello", NOW);
        assertThat(claimed(NODE_A, NOW)).hasSize(1);
        assertThat(claimed(NODE_B, NOW)).isEmpty();
    }

    @Test
    default void anExpiredClaimIsOfferedAgainAndItsOldHolderIsRefused() {
        recorded(ION, "1", "hello", NOW);
        StoredConversation old = claimed(NODE_A, NOW).get(0);
        Instant later = NOW.plus(LEASE);
        StoredConversation taken = claimed(NODE_B, later).get(0);
        assertThat(save(old, old.conversation(), later)).isFalse();
        assertThat(save(taken, taken.conversation(), later)).isTrue();
        assertThat(save(taken, taken.conversation(), later)).isFalse();
    }

    @Test
    default void aTurnIsRefusedWhenTheStateChangedMeanwhile() {
        recorded(ION, "1", "hello", NOW);
        StoredConversation claimed = claimed(NODE_A, NOW).get(0);
        boolean changed = write(tx -> store().conversations()
                .change(
                        tx,
                        claimed,
                        claimed.conversation().withState(new ConversationState.WithAgent(new AgentId("ana"))),
                        NOW));
        assertThat(changed).isTrue();
        assertThat(save(claimed, claimed.conversation(), NOW)).isFalse();
    }

    @Test
    default void ofManyChangesFromTheSameStateExactlyOneHappens() throws Exception {
        ConversationNumber number = conversation(ION);
        StoredConversation before =
                look(tx -> store().conversations().find(tx, number).orElseThrow());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<Boolean>> results = IntStream.range(0, 20)
                .mapToObj(i -> threads.submit(() -> {
                    start.await();
                    AgentId agent = new AgentId("agent" + i);
                    return write(tx -> store().conversations()
                            .change(
                                    tx,
                                    before,
                                    before.conversation().withState(new ConversationState.WithAgent(agent)),
                                    NOW));
                }))
                .toList();
        start.countDown();
        int won = 0;
        for (Future<Boolean> result : results) {
            won += result.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(won).isOne();
    }

    @Test
    default void whoWritesALotWaitsBehindTheOthers() {
        recorded(ION, "1", "flood", NOW);
        recorded(ION, "2", "flood", NOW);
        recorded(OLGA, "3", "hello", NOW.plusMillis(1));
        StoredConversation first = claimOne(NOW.plusMillis(2));
        assertThat(first.key()).isEqualTo(ION);
        assertThat(save(first, first.conversation(), NOW.plusMillis(3))).isTrue();
        assertThat(claimOne(NOW.plusMillis(4)).key()).isEqualTo(OLGA);
        assertThat(claimOne(NOW.plusMillis(4)).key()).isEqualTo(ION);
    }

    private StoredConversation claimOne(Instant at) {
        return write(tx ->
                        store().conversations().claim(tx, new Lease(NODE_A, at, at.plus(LEASE)), at, Duration.ZERO, 1))
                .get(0);
    }

    @Test
    default void aBurstIsWaitedForWhenAsked() {
        recorded(ION, "1", "hello", NOW);
        Duration burst = Duration.ofSeconds(2);
        Lease lease = new Lease(NODE_A, NOW, NOW.plus(LEASE));
        assertThat(list(tx -> store().conversations().claim(tx, lease, NOW.plusSeconds(1), burst, 5)))
                .isEmpty();
        assertThat(list(tx -> store().conversations().claim(tx, lease, NOW.plusSeconds(2), burst, 5)))
                .hasSize(1);
    }

    @Test
    default void aReleasedConversationIsOfferedAtOnce() {
        recorded(ION, "1", "hello", NOW);
        StoredConversation claimed = claimed(NODE_A, NOW).get(0);
        write(tx -> {
            store().conversations().release(tx, claimed, NOW);
            return true;
        });
        assertThat(claimed(NODE_B, NOW)).hasSize(1);
    }

    @Test
    default void accountsAndPeopleAreKeptApart() {
        ConversationKey other = RecordingChannel.person(3);
        assertThat(conversation(ION)).isNotEqualTo(conversation(other));
        assertThat(conversation(ION)).isEqualTo(conversation(ION));
    }
}
