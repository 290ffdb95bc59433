package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.channel.ChannelEvent.DeliveryReported;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.message.ConversationKey;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;

/**
 * What a platform reports after it had taken a message: passing trouble is worth one more try, a limit slows the account down, a
 * refusal of the account stops it, and a person who cannot be reached is written to no more.
 */
final class LateFailures {
    private static final int RESENDS = 1;
    private static final Duration BEFORE_RESENDING = Duration.ofSeconds(30);

    private final Store store;
    private final Outgoing outgoing;
    private final Settlement settlement;
    private final Deliveries deliveries;
    private final DeskJournal journal;
    private final GatewayMetrics metrics;

    LateFailures(
            Store store,
            Outgoing outgoing,
            Settlement settlement,
            Deliveries deliveries,
            DeskJournal journal,
            GatewayMetrics metrics) {
        this.store = store;
        this.outgoing = outgoing;
        this.settlement = settlement;
        this.deliveries = deliveries;
        this.journal = journal;
        this.metrics = metrics;
    }

    void reported(Tx tx, ConversationNumber number, DeliveryReported event, Instant now) {
        DeliveryFailure cause = event.failure() == null ? DeliveryFailure.INVALID_MESSAGE : event.failure();
        ConversationKey key = event.conversation();
        if (!store.messages().reportFailed(tx, number, event.id(), cause)) {
            return;
        }
        journal.changed(tx, number, DeskEvent.Kind.MESSAGE_CHANGED);
        switch (cause) {
            case RECIPIENT_BLOCKED -> settlement.unreachable(tx, number, now);
            case UNAUTHORISED -> tx.afterCommit(() -> deliveries.refused(ChannelKey.of(key)));
            case RATE_LIMITED -> {
                tx.afterCommit(() -> deliveries.rest(ChannelKey.of(key), BEFORE_RESENDING));
                again(tx, number, event, cause, now);
            }
            case PLATFORM_DOWN, NETWORK -> again(tx, number, event, cause, now);
            default -> tx.afterCommit(() -> metrics.undeliverable(key.channel(), cause));
        }
    }

    private void again(Tx tx, ConversationNumber number, DeliveryReported event, DeliveryFailure cause, Instant now) {
        ConversationKey key = event.conversation();
        Optional<MessageLog.Outbound> message = store.messages()
                .outbound(tx, number, event.id())
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
