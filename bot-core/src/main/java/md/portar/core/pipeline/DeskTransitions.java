package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.message.Language;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tickets;
import md.portar.core.store.Tx;

/**
 * The changes of state that agents make. Each is one conditional update, so that of several agents, or an agent and the bot,
 * exactly one is first; the lines in the thread, the ticket, the audit row and what the player is told are written with it.
 */
final class DeskTransitions {
    private static final Set<EpisodeOutcome> RATED = Set.of(
            EpisodeOutcome.SOLVED,
            EpisodeOutcome.INFO_GIVEN,
            EpisodeOutcome.CASE_OPENED,
            EpisodeOutcome.REDIRECTED_EMAIL,
            EpisodeOutcome.DUPLICATE);
    private static final Set<EpisodeOutcome> UNANNOUNCED = Set.of(EpisodeOutcome.SPAM, EpisodeOutcome.UNREACHABLE);
    private static final Duration BETWEEN_RATINGS = Duration.ofDays(7);

    private final Store store;
    private final Outgoing outgoing;
    private final DeskJournal journal;
    private final SystemTexts texts;

    DeskTransitions(Store store, Outgoing outgoing, DeskJournal journal, SystemTexts texts) {
        this.store = store;
        this.outgoing = outgoing;
        this.journal = journal;
        this.texts = texts;
    }

    ClaimResult claim(Tx tx, ConversationNumber number, AgentId me, Instant now) {
        Optional<StoredConversation> found = store.conversations().find(tx, number);
        if (found.isEmpty()) {
            return unknown();
        }
        StoredConversation before = found.get();
        if (before.conversation().state().name() == ConversationState.Name.QUEUED) {
            Conversation after = before.conversation()
                    .withState(before.conversation().state().assign(me));
            if (store.conversations().change(tx, before, after, now)) {
                store.tickets().claimed(tx, number, me, now);
                happened(tx, before, after, SystemTexts.Happening.TAKEN, AuditTrail.Action.CLAIMED, me, now);
                outgoing.say(
                        tx,
                        target(before, after),
                        Speech.byBot(texts.agentJoined(language(before), nameOf(tx, me))),
                        now);
                return new ClaimResult(true, ConversationState.Name.ASSIGNED, Optional.of(me), now);
            }
        }
        return afterLosing(tx, number, me, now);
    }

    private ClaimResult afterLosing(Tx tx, ConversationNumber number, AgentId me, Instant now) {
        StoredConversation actual = store.conversations().find(tx, number).orElseThrow();
        ConversationState state = actual.conversation().state();
        boolean mine = state.assignee().filter(me::equals).isPresent();
        if (!mine) {
            store.audit()
                    .append(
                            tx,
                            new AuditTrail.Entry(
                                    now, AuditTrail.Action.CLAIM_LOST, me, number, state.name(), state.name()));
        }
        return new ClaimResult(mine, state.name(), state.assignee(), actual.stateSince());
    }

    ClaimResult release(Tx tx, ConversationNumber number, AgentId me, Instant now) {
        Optional<StoredConversation> found = mine(tx, number, me);
        if (found.isEmpty()) {
            return refused(tx, number);
        }
        StoredConversation before = found.get();
        Optional<Tickets.Ticket> ticket = store.tickets().current(tx, number);
        Priority priority = ticket.map(Tickets.Ticket::priority).orElse(Priority.NORMAL);
        Instant since = ticket.map(Tickets.Ticket::enqueuedAt).orElse(now);
        Conversation after =
                before.conversation().withState(before.conversation().state().queue(priority, since));
        if (!store.conversations().change(tx, before, after, now)) {
            return refused(tx, number);
        }
        store.tickets().returned(tx, number, now);
        happened(tx, before, after, SystemTexts.Happening.RELEASED, AuditTrail.Action.RELEASED, me, now);
        outgoing.say(tx, target(before, after), Speech.byBot(texts.agentLeft(language(before))), now);
        return new ClaimResult(true, ConversationState.Name.QUEUED, Optional.empty(), since);
    }

