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
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.StoredConversation;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock that is set, in whatever direction, ends no claim and holds nothing up for ever. */
public interface ClockContract extends StoreUnderTest {
    Lease CLAIM = new Lease(NODE_A, Instant.ofEpochMilli(5_000), Instant.ofEpochMilli(65_000));

    private void enqueued(Instant at) {
        ConversationNumber number = conversation(OLGA);
        OutboxEntry entry = OutboxEntry.of(new SendMessage(OLGA, CatalogueText.of("hello"), List.of(), Speaker.BOT), 0);
        write(tx -> {
            store().outbox().enqueue(tx, number, entry, at, Duration.ZERO);
            return true;
        });
    }

    private List<OutboxItem> items(Instant at) {
        return write(tx -> store().outbox().claim(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, CLAIM, at, 10));
    }

    private List<StoredConversation> conversations(Instant at) {
        return write(tx -> store().conversations().claim(tx, CLAIM, at, Duration.ZERO, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT1H", "P400D"})
    default void aClaimOutlivesAClockThatIsSet(String by) {
        Instant turned = NOW.plus(Duration.parse(by));
        recorded(ION, "1", "hello", NOW);
        enqueued(NOW);
        StoredConversation held = conversations(NOW).get(0);
        OutboxItem sending = items(NOW).get(0);
        write(tx -> store().conversations().hasten(tx, turned)
                + store().outbox().hasten(tx, turned.plus(Duration.ofDays(2)), turned));
        assertThat(conversations(turned)).isEmpty();
        assertThat(items(turned)).isEmpty();
        assertThat(list(tx -> store().outbox().orphans(tx, CLAIM.from(), false, 10)))
                .isEmpty();
        assertThat(yes(tx -> store().conversations().saveTurn(tx, held, held.conversation(), turned)))
                .isTrue();
        assertThat(yes(tx -> store().outbox().done(tx, sending, turned, Duration.ZERO)))
                .isTrue();
    }

    @Test
    default void aClockSetBackHoldsNothingUp() {
        Duration back = Duration.ofHours(-1);
        Instant turned = NOW.plus(back);
        recorded(ION, "1", "hello", NOW);
        enqueued(NOW);
        OutboxItem item = items(NOW).get(0);
        write(tx -> store().outbox().retry(tx, item, NOW.plusSeconds(30), false));
        assertThat(conversations(turned)).isEmpty();
        assertThat(count(tx -> store().conversations().hasten(tx, turned))).isOne();
        assertThat(conversations(turned)).hasSize(1);
        assertThat(count(tx -> store().outbox().shift(tx, back, turned))).isOne();
        assertThat(items(turned.plusSeconds(29))).isEmpty();
        assertThat(items(turned.plusSeconds(30))).hasSize(1);
    }

    @Test
    default void whatWasScheduledByAClockFarAheadIsDueOnceItIsRightAgain() {
        enqueued(NOW.plus(Duration.ofDays(400)));
        enqueued(NOW.plus(Duration.ofDays(400)));
        assertThat(items(NOW)).isEmpty();
        assertThat(count(tx -> store().outbox().hasten(tx, NOW.plus(Duration.ofDays(2)), NOW)))
                .isOne();
        assertThat(items(NOW)).hasSize(1);
    }
}
