package md.portar.core.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.OutgoingReview;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.DeadLetters.DeadLetter;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;

/** What agents write: each once for its client message id, looked at by the guard, kept and lined up in one transaction. */
final class DeskWords {
    private static final int MOST_PARTS = 4;

    private final Store store;
    private final SecretGuard guard;
    private final DeskTransitions transitions;
    private final Outgoing outgoing;
    private final DeskJournal journal;
    private final StoredDesk.Surroundings surroundings;
    private final TemplateFilling filling;

    DeskWords(
            Store store,
            SecretGuard guard,
            DeskTransitions transitions,
            Outgoing outgoing,
            DeskJournal journal,
            StoredDesk.Surroundings surroundings) {
        this.store = store;
        this.guard = guard;
        this.transitions = transitions;
        this.outgoing = outgoing;
        this.journal = journal;
        this.surroundings = surroundings;
        this.filling = new TemplateFilling(guard);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    SendResult send(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
        OutgoingReview review = guard.reviewOutgoing(words);
        return asHolder(
                number,
                me,
                id,
                (tx, conversation) -> refusal(tx, conversation, review, words).orElseGet(() -> {
                    Speech speech = Speech.byAgent(me, id, review.screening().text());
                    return sent(tx, me, conversation, outgoing.say(tx, target(conversation), speech, now()));
                }));
    }

    SendResult sendTemplate(ConversationNumber number, AgentId me, ClientMessageId id, TemplateDraft draft) {
        return asHolder(number, me, id, (tx, conversation) -> {
            if (hasOptedOut(conversation)) {
                return refused(SendResult.Reason.OPTED_OUT);
            }
            TemplateFilling.Filled filled = filling.fill(
                    surroundings.channels().templates(conversation.key()),
                    draft,
                    customer(tx, number),
                    publicName(tx, me));
            if (filled.refusal().isPresent()) {
                return refused(tx, conversation, filled.refusal().get());
            }
            SendTemplate template = new SendTemplate(
                    conversation.key(),
                    draft.template(),
                    draft.language(),
                    MessageTemplate.numbered(filled.values()),
                    filled.text());
            Speech speech = Speech.byAgent(me, id, filled.text());
            return sent(
                    tx, me, conversation, outgoing.sayByTemplate(tx, target(conversation), speech, template, now()));
        });
    }

    /** Whoever writes after a "stop" may be answered, but not called back later. */
    private boolean hasOptedOut(StoredConversation conversation) {
        return conversation.conversation().memory().get(Fact.OPTED_OUT_AT).isPresent() && !isOpen(conversation);
    }

    private boolean isOpen(StoredConversation conversation) {
        ChannelCapabilities capabilities = surroundings.channels().capabilities(conversation.key());
        return surroundings.window().isOpen(capabilities, conversation.heardAt(), Speaker.AGENT, now());
    }

    private SafeText customer(Tx tx, ConversationNumber number) {
        return store.deskViews().row(tx, number).map(DeskRow::customer).orElse(ScreenedText.EMPTY);
    }

    private SafeText publicName(Tx tx, AgentId me) {
        return store.agents().find(tx, me).map(Agent::publicName).orElse(ScreenedText.EMPTY);
    }

    /** Does it once for a client message id, and only for the agent who has the conversation. */
    private SendResult asHolder(
            ConversationNumber number,
            AgentId me,
            ClientMessageId id,
            BiFunction<Tx, StoredConversation, SendResult> work) {
        return store.unitOfWork().run(tx -> {
            Optional<MessageLog.Logged> sent = store.messages().byClientId(tx, number, id);
            if (sent.isPresent()) {
                return new SendResult.Accepted(sent.get().seq());
            }
            return transitions
                    .mine(tx, number, me)
                    .map(conversation -> work.apply(tx, conversation))
                    .orElseGet(() -> refused(SendResult.Reason.NOT_YOURS));
        });
    }

    private SendResult sent(Tx tx, AgentId me, StoredConversation conversation, long seq) {
        audit(tx, AuditTrail.Action.SENT, me, conversation);
        journal.changed(tx, conversation.number(), DeskEvent.Kind.CONVERSATION);
        return new SendResult.Accepted(seq);
    }

    private static Outgoing.Target target(StoredConversation conversation) {
        return new Outgoing.Target(
                conversation.number(),
                conversation.key(),
                conversation.conversation().epoch());
    }

    SendResult sendAgain(ConversationNumber number, AgentId me, long seq) {
        return store.unitOfWork().run(tx -> {
            Optional<StoredConversation> mine = transitions.mine(tx, number, me);
            Optional<MessageLog.Outbound> message = store.messages()
                    .outboundAt(tx, number, seq)
                    .filter(found -> found.author() == DeskMessage.Author.AGENT);
            if (mine.isEmpty() || message.isEmpty()) {
                return refused(SendResult.Reason.NOT_YOURS);
            }
            StoredConversation conversation = mine.get();
            Optional<DeadLetter> template =
                    store.deadLetters().find(tx, number, message.get().id()).filter(DeadLetter::template);
            if (template.isPresent()) {
                if (outgoing.sendAgain(tx, target(conversation), template.get(), now())) {
                    audit(tx, AuditTrail.Action.SENT, me, conversation);
                }
                return new SendResult.Accepted(seq);
            }
            if (!isOpen(conversation)) {
                return refused(SendResult.Reason.WINDOW_CLOSED);
            }
            if (outgoing.sayAgain(tx, target(conversation), message.get(), now(), now())) {
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
        if (!isOpen(conversation)) {
            return Optional.of(refused(SendResult.Reason.WINDOW_CLOSED));
        }
        if (review.screening().blocked()) {
            return Optional.of(blocked(tx, conversation, review));
        }
        if (!review.sendable()) {
            return Optional.of(refused(
                    tx, conversation, new SendResult.Refused(SendResult.Reason.ASKS_FOR_SECRET, review.asksFor())));
        }
        return Optional.empty();
    }

    private SendResult blocked(Tx tx, StoredConversation conversation, OutgoingReview review) {
        return refused(
                tx,
                conversation,
                new SendResult.Refused(
                        SendResult.Reason.CONTAINS_SECRET, review.screening().kinds()));
    }

    private SendResult refused(Tx tx, StoredConversation conversation, SendResult.Refused refusal) {
        ChannelId channel = conversation.key().channel();
        Language language = conversation.language();
        GatewayMetrics metrics = surroundings.metrics();
        for (SecretKind kind : refusal.kinds()) {
            switch (refusal.reason()) {
                case CONTAINS_SECRET -> tx.afterCommit(() -> metrics.secretBlocked(channel, kind, language, false));
                case ASKS_FOR_SECRET -> tx.afterCommit(() -> metrics.secretAsked(channel, kind, language));
                default -> {}
            }
        }
        return refusal;
    }

    private static SendResult refused(SendResult.Reason reason) {
        return new SendResult.Refused(reason, Set.of());
    }

    SendResult note(ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
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
}