    ClaimResult resolve(Tx tx, ConversationNumber number, AgentId me, EpisodeOutcome outcome, Instant now) {
        Optional<StoredConversation> found = mine(tx, number, me);
        if (found.isEmpty()) {
            return refused(tx, number);
        }
        StoredConversation before = found.get();
        boolean safety = store.tickets()
                .current(tx, number)
                .filter(ticket -> ticket.priority() == Priority.SAFETY)
                .isPresent();
        ConversationMemory memory = before.conversation().memory();
        boolean rate = !safety && RATED.contains(outcome) && mayAskForRating(memory, now);
        if (rate) {
            memory = memory.with(Fact.RATING_ASKED_AT, now.toString());
        }
        Conversation after = before.conversation()
                .withMemory(memory)
                .withState(before.conversation().state().resolve(now));
        if (!store.conversations().change(tx, before, after, now)) {
            return refused(tx, number);
        }
        store.tickets().resolved(tx, number, outcome, now);
        happened(tx, before, after, SystemTexts.Happening.RESOLVED, AuditTrail.Action.RESOLVED, me, now);
        if (!UNANNOUNCED.contains(outcome) && before.reachable()) {
            outgoing.say(tx, target(before, after), Speech.byBot(texts.closed(language(before), rate)), now);
        }
        return new ClaimResult(true, ConversationState.Name.RESOLVED, Optional.empty(), now);
    }

    private static boolean mayAskForRating(ConversationMemory memory, Instant now) {
        boolean spared = memory.get(Fact.OPTED_OUT_AT).isPresent()
                || memory.get(Fact.SAFETY_UNTIL)
                        .filter(until -> now.isBefore(Instant.parse(until)))
                        .isPresent();
        return !spared
                && memory.get(Fact.RATING_ASKED_AT)
                        .map(asked -> Instant.parse(asked).plus(BETWEEN_RATINGS).isBefore(now))
                        .orElse(true);
    }

    Optional<StoredConversation> mine(Tx tx, ConversationNumber number, AgentId me) {
        return store.conversations()
                .find(tx, number)
                .filter(conversation -> conversation
                        .conversation()
                        .state()
                        .assignee()
                        .filter(me::equals)
                        .isPresent());
    }

    private ClaimResult refused(Tx tx, ConversationNumber number) {
        return store.conversations()
                .find(tx, number)
                .map(actual -> {
                    ConversationState state = actual.conversation().state();
                    return new ClaimResult(false, state.name(), state.assignee(), actual.stateSince());
                })
                .orElseGet(DeskTransitions::unknown);
    }

    private static ClaimResult unknown() {
        return new ClaimResult(false, ConversationState.Name.BOT, Optional.empty(), Instant.EPOCH);
    }

    private void happened(
            Tx tx,
            StoredConversation before,
            Conversation after,
            SystemTexts.Happening happening,
            AuditTrail.Action action,
            AgentId me,
            Instant now) {
        SafeText line = texts.event(happening, nameOf(tx, me));
        store.messages()
                .append(
                        tx,
                        before.number(),
                        new MessageLog.NewMessage(DeskMessage.Author.EVENT, me, line, List.of(), null, null),
                        now);
        store.audit()
                .append(
                        tx,
                        new AuditTrail.Entry(
                                now,
                                action,
                                me,
                                before.number(),
                                before.conversation().state().name(),
                                after.state().name()));
        journal.changed(tx, before.number(), DeskEvent.Kind.CONVERSATION);
        journal.changed(tx, before.number(), DeskEvent.Kind.MESSAGE);
    }

    private SafeText nameOf(Tx tx, AgentId me) {
        return store.agents().find(tx, me).map(Agent::publicName).orElse(ScreenedText.EMPTY);
    }

    private static Outgoing.Target target(StoredConversation before, Conversation after) {
        return new Outgoing.Target(before.number(), before.key(), after.epoch());
    }

    private static Language language(StoredConversation conversation) {
        return conversation
                .conversation()
                .memory()
                .get(Fact.LANGUAGE)
                .flatMap(Language::fromTag)
                .orElse(conversation.language());
    }
}
