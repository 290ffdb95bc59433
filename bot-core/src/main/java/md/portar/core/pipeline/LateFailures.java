package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.channel.ChannelEvent.DeliveryReported;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What a platform reports after it had taken a message: passing trouble is worth one more try, a limit slows the account down, a
 * refusal of the account stops it, and a person who cannot be reached is written to no more. Late is whatever comes apart from
 * the answer to the call, even when it overtook the answer.
 */
final class LateFailures {
    private static final int RESENDS = 1;
    private static final Duration BEFORE_RESENDING = Duration.ofSeconds(30);

    private final Store store;
    private final Outgoing outgoing;
    private final OutOfReach outOfReach;
    private final Deliveries deliveries;
    private final DeskJournal journal;
    private final GatewayMetrics metrics;

    LateFailures(
            Store store,
            Outgoing outgoing,
            OutOfReach outOfReach,
            Deliveries deliveries,
            DeskJournal journal,
            GatewayMetrics metrics) {
        this.store = store;
        this.outgoing = outgoing;
        this.outOfReach = outOfReach;
        this.deliveries = deliveries;
        this.journal = journal;
        this.metrics = metrics;
    }

    void reported(Tx tx, ConversationNumber number, DeliveryReported event, Instant now) {
        DeliveryFailure cause = event.failure() == null ? DeliveryFailure.INVALID_MESSAGE : event.failure();
        if (store.messages().reportFailed(tx, number, event.id(), cause)) {
            failed(tx, new Failed(number, event.conversation(), event.id()), cause, now);
        }
    }

    /** Notes under which id a message has just been taken; what its receipts said before the answer came counts from now on. */
    void sent(Tx tx, OutboxItem item, @Nullable PlatformMessageId id, Instant now) {
        MessageId message = item.entry().message();
        if (message == null || id == null) {
            return;
        }
        MessageLog.Early early = store.messages().platformId(tx, item.conversation(), message, id);
        if (early.any()) {
            journal.changed(tx, item.conversation(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
        early.failure()
                .ifPresent(cause -> failed(
                        tx,
                        new Failed(item.conversation(), item.entry().action().to(), id),
                        cause,
                        now));
    }

    /** Which message failed. */
    private record Failed(ConversationNumber number, ConversationKey key, PlatformMessageId id) {}

    /** What follows from a failure that is written down already. */
    private void failed(Tx tx, Failed message, DeliveryFailure cause, Instant now) {
        ConversationNumber number = message.number();
        ConversationKey key = message.key();
        journal.changed(tx, number, DeskEvent.Kind.MESSAGE_CHANGED);
        switch (cause) {
            case RECIPIENT_BLOCKED -> outOfReach.reported(tx, number, now);
            case UNAUTHORISED -> tx.afterCommit(() -> deliveries.refused(ChannelKey.of(key)));
            case RATE_LIMITED -> {
                tx.afterCommit(() -> deliveries.rest(ChannelKey.of(key), BEFORE_RESENDING));
                again(tx, message, cause, now);
            }
            case PLATFORM_DOWN, NETWORK -> again(tx, message, cause, now);
            default -> tx.afterCommit(() -> metrics.undeliverable(key.channel(), cause));
        }
    }

    private void again(Tx tx, Failed failed, DeliveryFailure cause, Instant now) {
        ConversationNumber number = failed.number();
        ConversationKey key = failed.key();
        Optional<MessageLog.Outbound> message = store.messages()
                .outbound(tx, number, failed.id())
                .filter(found -> found.resends() < RESENDS)
                .filter(outgoing::isOnePart);
        StoredConversation conversation = store.conversations().find(tx, number).orElseThrow();
        if (message.isEmpty() || !conversation.reachable()) {
            tx.afterCommit(() -> metrics.undeliverable(key.channel(), cause));
            return;
        }
        Outgoing.Target target =
                new Outgoing.Target(number, key, conversation.conversation().epoch());
        if (outgoing.sayAgain(tx, target, message.get(), now, now.plus(BEFORE_RESENDING))) {
            tx.afterCommit(() -> metrics.retried(key.channel(), cause));
        }
    }
}
