package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelId;
import md.portar.core.message.MessageId;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;

/** Writes down what became of an attempt. Everything here runs in a transaction and may run again after a crash. */
final class Settlement {
    /** A spinner that has turned this long needs no acknowledgement any more. */
    private static final int ATTEMPTS_FOR_COURTESIES = 2;

    private static final int ATTEMPTS_FOR_REDACTION = 6;

    private final Store store;
    private final Outgoing outgoing;
    private final Channels channels;
    private final DeskJournal journal;
    private final Backoff backoff;
    private final EngineSettings.Retry retry;
    private final GatewayMetrics metrics;

    Settlement(
            Store store,
            Outgoing outgoing,
            Channels channels,
            DeskJournal journal,
            Backoff backoff,
            EngineSettings.Retry retry,
            GatewayMetrics metrics) {
        this.store = store;
        this.outgoing = outgoing;
        this.channels = channels;
        this.journal = journal;
        this.backoff = backoff;
        this.retry = retry;
        this.metrics = metrics;
    }

    void settle(Tx tx, OutboxItem item, DeliveryOutcome outcome, Instant now) {
        Runnable settled = outcome.fold(
                delivered -> () -> delivered(tx, item, delivered, now),
                later -> () -> later(tx, item, later, now),
                uncertain -> () -> uncertain(tx, item, uncertain, now),
                undeliverable -> () -> failed(tx, item, undeliverable, now));
        settled.run();
    }

    private void delivered(Tx tx, OutboxItem item, Delivered outcome, Instant now) {
        OutboundAction action = item.entry().action();
        ChannelId channel = action.to().channel();
        if (action instanceof RedactAtSource redact) {
            redacted(tx, item, redact, DeskMessage.Redaction.DONE, now);
            return;
        }
        boolean words = isWords(action);
        Duration gap = words ? channels.capabilities(action.to()).perConversationGap() : Duration.ZERO;
        if (!store.outbox().done(tx, item, now, gap)) {
            return;
        }
        MessageId message = item.entry().message();
        if (message != null && outcome.id() != null) {
            store.messages().platformId(tx, item.conversation(), message, outcome.id());
        }
        if (words) {
            store.conversations().sent(tx, item.conversation(), now);
            mark(tx, item, DeskMessage.Delivery.SENT);
            tx.afterCommit(() -> metrics.delivered(channel, Duration.between(item.since(), now)));
        }
    }

    private void later(Tx tx, OutboxItem item, RetryAfter outcome, Instant now) {
        ChannelId channel = item.entry().action().to().channel();
        tx.afterCommit(() -> metrics.retried(channel, outcome.cause()));
        if (item.attempts() >= attemptsFor(item.entry().action())) {
            giveUp(tx, item, outcome.cause(), 0, now);
            return;
        }
        store.outbox().retry(tx, item, now.plus(backoff.delay(item.attempts(), outcome.delay())), false);
    }

    private int attemptsFor(OutboundAction action) {
        if (action instanceof RedactAtSource) {
            return Math.min(retry.attempts(), ATTEMPTS_FOR_REDACTION);
        }
        boolean courtesy =
                action instanceof OutboundAction.ShowTyping || action instanceof OutboundAction.AcknowledgeChoice;
        return courtesy ? ATTEMPTS_FOR_COURTESIES : retry.attempts();
    }

    private void uncertain(Tx tx, OutboxItem item, Uncertain outcome, Instant now) {
        OutboundAction action = item.entry().action();
        tx.afterCommit(() -> metrics.uncertain(action.to().channel(), outcome.cause()));
        boolean byBot = action instanceof SendMessage message && message.speaker() == Speaker.BOT;
        boolean again = byBot
                ? retry.resendUncertain() && item.uncertain() == 0
                : !isWords(action) && item.attempts() < attemptsFor(action);
        if (again) {
            store.outbox().retry(tx, item, now.plus(backoff.delay(item.attempts(), Duration.ZERO)), true);
        } else if (action instanceof RedactAtSource) {
            giveUp(tx, item, outcome.cause(), 0, now);
        } else if (store.outbox()
                .done(tx, item, now, channels.capabilities(action.to()).perConversationGap())) {
            mark(tx, item, DeskMessage.Delivery.UNKNOWN);
        }
    }

