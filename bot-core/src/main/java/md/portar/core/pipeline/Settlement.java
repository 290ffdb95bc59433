package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.ConversationNumber;
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
import org.jspecify.annotations.Nullable;

/** Writes down what became of an attempt. Everything here runs in a transaction and may run again after a crash. */
final class Settlement {
    /** A spinner that has turned this long needs no acknowledgement any more. */
    private static final int ATTEMPTS_FOR_COURTESIES = 2;

    private static final int ATTEMPTS_FOR_REDACTION = 6;
    /** From then on a deletion no longer holds up what waits behind it. */
    private static final int FAILURES_IN_LINE = 2;

    private static final int LOOK_UPS = 5;

    private final Store store;
    private final Outgoing outgoing;
    private final Channels channels;
    private final DeskJournal journal;
    private final Backoff backoff;
    private final EngineSettings.Retry retry;
    private final GatewayMetrics metrics;
    private final DoubtPolicy doubt;
    private final LateFailures failures;
    private final OutOfReach outOfReach;

    Settlement(
            Store store,
            Outgoing outgoing,
            Channels channels,
            DeskJournal journal,
            Backoff backoff,
            LateFailures failures,
            GatewayMetrics metrics) {
        this.store = store;
        this.outgoing = outgoing;
        this.channels = channels;
        this.journal = journal;
        this.backoff = backoff;
        this.retry = backoff.retry();
        this.failures = failures;
        this.outOfReach = new OutOfReach(store, journal);
        this.metrics = metrics;
        this.doubt = new DoubtPolicy(store, channels, backoff, retry);
    }

