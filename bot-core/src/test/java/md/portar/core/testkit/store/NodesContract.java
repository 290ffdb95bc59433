package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.store.Lease;
import md.portar.core.store.NodeId;
import md.portar.core.store.Nodes;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.StoredConversation;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** Nodes know of each other, and a dead one's claims are free while its late results are refused. In lease time. */
public interface NodesContract extends StoreUnderTest {
    Instant START = Instant.ofEpochMilli(1_000);
    Duration NODE_LEASE = Duration.ofSeconds(15);

    private Nodes.Beat beat(NodeId node, Duration after) {
        return write(tx -> store().nodes().beat(tx, node, START.plus(after), NODE_LEASE));
    }

    private Lease claimOf(NodeId node) {
        return new Lease(node, START, START.plus(Duration.ofHours(1)));
    }

    private StoredConversation takeConversation(NodeId node, Instant at) {
        return write(tx -> store().conversations()
                        .claim(tx, new Lease(node, at, at.plus(Duration.ofHours(1))), NOW, Duration.ZERO, 10))
                .get(0);
    }

    private OutboxItem takeItem(Lease lease) {
        return write(tx -> store().outbox().claim(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, lease, NOW, 10))
                .get(0);
    }

    private void enqueued() {
        ConversationNumber number = conversation(OLGA);
        OutboxEntry entry = OutboxEntry.of(new SendMessage(OLGA, CatalogueText.of("hello"), List.of(), Speaker.BOT), 0);
        write(tx -> {
            store().outbox().enqueue(tx, number, entry, NOW, Duration.ZERO);
            return true;
        });
    }

    @Test
    default void aNodeWithoutASignOfLifeLosesItsClaimsAndItsLateResultsAreRefused() {
        recorded(ION, "1", "hello", NOW);
        enqueued();
        assertThat(beat(NODE_A, Duration.ZERO).known()).isFalse();
        assertThat(beat(NODE_A, Duration.ZERO).known()).isTrue();
        StoredConversation held = takeConversation(NODE_A, START);
        OutboxItem sending = takeItem(claimOf(NODE_A));
        Nodes.Beat early = beat(NODE_B, NODE_LEASE.minusMillis(1));
        assertThat(early.alive()).isEqualTo(2);
        assertThat(early.ended()).isZero();
        assertThat(list(tx -> store().outbox().orphans(tx, early.time(), false, 10)))
                .isEmpty();

        Nodes.Beat late = beat(NODE_B, NODE_LEASE);
        assertThat(late.alive()).isOne();
        assertThat(late.ended()).isOne();
        assertThat(list(tx -> store().outbox().orphans(tx, late.time(), false, 10)))
                .containsExactly(sending);
        assertThat(takeConversation(NODE_B, late.time()).number()).isEqualTo(held.number());
        assertThat(yes(tx -> store().conversations().saveTurn(tx, held, held.conversation(), NOW)))
                .isFalse();
        assertThat(yes(tx -> store().outbox().retry(tx, sending, NOW, true))).isTrue();
        OutboxItem again = takeItem(claimOf(NODE_B));
        assertThat(yes(tx -> store().outbox().done(tx, sending, NOW, Duration.ZERO)))
                .isFalse();
        assertThat(yes(tx -> store().outbox().done(tx, again, NOW, Duration.ZERO)))
                .isTrue();
        assertThat(beat(NODE_A, NODE_LEASE).known()).isFalse();
    }

    @Test
    default void leaseTimeOnlyMovesOn() {
        assertThat(beat(NODE_A, Duration.ofSeconds(9)).time()).isEqualTo(START.plusSeconds(9));
        assertThat(beat(NODE_B, Duration.ofSeconds(4)).time()).isEqualTo(START.plusSeconds(9));
        assertThat(beat(NODE_B, Duration.ofSeconds(10)).time()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    default void whoSaysGoodbyeFreesItsClaimsAtOnce() {
        recorded(ION, "1", "hello", NOW);
        enqueued();
        beat(NODE_A, Duration.ZERO);
        StoredConversation held = takeConversation(NODE_A, START);
        OutboxItem sending = takeItem(claimOf(NODE_A));
        write(tx -> {
            store().nodes().leave(tx, NODE_A);
            return true;
        });
        assertThat(takeConversation(NODE_B, START).number()).isEqualTo(held.number());
        assertThat(list(tx -> store().outbox().orphans(tx, START, false, 10))).containsExactly(sending);
        assertThat(beat(NODE_B, Duration.ZERO).alive()).isOne();
    }

    @Test
    default void allNodesLetAnAccountRestForTheLongestTimeAskedFor() {
        rest(Duration.ofSeconds(30));
        rest(Duration.ofSeconds(10));
        assertThat(rests(Duration.ZERO))
                .containsExactly(new Nodes.Rest(RecordingChannel.ID, RecordingChannel.ACCOUNT, START.plusSeconds(30)));
        assertThat(rests(Duration.ofSeconds(30))).isEmpty();
        rest(Duration.ofSeconds(40));
        assertThat(rests(Duration.ofSeconds(30))).hasSize(1);
    }

    private void rest(Duration length) {
        write(tx -> {
            store().nodes().rest(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, START.plus(length));
            return true;
        });
    }

    private List<Nodes.Rest> rests(Duration after) {
        return look(tx -> store().nodes().rests(tx, START.plus(after)));
    }

    @Test
    default void aClaimWithoutAnAnswerIsPutBackAndOnlyThatOne() {
        recorded(ION, "1", "hello", NOW);
        enqueued();
        Lease lost = claimOf(NODE_A);
        Lease other = new Lease(NODE_A, START, lost.until().plusMillis(1));
        takeItem(lost);
        write(tx -> store().conversations().claim(tx, lost, NOW, Duration.ZERO, 10));
        assertThat(count(tx -> store().outbox().forgo(tx, other, NOW))).isZero();
        assertThat(count(tx -> store().conversations().forgo(tx, other))).isZero();
        assertThat(count(tx -> store().outbox().forgo(tx, lost, NOW))).isOne();
        assertThat(count(tx -> store().conversations().forgo(tx, lost))).isOne();
        assertThat(takeItem(other).uncertain()).isZero();
        assertThat(takeConversation(NODE_B, START).key()).isEqualTo(ION);
    }
}
