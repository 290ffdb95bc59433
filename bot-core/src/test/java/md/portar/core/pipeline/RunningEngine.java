package md.portar.core.pipeline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskView;
import md.portar.core.message.Content;
import md.portar.core.message.Language;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.testkit.CountingMetrics;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.PlainTexts;
import md.portar.core.testkit.RecordingChannel;
import org.awaitility.Awaitility;

/** An engine on a SQLite file with one recording channel, and a bot that echoes. */
final class RunningEngine implements AutoCloseable {
    static final AgentId ANA = new AgentId("ana");
    static final EngineSettings QUICK = EngineSettings.defaults()
            .withRetry(new EngineSettings.Retry(
                    Duration.ofMillis(20),
                    Duration.ofMillis(200),
                    20,
                    Duration.ofHours(24),
                    Duration.ofMillis(300),
                    EngineSettings.Resend.BOT));

    final Store store;
    final Engine engine;
    final RecordingChannel channel;
    final CountingMetrics metrics = new CountingMetrics();

    private RunningEngine(Store store, RecordingChannel channel, Clock clock, EngineSettings settings) {
        SecretGuard guard = SecretGuard.standard();
        this.store = store;
        this.channel = channel;
        this.engine = Engine.open(new Engine.Parts(store, guard, new PlainTexts(), clock, metrics, settings));
    }

    static RunningEngine opened(Path file, RecordingChannel channel, Clock clock, EngineSettings settings) {
        return opened(StoreSettings.sqlite(file), channel, clock, settings);
    }

    static RunningEngine opened(StoreSettings where, RecordingChannel channel, Clock clock, EngineSettings settings) {
        return on(JdbcStore.open(where, SecretGuard.standard()), channel, clock, settings);
    }

    /** Takes over the store. */
    static RunningEngine on(Store store, RecordingChannel channel, Clock clock, EngineSettings settings) {
        return new RunningEngine(store, channel, clock, settings);
    }

    static RunningEngine started(Path file, RecordingChannel channel, Responder responder) {
        RunningEngine running = opened(file, channel, Clock.systemUTC(), QUICK);
        running.start(responder);
        return running;
    }

    void start(Responder responder) {
        Map<ChannelKey, Channel> channels =
                Map.of(new ChannelKey(RecordingChannel.ID, RecordingChannel.ACCOUNT), channel);
        engine.start(channels, responder);
    }

    /** Starts with more than one account. */
    void start(Map<ChannelKey, Channel> channels, Responder responder) {
        engine.start(channels, responder);
    }

    /** Takes events in and waits until they are durable. */
    void take(ChannelEvent... events) {
        try {
            engine.intake()
                    .accept(RecordingChannel.ID, RecordingChannel.ACCOUNT, List.of(events))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the events were not taken", e);
        }
    }

    /** Answers each message with its words. */
    static Responder echo() {
        return (before, batch, surroundings) -> new Turn(
                before,
                batch.stream()
                        .<Effect>map(message -> Effect.Reply.of(words(message), List.of()))
                        .toList());
    }

    static SafeText words(ScreenedMessage message) {
        return message.content() instanceof Content.TextContent<?> text
                ? (SafeText) text.text()
                : CatalogueText.of("?");
    }

    void addAgent(AgentId id) {
        engine.agents()
                .save(new Agent(
                        id,
                        CatalogueText.of(id.value()),
                        AgentRole.AGENT,
                        Set.of(Language.values()),
                        Language.EN,
                        false));
    }

    /** Turns the clock while waiting, since retries and rests go by it. */
    static void turnUntil(FixedClock clock, Duration step, Supplier<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    clock.advance(step);
                    return condition.get();
                });
    }

    ConversationNumber onlyConversation() {
        return engine.desk()
                .list(DeskView.ALL, ANA, Optional.empty(), 10)
                .get(0)
                .number();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
