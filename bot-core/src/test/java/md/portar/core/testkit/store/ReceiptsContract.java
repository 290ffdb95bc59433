package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.Lease;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform may tell that a message was delivered before it has answered the call that sent it. */
public interface ReceiptsContract extends StoreUnderTest {
    PlatformMessageId SENT_AS = new PlatformMessageId("SM1");

    /** A message of ours that is being sent right now. */
    private OutboxItem sending() {
        ConversationNumber number = conversation(ION);
        CatalogueText words = CatalogueText.of("hello");
        MessageId message = write(tx -> store().messages()
                        .append(
                                tx,
                                number,
                                new MessageLog.NewMessage(
                                        DeskMessage.Author.BOT, null, words, List.of(), null, Delivery.QUEUED),
                                NOW))
                .id();
        OutboxEntry entry =
                new OutboxEntry(new SendMessage(ION, words, List.of(), Speaker.BOT), 0, message, true, null);
        write(tx -> {
            store().outbox().enqueue(tx, number, entry, NOW, Duration.ZERO);
            return true;
        });
        Lease lease = new Lease(NODE_A, NOW, NOW.plus(LEASE));
        return write(tx -> store().outbox().claim(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, lease, NOW, 1))
                .get(0);
    }

    private boolean report(OutboxItem item, Delivery delivery) {
        return write(tx -> store().messages().report(tx, item.conversation(), SENT_AS, delivery));
    }

    /** As the answer to the call settles it; whether a receipt had been waiting for it. */
    private boolean settle(OutboxItem item) {
        return settled(item).any();
    }

    private MessageLog.Early settled(OutboxItem item) {
        MessageId message = item.entry().message();
        assertThat(message).isNotNull();
        return write(tx -> {
            store().outbox().done(tx, item, NOW, Duration.ZERO);
            MessageLog.Early early = store().messages().platformId(tx, item.conversation(), message, SENT_AS);
            store().messages().markDelivery(tx, message, Delivery.SENT);
            return early;
        });
    }

    private Optional<Delivery> delivery(OutboxItem item) {
        return look(tx -> store().deskViews().messages(tx, item.conversation(), Optional.empty(), 1))
                .get(0)
                .delivery();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "READ", "FAILED"})
    default void aReceiptThatComesBeforeTheAnswerCountsOnceTheAnswerCame(Delivery delivery) {
        OutboxItem item = sending();
        assertThat(report(item, delivery)).isFalse();
        assertThat(delivery(item)).contains(Delivery.QUEUED);
        assertThat(settle(item)).isTrue();
        assertThat(delivery(item)).contains(delivery);
    }

    @Test
    default void aFailureReportedEarlyIsHandedOnWithItsCause() {
        OutboxItem item = sending();
        write(tx -> store().messages().reportFailed(tx, item.conversation(), SENT_AS, DeliveryFailure.PLATFORM_DOWN));
        assertThat(settled(item).failure()).contains(DeliveryFailure.PLATFORM_DOWN);
    }

    @Test
    default void aFailureReportedEarlyDoesNotCountForWhatArrived() {
        OutboxItem item = sending();
        write(tx -> store().messages().reportFailed(tx, item.conversation(), SENT_AS, DeliveryFailure.PLATFORM_DOWN));
        write(tx -> store().messages().reportUpTo(tx, item.conversation(), Delivery.DELIVERED, NOW));
        assertThat(settled(item)).isEqualTo(new MessageLog.Early(true, Optional.empty()));
        assertThat(delivery(item)).contains(Delivery.DELIVERED);
    }

    @Test
    default void ofSeveralEarlyReceiptsTheFurthestCounts() {
        OutboxItem item = sending();
        report(item, Delivery.READ);
        report(item, Delivery.DELIVERED);
        settle(item);
        assertThat(delivery(item)).contains(Delivery.READ);
        assertThat(report(item, Delivery.DELIVERED)).isFalse();
        assertThat(delivery(item)).contains(Delivery.READ);
    }

    @Test
    default void whatWasReadUpToATimeIncludesWhatWasBeingSent() {
        OutboxItem item = sending();
        assertThat(count(tx ->
                        store().messages().reportUpTo(tx, item.conversation(), Delivery.READ, NOW.minusSeconds(1))))
                .isZero();
        assertThat(count(tx -> store().messages().reportUpTo(tx, item.conversation(), Delivery.DELIVERED, NOW)))
                .isZero();
        assertThat(settle(item)).isTrue();
        assertThat(delivery(item)).contains(Delivery.DELIVERED);
    }

    @Test
    default void receiptsOfStrangersMessagesAreNotKept() {
        OutboxItem item = sending();
        settle(item);
        write(tx -> store().messages()
                .report(tx, item.conversation(), new PlatformMessageId("someone-elses"), Delivery.READ));
        assertThat(count(tx -> store().retention().receipts(tx, NOW.plus(Duration.ofDays(9)), 10)))
                .isZero();
    }

    @Test
    default void aReceiptForWhichNoAnswerComesIsForgotten() {
        OutboxItem item = sending();
        report(item, Delivery.DELIVERED);
        assertThat(count(tx -> store().retention().receipts(tx, NOW, 10))).isZero();
        assertThat(count(tx -> store().retention().receipts(tx, NOW.plusMillis(1), 10)))
                .isOne();
    }
}
