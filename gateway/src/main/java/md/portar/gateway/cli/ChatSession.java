package md.portar.gateway.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.Sender;
import md.portar.core.pipeline.ChannelKey;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.texts.PlayerNotices;
import md.portar.gateway.Knowledge;
import md.portar.gateway.PipelineTexts;
import org.jspecify.annotations.Nullable;

/** One player's conversation with the real core, on a store of its own. Not thread-safe. */
final class ChatSession implements AutoCloseable {
    private static final ChannelAccount ACCOUNT = new ChannelAccount("main");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int THREAD = 50;

    private final Clock clock = Clock.systemUTC();
    private final AtomicLong ids = new AtomicLong();
    private final ChatChannel channel;
    private final ConversationKey player;
    private final @Nullable Language hint;
    private final Store store;
    private final Engine engine;

    private ChatSession(ChatChannel channel, @Nullable Language hint, Store store, Engine engine) {
        this.channel = channel;
        this.player = new ConversationKey(channel.id(), ACCOUNT, new PlatformUserId("100000001"));
        this.hint = hint;
        this.store = store;
        this.engine = engine;
    }

    static ChatSession open(Knowledge knowledge, ChatChannel.Kind kind, @Nullable Language hint, Path database) {
        SecretGuard guard = SecretGuard.standard();
        ChatChannel channel = new ChatChannel(kind);
        Store store = JdbcStore.open(StoreSettings.sqlite(database), guard);
        PipelineTexts texts =
                new PipelineTexts(new PlayerNotices(knowledge.texts()), hint == null ? Language.EN : hint);
        Engine engine = Engine.open(new Engine.Parts(
                store, guard, texts, Clock.systemUTC(), GatewayMetrics.none(), EngineSettings.defaults()));
        engine.start(
                Map.of(new ChannelKey(channel.id(), ACCOUNT), channel),
                knowledge.responder(engine, guard, new SecureRandom()));
        return new ChatSession(channel, hint, store, engine);
    }

    Engine engine() {
        return engine;
    }

    /** The player writes. */
    void write(String words) throws CommandProblem {
        receive(new Content.TextContent<>(UntrustedText.of(words)));
    }

    /** The player taps a button. */
    void tap(Choice choice) throws CommandProblem {
        UntrustedText title = UntrustedText.of(choice.label().value());
        receive(new Content.ChoiceContent<>(UntrustedText.of(choice.id()), title, null));
    }

    private void receive(Content<UntrustedText> content) throws CommandProblem {
        String id = "in-" + ids.incrementAndGet();
        InboundMessage message = new InboundMessage(
                new EventKey(id),
                player,
                new PlatformMessageId(id),
                clock.instant(),
                new Sender<>(null, hint),
                content,
                null);
        try {
            engine.intake()
                    .accept(channel.id(), ACCOUNT, List.of(new ChannelEvent.MessageReceived(message)))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new CommandProblem("the store does not take the message; is the disk full?");
        }
    }

    /** Waits until the core has nothing left to do, and gives what it sent. */
    List<OutboundAction> answers() throws CommandProblem {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isQuiet()) {
            if (System.nanoTime() > deadline) {
                throw new CommandProblem("no answer came within " + PATIENCE.toSeconds() + " seconds");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandProblem(List.of());
            }
        }
        return channel.take();
    }

    private boolean isQuiet() {
        Optional<ConversationNumber> number = number();
        if (number.isEmpty()) {
            return true;
        }
        boolean waiting = store.unitOfWork()
                .read(tx -> !store.inbox().pending(tx, number.get(), 1).isEmpty()
                        || store.outbox().nextDue(tx, channel.id(), ACCOUNT).isPresent());
        return !waiting
                && thread().stream()
                        .noneMatch(message -> message.delivery()
                                        .filter(DeskMessage.Delivery.QUEUED::equals)
                                        .isPresent()
                                || message.redaction()
                                        .filter(DeskMessage.Redaction.PENDING::equals)
                                        .isPresent());
    }

    /** The player's last message as it was kept. */
    Optional<DeskMessage> lastKept() {
        return thread().stream()
                .filter(message -> message.author() == DeskMessage.Author.CUSTOMER)
                .reduce((earlier, later) -> later);
    }

    Optional<ConversationNumber> number() {
        return store.unitOfWork().read(tx -> store.conversations().number(tx, player));
    }

    private List<DeskMessage> thread() {
        return number().flatMap(known -> engine.desk().thread(known, Optional.empty(), THREAD))
                .map(found -> found.messages())
                .orElse(List.of());
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
