package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.store.DeadLetters.DeadLetter;
import md.portar.core.store.Hints;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** The one way out: keeps what is said in the history and lines it up for sending, in the caller's transaction. */
final class Outgoing {
    /** Where to, and in which epoch it was decided. */
    record Target(ConversationNumber number, ConversationKey key, long epoch) {}

    /** No channel of ours splits a text as short as this one. */
    private static final int SURELY_ONE_PART = 900;

    private final Store store;
    private final Channels channels;
    private final Rendering rendering;
    private final Contexts contexts;
    private final DeskJournal journal;
    private final Deliveries deliveries;

    Outgoing(
            Store store,
            Channels channels,
            Rendering rendering,
            Contexts contexts,
            DeskJournal journal,
            Deliveries deliveries) {
        this.store = store;
        this.channels = channels;
        this.rendering = rendering;
        this.contexts = contexts;
        this.journal = journal;
        this.deliveries = deliveries;
    }

    /** Says something at the end of the conversation's line; returns its place in the history. */
    long say(Tx tx, Target target, Speech speech, Instant now) {
        MessageLog.Logged logged = log(tx, target, speech, now);
        Duration gap = channels.capabilities(target.key()).perConversationGap();
        for (OutboxEntry entry : entries(target, speech, logged.id())) {
            store.outbox().enqueue(tx, target.number(), entry, now, gap);
        }
        wake(tx, target.key());
        return logged.seq();
    }

    /** Says something by an approved template, at the end of the conversation's line; returns its place in the history. */
    long sayByTemplate(Tx tx, Target target, Speech speech, SendTemplate template, Instant now) {
        MessageLog.Logged logged = log(tx, target, speech, now);
        Duration gap = channels.capabilities(target.key()).perConversationGap();
        OutboxEntry entry = new OutboxEntry(template, target.epoch(), logged.id(), true, null);
        store.outbox().enqueue(tx, target.number(), entry, now, gap);
        wake(tx, target.key());
        return logged.seq();
    }

    /**
     * Says a message of the history again, with the same bubble. Choices are numbered lines then, since the history keeps no more
     * than their labels.
     *
     * @param at when it leaves at the earliest
     * @return false when it is under way or arrived meanwhile
     */
    boolean sayAgain(Tx tx, Target target, MessageLog.Outbound message, Instant now, Instant at) {
        if (!store.messages().requeue(tx, message.id())) {
            return false;
        }
        store.deadLetters().drop(tx, target.number(), message.id());
        boolean byAgent = message.author() == DeskMessage.Author.AGENT;
        Speaker speaker = byAgent ? Speaker.AGENT : Speaker.BOT;
        ChannelCapabilities capabilities = channels.capabilities(target.key());
        Duration wait = Duration.between(now, at);
        Duration gap = wait.isNegative() || wait.isZero() ? capabilities.perConversationGap() : wait;
        List<Rendering.Part> parts = rendering.renderAgain(message.text(), message.choices(), capabilities);
        for (OutboxEntry entry : entries(target, parts, speaker, message.id())) {
            store.outbox().enqueueAt(tx, target.number(), entry, now, now.plus(gap));
        }
        journal.changed(tx, target.number(), DeskEvent.Kind.MESSAGE_CHANGED);
        wake(tx, target.key());
        return true;
    }

    /** Sends what was given up as it was, with the same bubble; false when somebody else has dealt with it. */
    boolean sendAgain(Tx tx, Target target, DeadLetter letter, Instant now) {
        if (!store.deadLetters().replay(tx, letter, target.epoch(), now)) {
            return false;
        }
        if (letter.message() != null && store.messages().requeue(tx, letter.message())) {
            journal.changed(tx, target.number(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
        wake(tx, target.key());
        return true;
    }

    /** Whether a message left as one: then its platform's id stands for all of it. */
    boolean isOnePart(MessageLog.Outbound message) {
        return message.text().value().length() <= SURELY_ONE_PART;
    }

    /** Says something in place of an action that is over, before whatever waits behind it; false when the claim was lost. */
    boolean sayInstead(Tx tx, OutboxItem item, Target target, Speech speech, Instant now) {
        MessageLog.Logged logged = log(tx, target, speech, now);
        boolean mine = store.outbox().replace(tx, item, entries(target, speech, logged.id()), now);
        wake(tx, target.key());
        return mine;
    }

    /** Says something in place of an action that is tried on beside the line; false when the claim was lost. */
    boolean sayMeanwhile(Tx tx, OutboxItem item, Instant at, Target target, Speech speech, Instant now) {
        MessageLog.Logged logged = log(tx, target, speech, now);
        boolean mine = store.outbox().setAside(tx, item, at, entries(target, speech, logged.id()), now);
        wake(tx, target.key());
        return mine;
    }

    /** Lines up an action that is not words. */
    void act(Tx tx, Target target, OutboundAction action, OutboxEntry.@Nullable FollowUp followUp, Instant now) {
        store.outbox()
                .enqueue(
                        tx,
                        target.number(),
                        new OutboxEntry(action, target.epoch(), null, true, followUp),
                        now,
                        Duration.ZERO);
        wake(tx, target.key());
    }

    void act(Tx tx, Target target, OutboundAction action, Instant now) {
        store.outbox().enqueue(tx, target.number(), OutboxEntry.of(action, target.epoch()), now, Duration.ZERO);
        wake(tx, target.key());
    }

    private MessageLog.Logged log(Tx tx, Target target, Speech speech, Instant now) {
        boolean byAgent = speech.agent() != null;
        List<SafeText> labels = new ArrayList<>();
        for (Choice choice : speech.choices()) {
            labels.add(choice.label());
        }
        MessageLog.Logged logged = store.messages()
                .append(
                        tx,
                        target.number(),
                        new MessageLog.NewMessage(
                                byAgent ? DeskMessage.Author.AGENT : DeskMessage.Author.BOT,
                                speech.agent(),
                                speech.text(),
                                labels,
                                speech.clientId(),
                                DeskMessage.Delivery.QUEUED),
                        now);
        store.conversations().said(tx, target.number(), speech.text(), byAgent, now);
        journal.changed(tx, target.number(), DeskEvent.Kind.MESSAGE);
        tx.afterCommit(() -> contexts.said(target.key(), speech.text(), speech.expects()));
        return logged;
    }

    private List<OutboxEntry> entries(Target target, Speech speech, MessageId message) {
        ChannelCapabilities capabilities = channels.capabilities(target.key());
        return entries(
                target, rendering.render(speech.text(), speech.choices(), capabilities), speech.speaker(), message);
    }

    private static List<OutboxEntry> entries(
            Target target, List<Rendering.Part> parts, Speaker speaker, MessageId message) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Rendering.Part part = parts.get(i);
            OutboundAction action = new SendMessage(target.key(), part.text(), part.choices(), speaker);
            entries.add(new OutboxEntry(action, target.epoch(), message, i == parts.size() - 1, null));
        }
        return entries;
    }

    private void wake(Tx tx, ConversationKey key) {
        tx.afterCommit(() -> {
            deliveries.wake(ChannelKey.of(key));
            store.hints().tell(Hints.Topic.OUTBOX);
        });
    }
}
