package md.portar.core.pipeline;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.testkit.Inbound;

/** An agent's usual steps. */
final class DeskScript {
    private static final AtomicInteger DRAFTS = new AtomicInteger(1);

    private final RunningEngine running;

    DeskScript(RunningEngine running) {
        this.running = running;
    }

    /** Queues whoever says "person", remembers a "stop"; answers others while they are with the bot. */
    static Responder queueing() {
        return (before, batch, surroundings) -> {
            String words = RunningEngine.words(batch.get(batch.size() - 1)).value();
            if (words.equals("person")) {
                return new Turn(
                        before.withState(before.state().queue(Priority.NORMAL, surroundings.now())),
                        List.of(
                                new Effect.OpenTicket(HandoffReason.REQUESTED, Priority.NORMAL, Language.EN, null),
                                say("queued")));
            }
            if (words.equals("stop")) {
                ConversationMemory stopped = before.memory()
                        .with(Fact.OPTED_OUT_AT, surroundings.now().toString());
                return new Turn(before.withMemory(stopped), List.of(say("stopped")));
            }
            boolean withBot = before.state().name() == ConversationState.Name.BOT;
            return new Turn(before, withBot ? List.of(say("bot: " + words)) : List.of());
        };
    }

    private static Effect say(String words, Choice... choices) {
        return Effect.Reply.of(CatalogueText.of(words), List.of(choices));
    }

    void queueAndClaim(ConversationKey person) {
        running.take(Inbound.text(person, "person"));
        await().until(() -> running.engine.desk().counts(RunningEngine.ANA).waiting() == 1);
        running.engine.desk().claim(running.onlyConversation(), RunningEngine.ANA);
    }

    void send(String words) {
        running.engine
                .desk()
                .send(
                        running.onlyConversation(),
                        RunningEngine.ANA,
                        new ClientMessageId("script-" + DRAFTS.getAndIncrement()),
                        UntrustedText.of(words));
    }

    DeskMessage lastMessage() {
        List<DeskMessage> messages = running.engine
                .desk()
                .thread(running.onlyConversation(), Optional.empty(), 50)
                .orElseThrow()
                .messages();
        return messages.get(messages.size() - 1);
    }
}