    /**
     * Writes an outcome down.
     *
     * @param accountWorks whether the account delivered other messages lately, so that a failure is this message's own
     */
    void settle(Tx tx, OutboxItem item, DeliveryOutcome outcome, boolean accountWorks, Instant now) {
        Runnable settled = outcome.fold(
                delivered -> () -> delivered(tx, item, delivered, now),
                later -> () -> later(tx, item, later, accountWorks, now),
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
        if (words) {
            store.conversations().sent(tx, item.conversation(), now);
            mark(tx, item, DeskMessage.Delivery.SENT);
            tx.afterCommit(() -> metrics.delivered(channel, Duration.between(item.since(), now)));
        }
        failures.sent(tx, item, outcome.id(), now);
    }

    private void later(Tx tx, OutboxItem item, RetryAfter outcome, boolean accountWorks, Instant now) {
        OutboundAction action = item.entry().action();
        tx.afterCommit(() -> metrics.retried(action.to().channel(), outcome.cause()));
        boolean own = isOwnFailure(outcome, accountWorks);
        int spent = isCourtesy(action) ? item.attempts() : item.failures() + (own ? 1 : 0);
        if (spent >= attemptsFor(action) || isTooOld(item, now)) {
            giveUp(tx, item, outcome.cause(), 0, now);
        } else if (!own) {
            Duration delay = outcome.delay().isZero()
                    ? backoff.outage(item.attempts())
                    : backoff.delay(item.attempts(), outcome.delay());
            store.outbox().retry(tx, item, now.plus(delay), false);
        } else if (action instanceof RedactAtSource redact && spent >= FAILURES_IN_LINE) {
            setAside(tx, item, redact, now.plus(backoff.delay(item.attempts(), outcome.delay())), now);
        } else {
            store.outbox().retryFailed(tx, item, now.plus(backoff.delay(item.attempts(), outcome.delay())));
        }
    }

    /** Limits and outages are nobody's fault; only age ends the waiting for them. */
    private static boolean isOwnFailure(RetryAfter outcome, boolean accountWorks) {
        return outcome.scope() == DeliveryOutcome.RetryScope.MESSAGE
                && outcome.cause() != DeliveryFailure.RATE_LIMITED
                && outcome.cause() != DeliveryFailure.NETWORK
                && accountWorks;
    }

    private boolean isTooOld(OutboxItem item, Instant now) {
        return !now.isBefore(item.since().plus(retry.giveUpAfter()));
    }

    /** What is to be said about a deletion is said now, for the case that it fails; it is tried on beside the line. */
    private void setAside(Tx tx, OutboxItem item, RedactAtSource action, Instant at, Instant now) {
        OutboxEntry.FollowUp followUp = item.entry().followUp();
        if (followUp == null) {
            store.outbox().setAside(tx, item, at, List.of(), now);
        } else {
            Speech speech = Speech.byBot(followUp.otherwise(), followUp.choices(), Expectation.UNCHANGED);
            outgoing.sayMeanwhile(tx, item, at, target(tx, item, action), speech, now);
        }
    }

    private Outgoing.Target target(Tx tx, OutboxItem item, OutboundAction action) {
        StoredConversation conversation =
                store.conversations().find(tx, item.conversation()).orElseThrow();
        // In today's epoch: the warning is for the player, whoever answers him by now.
        return new Outgoing.Target(
                item.conversation(), action.to(), conversation.conversation().epoch());
    }

    private int attemptsFor(OutboundAction action) {
        if (action instanceof RedactAtSource) {
            return Math.min(retry.attempts(), ATTEMPTS_FOR_REDACTION);
        }
        return isCourtesy(action) ? ATTEMPTS_FOR_COURTESIES : retry.attempts();
    }

    private static boolean isCourtesy(OutboundAction action) {
        return action instanceof OutboundAction.ShowTyping || action instanceof OutboundAction.AcknowledgeChoice;
    }

    private void uncertain(Tx tx, OutboxItem item, Uncertain outcome, Instant now) {
        OutboundAction action = item.entry().action();
        tx.afterCommit(() -> metrics.uncertain(action.to().channel(), outcome.cause()));
        boolean lookUp = isWords(action) && item.uncertain() < LOOK_UPS && doubt.looksUp(action);
        boolean again = isWords(action)
                ? !isTooOld(item, now) && (lookUp || doubt.mayRepeat(item, outcome.cause()))
                : item.attempts() < attemptsFor(action);
        if (again) {
            if (!DoubtPolicy.isByBot(action)) {
                mark(tx, item, DeskMessage.Delivery.UNKNOWN);
            }
            store.outbox().retry(tx, item, now.plus(doubt.pause(item)), true);
        } else if (action instanceof RedactAtSource) {
            giveUp(tx, item, outcome.cause(), 0, now);
        } else {
            leaveOpen(tx, item, now);
        }
    }

    /** Leaves it at "may have been delivered". */
    boolean leaveOpen(Tx tx, OutboxItem item, Instant now) {
        Duration gap = channels.capabilities(item.entry().action().to()).perConversationGap();
        boolean mine = store.outbox().done(tx, item, now, gap);
        if (mine) {
            mark(tx, item, DeskMessage.Delivery.UNKNOWN);
        }
        return mine;
    }

    DoubtPolicy doubt() {
        return doubt;
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
            markFailed(tx, item.conversation(), item.entry().message(), cause);
        }
        if (cause == DeliveryFailure.RECIPIENT_BLOCKED) {
            outOfReach.reported(tx, item.conversation(), now);
        }
    }

    private void markFailed(
            Tx tx, ConversationNumber conversation, @Nullable MessageId message, DeliveryFailure cause) {
        if (message != null && store.messages().markFailed(tx, message, cause)) {
            journal.changed(tx, conversation, DeskEvent.Kind.MESSAGE_CHANGED);
        }
    }

    /** Takes an item away that must not be said any more. */
    void discard(Tx tx, OutboxItem item, Instant now) {
        if (!store.outbox().done(tx, item, now, Duration.ZERO)) {
            return;
        }
        if (item.uncertain() > 0) {
            mark(tx, item, DeskMessage.Delivery.UNKNOWN);
        } else {
            markFailed(tx, item.conversation(), item.entry().message(), DeliveryFailure.OUTDATED);
        }
    }

    private void redacted(Tx tx, OutboxItem item, RedactAtSource action, DeskMessage.Redaction result, Instant now) {
        OutboxEntry.FollowUp followUp = item.entry().followUp();
        boolean mine;
        if (followUp == null) {
            mine = store.outbox().done(tx, item, now, Duration.ZERO);
        } else {
            boolean deleted = result == DeskMessage.Redaction.DONE;
            Speech speech = Speech.byBot(
                    deleted ? followUp.ifDeleted() : followUp.otherwise(), followUp.choices(), Expectation.UNCHANGED);
            mine = outgoing.sayInstead(tx, item, target(tx, item, action), speech, now);
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