    private void failed(Tx tx, OutboxItem item, Undeliverable outcome, Instant now) {
        ChannelId channel = item.entry().action().to().channel();
        if (outcome.cause() == DeliveryFailure.UNAUTHORISED) {
            // Our credentials are wrong, not the message: it waits, however long that takes.
            tx.afterCommit(() -> metrics.undeliverable(channel, outcome.cause()));
            store.outbox().unclaim(tx, item, now.plus(retry.pauseWhenUnauthorised()));
            return;
        }
        giveUp(tx, item, outcome.cause(), outcome.platformCode(), now);
    }

    /** It will never arrive, and its sender is told so. */
    void undeliverable(Tx tx, OutboxItem item, DeliveryFailure cause, int platformCode, Instant now) {
        giveUp(tx, item, cause, platformCode, now);
    }

    private void giveUp(Tx tx, OutboxItem item, DeliveryFailure cause, int platformCode, Instant now) {
        OutboundAction action = item.entry().action();
        tx.afterCommit(() -> metrics.undeliverable(action.to().channel(), cause));
        if (action instanceof RedactAtSource redact) {
            boolean impossible = cause == DeliveryFailure.NOT_SUPPORTED;
            redacted(
                    tx,
                    item,
                    redact,
                    impossible ? DeskMessage.Redaction.NOT_POSSIBLE : DeskMessage.Redaction.FAILED,
                    now);
            return;
        }
        if (!isWords(action)) {
            store.outbox().done(tx, item, now, Duration.ZERO);
            return;
        }
        if (store.outbox().bury(tx, item, cause, platformCode, now)) {
            mark(tx, item, DeskMessage.Delivery.FAILED);
        }
        if (cause == DeliveryFailure.RECIPIENT_BLOCKED) {
            unreachable(tx, item);
        }
    }

    private void unreachable(Tx tx, OutboxItem item) {
        store.conversations().setReachable(tx, item.conversation(), false);
        for (MessageId message : store.outbox().abandon(tx, item.conversation())) {
            store.messages().markDelivery(tx, message, DeskMessage.Delivery.FAILED);
            journal.changed(tx, item.conversation(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
        journal.changed(tx, item.conversation(), DeskEvent.Kind.CONVERSATION);
    }

    /** Takes an item away that must not be said any more. */
    void discard(Tx tx, OutboxItem item, Instant now) {
        if (store.outbox().done(tx, item, now, Duration.ZERO)) {
            mark(tx, item, DeskMessage.Delivery.FAILED);
        }
    }

    private void redacted(Tx tx, OutboxItem item, RedactAtSource action, DeskMessage.Redaction result, Instant now) {
        OutboxEntry.FollowUp followUp = item.entry().followUp();
        boolean mine;
        if (followUp == null) {
            mine = store.outbox().done(tx, item, now, Duration.ZERO);
        } else {
            StoredConversation conversation =
                    store.conversations().find(tx, item.conversation()).orElseThrow();
            // In today's epoch: the warning is for the player, whoever answers him by now.
            Outgoing.Target target = new Outgoing.Target(
                    item.conversation(),
                    action.to(),
                    conversation.conversation().epoch());
            boolean deleted = result == DeskMessage.Redaction.DONE;
            Speech speech = Speech.byBot(
                    deleted ? followUp.ifDeleted() : followUp.otherwise(), followUp.choices(), Expectation.NONE);
            mine = outgoing.sayInstead(tx, item, target, speech, now);
        }
        if (mine) {
            store.messages().markRedaction(tx, item.conversation(), action.message(), result);
            journal.changed(tx, item.conversation(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
    }

    private void mark(Tx tx, OutboxItem item, DeskMessage.Delivery delivery) {
        MessageId message = item.entry().message();
        boolean complete = item.entry().lastPart() || delivery != DeskMessage.Delivery.SENT;
        if (message != null && complete && store.messages().markDelivery(tx, message, delivery)) {
            journal.changed(tx, item.conversation(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
    }

    private static boolean isWords(OutboundAction action) {
        return action instanceof SendMessage || action instanceof SendTemplate;
    }
}
