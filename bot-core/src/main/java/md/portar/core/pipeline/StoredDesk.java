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
import md.portar.core.guard.SecretGuard;
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
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.Language;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.telemetry.GatewayMetrics;

/** The agents' desk on the store. */
final class StoredDesk implements HandoffDesk {
    private static final int CLAIM_NEXT_CANDIDATES = 5;

    private final Store store;
    private final DeskTransitions transitions;
    private final DeskJournal journal;
    private final Surroundings surroundings;
    private final DeskWords words;

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
        this.transitions = transitions;
        this.journal = journal;
        this.surroundings = surroundings;
        this.words = new DeskWords(store, guard, transitions, outgoing, journal, surroundings);
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
                    StoredConversation conversation =
                            store.conversations().find(tx, number).orElseThrow();
                    return new DeskThread(
                            row,
                            more ? page.subList(1, page.size()) : page,
                            replyUntil(conversation),
                            more,
                            surroundings.channels().templates(conversation.key()));
                }));
    }

    private Optional<Instant> replyUntil(StoredConversation conversation) {
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
    public SendResult send(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText text) {
        return words.send(number, me, id, text);
    }

    @Override
    public SendResult sendTemplate(ConversationNumber number, AgentId me, ClientMessageId id, TemplateDraft draft) {
        return words.sendTemplate(number, me, id, draft);
    }

    @Override
    public SendResult sendAgain(ConversationNumber number, AgentId me, long seq) {
        return words.sendAgain(number, me, seq);
    }

    @Override
    public SendResult note(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText text) {
        return words.note(number, me, id, text);
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
