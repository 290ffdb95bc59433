package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.ChannelEvent.AddedToGroup;
import md.portar.core.channel.ChannelEvent.AnsweredElsewhere;
import md.portar.core.channel.ChannelEvent.DeliveryReported;
import md.portar.core.channel.ChannelEvent.Ignored;
import md.portar.core.channel.ChannelEvent.MessageEdited;
import md.portar.core.channel.ChannelEvent.MessageReceived;
import md.portar.core.channel.ChannelEvent.ReachabilityChanged;
import md.portar.core.channel.ChannelEvent.WatermarkReported;
import md.portar.core.channel.DeliveryStage;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.store.Conversations;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;

/**
 * Turns one event into what has to be written. Screening happens at once, on the caller's thread; the returned recording runs
 * later in the store's transaction and sees screened text only.
 */
final class Arrivals implements ChannelEvent.Visitor<Optional<Arrivals.Recording>> {
    /** The part that runs in the transaction. */
    @FunctionalInterface
    interface Recording {
        void in(Tx tx);
    }

    private final Store store;
    private final MessageScreening screening;
    private final DeskJournal journal;
    private final Outgoing outgoing;
    private final LateFailures failures;
    private final Runnable work;
    private final GatewayMetrics metrics;
    private final Clock clock;

    Arrivals(
            Store store,
            MessageScreening screening,
            DeskJournal journal,
            Outgoing outgoing,
            LateFailures failures,
            Runnable work,
            GatewayMetrics metrics,
            Clock clock) {
        this.store = store;
        this.screening = screening;
        this.journal = journal;
        this.outgoing = outgoing;
        this.failures = failures;
        this.work = work;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Optional<Recording> messageReceived(MessageReceived event) {
        return Optional.of(message(event.message(), false));
    }

    @Override
    public Optional<Recording> messageEdited(MessageEdited event) {
        return Optional.of(message(event.message(), true));
    }

    private Recording message(InboundMessage message, boolean edit) {
        MessageScreening.Result result = screening.screen(message, edit);
        return once(message.conversation(), message.key(), (tx, number, now) -> record(tx, number, result, now));
    }

    private void record(Tx tx, ConversationNumber number, MessageScreening.Result result, Instant now) {
        ScreenedMessage message = result.message();
        store.conversations()
                .heard(
                        tx,
                        number,
                        new Conversations.Heard(
                                message.sentAt(),
                                message.sender().displayName(),
                                message.sender().languageHint(),
                                message.content()),
                        now);
        if (message.edit()) {
            store.inbox().recordEdit(tx, number, message, now);
        } else {
            store.inbox().record(tx, number, message, now);
        }
        journal.changed(tx, number, message.edit() ? DeskEvent.Kind.MESSAGE_CHANGED : DeskEvent.Kind.MESSAGE);
        redactEarlier(tx, number, result, now);
        count(tx, number, message);
        tx.afterCommit(work);
    }

    private void count(Tx tx, ConversationNumber number, ScreenedMessage message) {
        if (message.findings().isEmpty()) {
            return;
        }
        Language language = store.conversations()
                .find(tx, number)
                .map(StoredConversation::language)
                .orElse(Language.RO);
        tx.afterCommit(() -> message.findings()
                .forEach(finding ->
                        metrics.secretBlocked(message.conversation().channel(), finding.kind(), language, true)));
    }

    private void redactEarlier(Tx tx, ConversationNumber number, MessageScreening.Result result, Instant now) {
        ConversationKey key = result.message().conversation();
        Set<SecretKind> kinds = result.message().secretKinds();
        for (PlatformMessageId earlier : result.earlier()) {
            store.messages().withhold(tx, number, earlier, kinds);
            store.messages().markRedaction(tx, number, earlier, DeskMessage.Redaction.PENDING);
            // Redacting is right in every epoch: nobody's words are sent.
            outgoing.act(tx, new Outgoing.Target(number, key, 0), new RedactAtSource(key, earlier), now);
            journal.changed(tx, number, DeskEvent.Kind.MESSAGE_CHANGED);
        }
    }

    @Override
    public Optional<Recording> deliveryReported(DeliveryReported event) {
        return Optional.of(once(event.conversation(), event.key(), (tx, number, now) -> {
            if (event.stage() == DeliveryStage.FAILED) {
                failures.reported(tx, number, event, now);
            } else if (store.messages().report(tx, number, event.id(), delivery(event.stage()))) {
                journal.changed(tx, number, DeskEvent.Kind.MESSAGE_CHANGED);
            }
        }));
    }

    @Override
    public Optional<Recording> watermarkReported(WatermarkReported event) {
        return Optional.of(once(event.conversation(), event.key(), (tx, number, now) -> {
            if (store.messages().reportUpTo(tx, number, delivery(event.stage()), event.upTo()) > 0) {
                journal.changed(tx, number, DeskEvent.Kind.MESSAGE_CHANGED);
            }
        }));
    }

    private static DeskMessage.Delivery delivery(DeliveryStage stage) {
        return switch (stage) {
            case SENT -> DeskMessage.Delivery.SENT;
            case DELIVERED -> DeskMessage.Delivery.DELIVERED;
            case READ -> DeskMessage.Delivery.READ;
            case FAILED -> DeskMessage.Delivery.FAILED;
        };
    }

    @Override
    public Optional<Recording> reachabilityChanged(ReachabilityChanged event) {
        return Optional.of(once(event.conversation(), event.key(), (tx, number, now) -> {
            store.conversations().setReachable(tx, number, event.reachable());
            signal(tx, number, event.reachable() ? InboxItem.Kind.UNBLOCKED : InboxItem.Kind.BLOCKED, event.at(), now);
        }));
    }

    @Override
    public Optional<Recording> answeredElsewhere(AnsweredElsewhere event) {
        return Optional.of(once(
                event.conversation(),
                event.key(),
                (tx, number, now) -> signal(tx, number, InboxItem.Kind.ANSWERED_ELSEWHERE, event.at(), now)));
    }

    @Override
    public Optional<Recording> addedToGroup(AddedToGroup event) {
        return Optional.of(once(
                event.group(),
                event.key(),
                (tx, number, now) -> signal(tx, number, InboxItem.Kind.ADDED_TO_GROUP, event.at(), now)));
    }

    private void signal(Tx tx, ConversationNumber number, InboxItem.Kind kind, Instant at, Instant now) {
        store.inbox().recordSignal(tx, number, kind, at, now);
        journal.changed(tx, number, DeskEvent.Kind.CONVERSATION);
        tx.afterCommit(work);
    }

    @Override
    public Optional<Recording> ignored(Ignored event) {
        return Optional.empty();
    }

    /** What to write for an event that was not seen before. */
    @FunctionalInterface
    private interface Fresh {
        void in(Tx tx, ConversationNumber number, Instant now);
    }

    private Recording once(ConversationKey key, EventKey event, Fresh fresh) {
        return tx -> {
            Instant now = clock.instant();
            if (store.inbox().isFresh(tx, key.channel(), key.account(), event, now)) {
                fresh.in(tx, store.conversations().open(tx, key, now), now);
            } else {
                tx.afterCommit(() -> metrics.duplicate(key.channel()));
            }
        };
    }
}
