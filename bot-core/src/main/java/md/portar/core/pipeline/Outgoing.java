package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.store.Hints;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.Tx;

/** The one way out: keeps what is said in the history and lines it up for sending, in the caller's transaction. */
final class Outgoing {
    /** Where to, and in which epoch it was decided. */
    record Target(ConversationNumber number, ConversationKey key, long epoch) {}

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

    /** Says something in place of an action that is over, before whatever waits behind it; false when the claim was lost. */
    boolean sayInstead(Tx tx, OutboxItem item, Target target, Speech speech, Instant now) {
        MessageLog.Logged logged = log(tx, target, speech, now);
        boolean mine = store.outbox().replace(tx, item, entries(target, speech, logged.id()), now);
        wake(tx, target.key());
        return mine;
    }

    /** Lines up an action that is not words. */
    void act(Tx tx, Target target, OutboundAction action, OutboxEntry.FollowUp followUp, Instant now) {
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
        List<Rendering.Part> parts = rendering.render(speech.text(), speech.choices(), capabilities);
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Rendering.Part part = parts.get(i);
            OutboundAction action = new SendMessage(target.key(), part.text(), part.choices(), speech.speaker());
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
