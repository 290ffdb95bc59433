package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.OutboundAction.LeaveGroup;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Surroundings;
import md.portar.core.conversation.Turn;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.message.Language;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.store.InboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one turn of one claimed conversation: thinks outside any transaction, then writes everything in one. */
final class TurnTaker {
    private static final Logger log = LoggerFactory.getLogger(TurnTaker.class);

    private static final int RELEASES = 60;
    private static final Duration BETWEEN_RELEASES = Duration.ofMillis(500);

    private final Parts parts;
    private final Responder responder;

    TurnTaker(Parts parts, Responder responder) {
        this.parts = parts;
        this.responder = responder;
    }

    /** What a turn needs. */
    record Parts(
            Store store,
            Channels channels,
            Outgoing outgoing,
            TurnWriter writer,
            DeskJournal journal,
            SystemTexts texts,
            Context context) {}

    /** Time, counting and settings. */
    record Context(Clock clock, GatewayMetrics metrics, EngineSettings settings) {}

    CompletionStage<?> take(ConversationWorkers.Claimed claimed) {
        StoredConversation stored = claimed.conversation();
        if (parts.channels().of(stored.key()).isEmpty()) {
            // Its account is not configured now. The claim keeps it out of the way until it runs out.
            parts.context().metrics().surprise("unknown-account");
            return CompletableFuture.completedStage(true);
        }
        long began = System.nanoTime();
        Conversation before = withSignals(stored.conversation(), claimed.items());
        Turn turn = think(stored, before, messages(claimed.items()));
        long left = turn.lasting().toNanos() - (System.nanoTime() - began);
        return after(left)
                .thenCompose(due -> parts.store()
                        .unitOfWork()
                        .submit(tx -> write(tx, claimed, turn))
                        .handle((done, failure) -> failure == null ? done : giveBack(stored, failure)));
    }

    /** Holds no thread meanwhile. */
    private static CompletionStage<Boolean> after(long nanos) {
        return nanos <= 0
                ? CompletableFuture.completedStage(true)
                : CompletableFuture.supplyAsync(
                        () -> true, CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS));
    }

    private static List<ScreenedMessage> messages(List<InboxItem> items) {
        List<ScreenedMessage> messages = new ArrayList<>();
        for (InboxItem item : items) {
            if (item.message() != null) {
                messages.add(item.message());
            }
        }
        return messages;
    }

    /** What happened besides messages is remembered, so that the responder sees it. */
    private Conversation withSignals(Conversation conversation, List<InboxItem> items) {
        ConversationMemory memory = conversation.memory();
        for (InboxItem item : items) {
            memory = switch (item.kind()) {
                case MESSAGE, UNBLOCKED -> memory.without(Fact.UNREACHABLE);
                case BLOCKED -> memory.with(Fact.UNREACHABLE, item.at().toString());
                case ANSWERED_ELSEWHERE ->
                    memory.with(
                            Fact.SILENT_UNTIL,
                            item.at().plus(parts.context().settings().silence()).toString());
                case EDIT, ADDED_TO_GROUP -> memory;
            };
        }
        return conversation.withMemory(memory);
    }

    private Turn think(StoredConversation stored, Conversation before, List<ScreenedMessage> messages) {
        if (messages.isEmpty()) {
            return new Turn(before, List.of());
        }
        Instant now = parts.context().clock().instant();
        Surroundings surroundings = new Surroundings(now, parts.channels().capabilities(stored.key()));
        try {
            return responder.respond(before, messages, surroundings);
        } catch (RuntimeException | StackOverflowError e) {
            // The message of the exception may quote the player; its kind does not.
            parts.context().metrics().surprise("responder");
            log.atError()
                    .addKeyValue(LogFields.CHANNEL, stored.key().channel())
                    .addKeyValue(LogFields.CONVERSATION, stored.number().value())
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("The bot failed to answer; the player is told so");
            SystemTexts.Line line = parts.texts().failed(language(stored));
            return new Turn(before, List.of(Effect.Reply.of(line.text(), line.choices())));
        }
    }

    private static Language language(StoredConversation stored) {
        return stored.conversation()
                .memory()
                .get(Fact.LANGUAGE)
                .flatMap(Language::fromTag)
                .orElse(stored.language());
    }

    private boolean write(Tx tx, ConversationWorkers.Claimed claimed, Turn turn) {
        StoredConversation stored = claimed.conversation();
        Instant now = parts.context().clock().instant();
        parts.store().inbox().settle(tx, claimed.items());
        if (!parts.store().conversations().saveTurn(tx, stored, turn.after(), now)) {
            throw new TurnLost();
        }
        Outgoing.Target target =
                new Outgoing.Target(stored.number(), stored.key(), turn.after().epoch());
        boolean group = claimed.items().stream().anyMatch(item -> item.kind() == InboxItem.Kind.ADDED_TO_GROUP);
        if (group) {
            parts.outgoing().say(tx, target, Speech.byBot(parts.texts().groupsNotServed()), now);
            parts.outgoing().act(tx, target, new LeaveGroup(stored.key()), now);
        }
        TurnWriter.Place place = new TurnWriter.Place(
                tx,
                target,
                stored.conversation().state().name(),
                turn.after().state().name(),
                now);
        parts.writer().write(place, turn.effects());
        parts.journal().changed(tx, stored.number(), DeskEvent.Kind.CONVERSATION);
        return true;
    }

    /** Nothing of the turn was kept. Somebody else changed the conversation meanwhile, or the store failed: think again. */
    private boolean giveBack(StoredConversation stored, Throwable failure) {
        if (!(failure instanceof TurnLost)) {
            log.atWarn()
                    .addKeyValue(LogFields.CONVERSATION, stored.number().value())
                    .addKeyValue(LogFields.REASON, failure.getClass().getSimpleName())
                    .log("A turn could not be written");
            if (!(failure instanceof StoreUnavailable)) {
                parts.context().metrics().surprise("turn");
                return false; // it would fail again at once: the claim runs out first
            }
        }
        release(stored, RELEASES);
        return false;
    }

    /** Tried for a while, since a store that failed is often back before the claim runs out. */
    private void release(StoredConversation stored, int tries) {
        parts.store()
                .unitOfWork()
                .submit(tx -> {
                    parts.store()
                            .conversations()
                            .release(tx, stored, parts.context().clock().instant());
                    return true;
                })
                .whenComplete((done, failure) -> {
                    if (failure instanceof StoreUnavailable && tries > 1) {
                        CompletableFuture.delayedExecutor(BETWEEN_RELEASES.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> release(stored, tries - 1));
                    }
                });
    }

    /** Undoes the unit of work. */
    private static final class TurnLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TurnLost() {
            super("the conversation has moved on", null, false, false);
        }
    }
}
