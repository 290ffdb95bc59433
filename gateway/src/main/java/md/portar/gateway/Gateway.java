package md.portar.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.channel.Channel;
import md.portar.core.channel.UpdateSource;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SecretGuard;
import md.portar.core.pipeline.ChannelKey;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.pipeline.OnCall;
import md.portar.core.settings.Secret;
import md.portar.core.store.Store;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.texts.PlayerNotices;
import md.portar.core.texts.Texts;
import md.portar.gateway.cases.CaseWatchPoller;
import md.portar.gateway.cases.HttpCases;
import md.portar.gateway.cases.HttpSourceSettings;
import md.portar.gateway.config.Channels;
import md.portar.gateway.config.GatewaySettings;
import md.portar.gateway.console.Console;
import md.portar.gateway.console.ConsoleSettings;
import md.portar.gateway.http.CaseRoutes;
import md.portar.gateway.http.Health;
import md.portar.gateway.http.Listeners;
import md.portar.gateway.http.PrometheusMetrics;
import md.portar.gateway.oncall.HttpOnCall;
import md.portar.gateway.oncall.OnCallNote;
import md.portar.gateway.oncall.OnCallSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: everything made, wired and started, and closed in reverse order. */
public final class Gateway implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final int STOP_SECONDS = 10;
    private static final int PERSIST_SECONDS = 30;
    private static final Duration PACK_LOOKS = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final GatewaySettings settings;
    private final Clock clock;
    private final Engine engine;
    private volatile boolean answering;
    private final int publicPort;
    private final int privatePort;

    private Gateway(GatewaySettings settings, Channels channels, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        try {
            parts.push(channels);
            Texts texts = Knowledge.texts(settings.operator(), settings.hours().zone());
            CompletableFuture<Knowledge> loading = CompletableFuture.supplyAsync(
                    () -> Knowledge.load(settings.operator(), settings.pack(), texts),
                    task -> daemon(task, "knowledge").start());
            SecretGuard guard = SecretGuard.standard();
            PrometheusMetrics metrics = new PrometheusMetrics();
            engine = opened(Engine.open(parts(guard, texts, metrics)));
            Vertx vertx = vertx();
            parts.push(() ->
                    vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS));
            Listeners listeners = started(new Listeners(vertx, settings.mostConnections(), settings.drain()));
            // Keeping messages needs guard and store only; they are answered as soon as the rest stands.
            publicPort = listeners.openPublic(settings.listen(), channels::adapter, engine.intake(), metrics);
            privatePort = openPrivate(listeners, vertx, channels, metrics);
            Knowledge.Service service = new Knowledge.Service(
                    cases(),
                    settings.hours(),
                    settings.cases().links(),
                    settings.dialogue().limits());
            Knowledge knowledge = loaded(loading);
            settings.onCall().ifPresent(this::callOut);
            knowledge.edited().ifPresent(pack -> started(new PackWatch(pack)).start(PACK_LOOKS));
            engine.start(byKey(channels), knowledge.responder(engine, guard, new SecureRandom(), service));
            answering = true;
            channels.all()
                    .forEach((channel, accounts) -> accounts.forEach((account, found) ->
                            found.updates().ifPresent(source -> poll(new ChannelKey(channel, account), source))));
        } catch (IOException | RuntimeException problem) {
            close();
            throw problem;
        }
    }

    private Engine.Parts parts(SecretGuard guard, Texts texts, PrometheusMetrics metrics) {
        Store store = started(JdbcStore.open(settings.store(), guard));
        PipelineTexts ours =
                new PipelineTexts(new PlayerNotices(texts), settings.operator().defaultLanguage());
        EngineSettings pace = settings.delivery()
                .over(EngineSettings.defaults()
                        .withBurstWindow(settings.burst())
                        .withRetention(settings.retention())
                        .withManners(settings.dialogue().manners()));
        return new Engine.Parts(store, guard, ours, clock, metrics, pace);
    }

    private int openPrivate(Listeners listeners, Vertx vertx, Channels channels, PrometheusMetrics metrics)
            throws IOException {
        Console console = started(new Console(
                vertx,
                engine.desk(),
                engine.undelivered(),
                engine.unanswered(),
                engine.agents(),
                clock,
                console(settings)));
        CaseRoutes caseRoutes = new CaseRoutes(
                vertx, settings.tokens(), engine.caseImport(), settings.hours().zone());
        Health health = Health.of(health(channels), stopped());
        return listeners.openPrivate(settings.privateListen(), health, metrics, router -> {
            console.addTo(router);
            caseRoutes.addTo(router);
        });
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Knowledge loaded(CompletableFuture<Knowledge> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw e;
        }
    }

    /**
     * Starts a gateway and takes the channels over, which it closes even when it cannot start.
     *
     * @throws IOException when a port or folder cannot be used; the message is for the operator
     */
    public static Gateway start(GatewaySettings settings, Channels channels, Clock clock) throws IOException {
        return new Gateway(settings, channels, clock);
    }

    /** The table of our own, or the operator's help desk with somebody who looks for changes there. */
    private CaseDirectory cases() {
        Optional<HttpSourceSettings> source = settings.cases().source();
        if (source.isEmpty()) {
            return engine.cases();
        }
        HttpCases desk = started(new HttpCases(source.get(), clock));
        if (!source.get().poll().isZero()) {
            started(new CaseWatchPoller(desk, engine.caseWatching()))
                    .start(source.get().poll());
        }
        return desk;
    }

    private void callOut(OnCallSettings whom) {
        HttpOnCall receiver = started(new HttpOnCall(whom, consoleUrl()));
        engine.callOut(new OnCall(receiver, whom.when(), settings.hours()::isOpen));
    }

    private static Vertx vertx() {
        // Neither a cache folder nor files from the class path: Vert.x would leave a folder behind.
        return Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(false)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }

    private static ConsoleSettings console(GatewaySettings settings) {
        return settings.consoleUrl().map(ConsoleSettings::at).orElseGet(ConsoleSettings::local);
    }

    private static Map<ChannelKey, Channel> byKey(Channels channels) {
        Map<ChannelKey, Channel> byKey = new LinkedHashMap<>();
        channels.all()
                .forEach((channel, accounts) ->
                        accounts.forEach((account, found) -> byKey.put(new ChannelKey(channel, account), found)));
        return byKey;
    }

    private void poll(ChannelKey key, UpdateSource source) {
        started(source).start(events -> {
            try {
                engine.intake()
                        .accept(key.channel(), key.account(), events)
                        .toCompletableFuture()
                        .get(PERSIST_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException notKept) {
                // The source asks the platform for the same events again.
                throw new CompletionException("events could not be kept", null);
            }
        });
    }

    private Health health(Channels channels) {
        return () -> {
            Map<String, String> health = new LinkedHashMap<>();
            health.put("store", engine.healthy() ? "ok" : "the database does not take writes; is the disk full?");
            health.put("answers", answering ? "ok" : "still reading the answers; messages are kept meanwhile");
            health.put("channels", channels.all().isEmpty() ? "no channel is configured" : "ok");
            return health;
        };
    }

    /** A stopped account is the operator's business; the gateway still takes messages and serves the others. */
    private Health.Notes stopped() {
        return () -> {
            Map<String, String> notes = new LinkedHashMap<>();
            for (ChannelKey key : engine.stoppedAccounts()) {
                notes.put(
                        key.channel() + "/" + key.account(),
                        "the platform refuses its credentials or set-up; messages wait and are tried again");
            }
            OnCallNote.of(engine.onCallStanding(), clock.instant()).ifPresent(note -> notes.put("on-call", note));
            return notes;
        };
    }

    /** Ends within the time that a stop may take. */
    private Engine opened(Engine made) {
        parts.push(() -> made.close(settings.drain()));
        return made;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    public Engine engine() {
        return engine;
    }

    /** The port that takes webhooks. */
    public int publicPort() {
        return publicPort;
    }

    /** The port of console, health and metrics. */
    public int privatePort() {
        return privatePort;
    }

    /** The console's address in a browser on this machine, or the configured one. */
    public URI consoleUrl() {
        return settings.consoleUrl()
                .orElseGet(() -> URI.create("http://" + settings.privateListen().host() + ":" + privatePort));
    }

    /** A link that signs an agent in once. */
    public String signInLink(AgentId agent) {
        Secret<String> token =
                engine.agents().issueSignInToken(agent, clock.instant().plus(Duration.ofHours(12)));
        return consoleUrl() + "/console/enter?token=" + token.reveal();
    }

    /** Stops taking requests, lets work under way end, closes everything. Idempotent. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception problem) {
                log.warn("A part did not close cleanly: {}", problem.getClass().getSimpleName());
            }
        }
    }
}
