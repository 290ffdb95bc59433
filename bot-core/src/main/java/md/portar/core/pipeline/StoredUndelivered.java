package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.DeadLetters;
import md.portar.core.store.DeadLetters.DeadLetter;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** The dead letter on the store. */
final class StoredUndelivered implements Undelivered {
    private final Store store;
    private final Channels channels;
    private final ReplyWindow window;
    private final Deliveries deliveries;
    private final DeskJournal journal;
    private final Clock clock;

    StoredUndelivered(
            Store store,
            Channels channels,
            ReplyWindow window,
            Deliveries deliveries,
            DeskJournal journal,
            Clock clock) {
        this.store = store;
        this.channels = channels;
        this.window = window;
        this.deliveries = deliveries;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<UndeliveredMessage> list(Filter filter, Optional<Long> before, int limit) {
        DeadLetters.Filter wanted = new DeadLetters.Filter(filter.channel(), filter.cause());
        return store.unitOfWork()
                .read(tx -> store.deadLetters().list(tx, wanted, before, limit).stream()
                        .map(letter -> message(tx, letter))
                        .toList());
    }

    private UndeliveredMessage message(Tx tx, DeadLetter letter) {
        SafeText customer = store.deskViews()
                .row(tx, letter.conversation())
                .map(DeskRow::customer)
                .orElse(ScreenedText.EMPTY);
        return new UndeliveredMessage(
                letter.number(),
                letter.conversation(),
                letter.to().channel(),
                customer,
                letter.speaker() != Speaker.BOT,
                letter.cause(),
                letter.platformCode(),
                letter.attempts(),
                letter.since(),
                letter.buriedAt(),
                letter.text());
    }

    @Override
    public List<Count> counts() {
        return store.unitOfWork()
                .read(tx -> store.deadLetters().counts(tx).stream()
                        .map(count -> new Count(count.channel(), count.cause(), count.letters()))
                        .toList());
    }

    @Override
    public Replay replay(long number, @Nullable AgentId agent) {
        return store.unitOfWork().run(tx -> {
            Optional<DeadLetter> letter = store.deadLetters().find(tx, number);
            Optional<StoredConversation> conversation =
                    letter.flatMap(found -> store.conversations().find(tx, found.conversation()));
            if (letter.isEmpty() || conversation.isEmpty()) {
                return Replay.GONE;
            }
            Instant now = clock.instant();
            Replay objection = objection(letter.get(), conversation.get(), now);
            return objection == Replay.DONE ? replay(tx, letter.get(), conversation.get(), agent, now) : objection;
        });
    }

    /** What would stop it now, too; the channel itself is asked only where it is known. */
    private Replay objection(DeadLetter letter, StoredConversation conversation, Instant now) {
        if (!conversation.reachable()) {
            return Replay.OUT_OF_REACH;
        }
        if (letter.speaker() == Speaker.BOT
                && conversation.conversation().state().name() == ConversationState.Name.ASSIGNED) {
            return Replay.AGENT_HAS_IT;
        }
        if (letter.template()) {
            return Replay.DONE;
        }
        boolean heardSince =
                conversation.heardAt().filter(letter.buriedAt()::isBefore).isPresent();
        boolean stillClosed = letter.cause() == DeliveryFailure.WINDOW_CLOSED && !heardSince;
        Speaker speaker = letter.speaker() == Speaker.BOT ? Speaker.BOT : Speaker.AGENT;
        ChannelCapabilities capabilities = channels.capabilities(letter.to());
        return stillClosed || !window.isOpen(capabilities, conversation.heardAt(), speaker, now)
                ? Replay.WINDOW_CLOSED
                : Replay.DONE;
    }

    private Replay replay(
            Tx tx, DeadLetter letter, StoredConversation conversation, @Nullable AgentId agent, Instant now) {
        if (!store.deadLetters().replay(tx, letter, conversation.conversation().epoch(), now)) {
            return Replay.GONE;
        }
        if (letter.message() != null && store.messages().requeue(tx, letter.message())) {
            journal.changed(tx, letter.conversation(), DeskEvent.Kind.MESSAGE_CHANGED);
        }
        audit(tx, AuditTrail.Action.REPLAYED, letter, agent, now);
        tx.afterCommit(() -> deliveries.wake(ChannelKey.of(letter.to())));
        return Replay.DONE;
    }

    @Override
    public boolean drop(long number, @Nullable AgentId agent) {
        return store.unitOfWork().run(tx -> {
            Optional<DeadLetter> letter = store.deadLetters().find(tx, number);
            if (letter.isEmpty() || !store.deadLetters().drop(tx, letter.get())) {
                return false;
            }
            audit(tx, AuditTrail.Action.DROPPED, letter.get(), agent, clock.instant());
            return true;
        });
    }

    private void audit(Tx tx, AuditTrail.Action action, DeadLetter letter, @Nullable AgentId agent, Instant now) {
        store.audit().append(tx, new AuditTrail.Entry(now, action, agent, letter.conversation(), null, null));
    }
}
