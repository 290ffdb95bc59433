package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.OutgoingReview;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskThread;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.Language;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;

/** The agents' desk on the store. */
final class StoredDesk implements HandoffDesk {
    private static final int CLAIM_NEXT_CANDIDATES = 5;
    private static final int MOST_PARTS = 4;

    private final Store store;
    private final SecretGuard guard;
    private final DeskTransitions transitions;
    private final Outgoing outgoing;
    private final DeskJournal journal;
    private final Surroundings surroundings;

    /** What else the desk needs to know. */
    record Surroundings(Channels channels, ReplyWindow window, GatewayMetrics metrics, Clock clock) {}

    StoredDesk(
            Store store,
            SecretGuard guard,
            DeskTransitions transitions,
            Outgoing outgoing,
            DeskJournal journal,
            Surroundings surroundings) {
        this.store = store;
        this.guard = guard;
        this.transitions = transitions;
        this.outgoing = outgoing;
        this.journal = journal;
        this.surroundings = surroundings;
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    @Override
    public List<DeskRow> list(DeskView view, AgentId me, Optional<ConversationNumber> after, int limit) {
        return store.unitOfWork().read(tx -> store.deskViews().rows(tx, view, me, after, limit));
    }

    @Override
    public DeskCounts counts(AgentId me) {
        return store.unitOfWork().read(tx -> store.deskViews().counts(tx, me, now()));
    }

    @Override
    public Optional<DeskThread> thread(ConversationNumber number, Optional<Long> beforeSeq, int limit) {
        return store.unitOfWork()
                .read(tx -> store.deskViews().row(tx, number).map(row -> {
                    List<DeskMessage> page = store.deskViews().messages(tx, number, beforeSeq, limit + 1);
                    boolean more = page.size() > limit;
                    return new DeskThread(
                            row, more ? page.subList(1, page.size()) : page, replyUntil(tx, number), more);
                }));
    }

    private Optional<Instant> replyUntil(Tx tx, ConversationNumber number) {
        StoredConversation conversation = store.conversations().find(tx, number).orElseThrow();
        ChannelCapabilities capabilities = surroundings.channels().capabilities(conversation.key());
        return surroundings.window().closesAt(capabilities, conversation.heardAt(), Speaker.AGENT);
    }

    @Override
    public ClaimResult claim(ConversationNumber number, AgentId me) {
        return store.unitOfWork().run(tx -> transitions.claim(tx, number, me, now()));
    }

    @Override
    public Optional<ConversationNumber> claimNext(AgentId me) {
        return store.unitOfWork().run(tx -> {
            Set<Language> languages =
                    store.agents().find(tx, me).map(Agent::languages).orElse(Set.of());
            for (ConversationNumber next : store.deskViews().queue(tx, languages, CLAIM_NEXT_CANDIDATES)) {
                if (transitions.claim(tx, next, me, now()).done()) {
                    return Optional.of(next);
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public SendResult send(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
        OutgoingReview review = guard.reviewOutgoing(words);
        return store.unitOfWork().run(tx -> {
            Optional<MessageLog.Logged> sent = store.messages().byClientId(tx, number, id);
            if (sent.isPresent()) {
                return new SendResult.Accepted(sent.get().seq());
            }
            Optional<StoredConversation> mine = transitions.mine(tx, number, me);
            if (mine.isEmpty()) {
                return refused(SendResult.Reason.NOT_YOURS);
            }
            StoredConversation conversation = mine.get();
            return refusal(tx, conversation, review, words).orElseGet(() -> {
                Outgoing.Target target = new Outgoing.Target(
                        number, conversation.key(), conversation.conversation().epoch());
                long seq = outgoing.say(
                        tx, target, Speech.byAgent(me, id, review.screening().text()), now());
                audit(tx, AuditTrail.Action.SENT, me, conversation);
                journal.changed(tx, number, DeskEvent.Kind.CONVERSATION);
                return new SendResult.Accepted(seq);
            });
        });
    }

    @Override
    public SendResult sendAgain(ConversationNumber number, AgentId me, long seq) {
        return store.unitOfWork().run(tx -> {
            Optional<StoredConversation> mine = transitions.mine(tx, number, me);
            Optional<MessageLog.Outbound> message = store.messages()
                    .outboundAt(tx, number, seq)
                    .filter(found -> found.author() == DeskMessage.Author.AGENT);
            if (mine.isEmpty() || message.isEmpty()) {
                return refused(SendResult.Reason.NOT_YOURS);
            }
            StoredConversation conversation = mine.get();
            ChannelCapabilities capabilities = surroundings.channels().capabilities(conversation.key());
            if (!surroundings.window().isOpen(capabilities, conversation.heardAt(), Speaker.AGENT, now())) {
                return refused(SendResult.Reason.WINDOW_CLOSED);
            }
            Outgoing.Target target = new Outgoing.Target(
                    number, conversation.key(), conversation.conversation().epoch());
            if (outgoing.sayAgain(tx, target, message.get(), now(), now())) {
                audit(tx, AuditTrail.Action.SENT, me, conversation);
            }
            return new SendResult.Accepted(seq);
        });
    }

    private Optional<SendResult> refusal(
            Tx tx, StoredConversation conversation, OutgoingReview review, UntrustedText words) {
        ChannelCapabilities capabilities = surroundings.channels().capabilities(conversation.key());
        if (words.isBlank()) {
            return Optional.of(refused(SendResult.Reason.EMPTY));
        }
        if (words.length() > capabilities.maxTextLength() * MOST_PARTS) {
            return Optional.of(refused(SendResult.Reason.TOO_LONG));
        }
        if (!surroundings.window().isOpen(capabilities, conversation.heardAt(), Speaker.AGENT, now())) {
            return Optional.of(refused(SendResult.Reason.WINDOW_CLOSED));
        }
        if (review.screening().blocked()) {
            return Optional.of(blocked(tx, conversation, review));
        }
        if (!review.sendable()) {
            return Optional.of(new SendResult.Refused(SendResult.Reason.ASKS_FOR_SECRET, review.asksFor()));
        }
        return Optional.empty();
    }

    private SendResult blocked(Tx tx, StoredConversation conversation, OutgoingReview review) {
        Set<SecretKind> kinds = review.screening().kinds();
        tx.afterCommit(() -> kinds.forEach(kind -> surroundings
                .metrics()
                .secretBlocked(conversation.key().channel(), kind, conversation.language(), false)));
        return new SendResult.Refused(SendResult.Reason.CONTAINS_SECRET, kinds);
    }

    private static SendResult refused(SendResult.Reason reason) {
        return new SendResult.Refused(reason, Set.of());
    }

    @Override
    public SendResult note(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
        OutgoingReview review = guard.reviewOutgoing(words);
        return store.unitOfWork().run(tx -> {
            Optional<MessageLog.Logged> kept = store.messages().byClientId(tx, number, id);
            if (kept.isPresent()) {
                return new SendResult.Accepted(kept.get().seq());
            }
            Optional<StoredConversation> conversation = store.conversations().find(tx, number);
            if (conversation.isEmpty()) {
                return refused(SendResult.Reason.NOT_YOURS);
            }
            if (words.isBlank()) {
                return refused(SendResult.Reason.EMPTY);
            }
            if (review.screening().blocked()) {
                return blocked(tx, conversation.get(), review);
            }
            MessageLog.NewMessage note = new MessageLog.NewMessage(
                    DeskMessage.Author.NOTE, me, review.screening().text(), List.of(), id, null);
            long seq = store.messages().append(tx, number, note, now()).seq();
            audit(tx, AuditTrail.Action.NOTED, me, conversation.get());
            journal.changed(tx, number, DeskEvent.Kind.MESSAGE);
            return new SendResult.Accepted(seq);
        });
    }

    private void audit(Tx tx, AuditTrail.Action action, AgentId me, StoredConversation conversation) {
        ConversationState.Name state = conversation.conversation().state().name();
        store.audit().append(tx, new AuditTrail.Entry(now(), action, me, conversation.number(), state, state));
    }

    @Override
    public ClaimResult release(ConversationNumber number, AgentId me) {
        return store.unitOfWork().run(tx -> transitions.release(tx, number, me, now()));
    }

    @Override
    public ClaimResult resolve(ConversationNumber number, AgentId me, EpisodeOutcome outcome) {
        return store.unitOfWork().run(tx -> transitions.resolve(tx, number, me, outcome, now()));
    }

    @Override
    public List<DeskEvent> eventsAfter(long eventNumber, int limit) {
        return store.unitOfWork().read(tx -> store.deskEvents().after(tx, eventNumber, limit));
    }

    @Override
    public long lastEvent() {
        return store.unitOfWork().read(tx -> store.deskEvents().last(tx));
    }

    @Override
    public AutoCloseable onChange(Consumer<Long> listener) {
        return journal.listen(listener);
    }

    @Override
    public void present(AgentId agent, Instant until) {
        store.unitOfWork().run(tx -> {
            store.agents().present(tx, agent, until);
            return true;
        });
    }
}
