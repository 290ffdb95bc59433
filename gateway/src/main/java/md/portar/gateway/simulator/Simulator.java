package md.portar.gateway.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The platforms, the phones and the page that shows them, on one loopback port. Everything lives in memory; closing leaves nothing
 * behind. Phones may be used from any thread.
 */
public final class Simulator implements AutoCloseable {
    private static final long CLOSE_SECONDS = 10;

    private final SimulatorSettings settings;
    private final Vertx vertx;
    private final Recorder recorder;
    private final Faults faults;
    private final WireServer server;
    private final Page page;
    private final Surroundings around;
    private final TelegramPhones telegram;
    private final WhatsAppPhones whatsApp;
    private final MessengerPhones messenger;
    private volatile int port;

    public Simulator(SimulatorSettings settings) {
        this.settings = settings;
        // Neither a cache folder nor files from the class path: Vert.x would leave a folder behind.
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        this.faults = new Faults(settings.clock(), new Random().nextInt());
        this.recorder = new Recorder(settings.clock(), faults::seed);
        LiveFeed feed = new LiveFeed(vertx);
        this.around = new Surroundings(
                settings, faults, recorder, vertx, feed::phoneChanged, () -> "http://127.0.0.1:" + port);

        TelegramUpdates updates = new TelegramUpdates(around);
        TelegramPlatform telegramApi = new TelegramPlatform(around, updates);
        this.telegram = new TelegramPhones(around, updates, telegramApi);

        TwilioContent content = new TwilioContent();
        TwilioCallbacks callbacks = new TwilioCallbacks(around);
        TwilioMessages messages = new TwilioMessages(around, content, callbacks);
        this.whatsApp = new WhatsAppPhones(around, messages, callbacks);

        GraphEvents events = new GraphEvents(around);
        GraphMessages pageMessages = new GraphMessages(around, events);
        GraphPlatform graph = new GraphPlatform(around, pageMessages);
        this.messenger = new MessengerPhones(around, events, pageMessages, graph);

        around.menu(ChatApp.TELEGRAM, telegramApi.methods()::menu);
        around.menu(ChatApp.MESSENGER, graph::menu);
        PageActions actions = new PageActions(telegram, whatsApp, messenger);
        this.page = new Page(around, feed, actions, new Remote(around, this::asks));
        this.server = new WireServer(
                vertx,
                around,
                List.of(telegramApi, new TwilioPlatform(around, messages, content), graph),
                page::handle);
        feed.connect(around);
    }

    /** Starts listening; gives this simulator. Fails when the port is taken. */
    public Simulator start() {
        try {
            port = server.listen(settings.port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return this;
        } catch (CompletionException failed) {
            close();
            throw new IllegalStateException(
                    "the simulator cannot listen on port " + settings.port(), failed.getCause());
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The address of the page, and of the three platforms' APIs. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Tells a platform where to deliver from now on; for a gateway that got its port after this simulator did. */
    public void deliverTo(ChatApp app, SimulatorSettings.Target target) {
        around.target(app, target);
    }

    /** How a platform repeats webhooks that are not accepted; as it really does, unless told. */
    public void redelivery(ChatApp app, Redelivery redelivery) {
        around.webhooks.redelivery(app, redelivery);
    }

    /** Whether sends above the platforms' limits are refused; they are, unless told, as when throughput is measured. */
    public void enforceLimits(boolean enforced) {
        around.limits.enforced(enforced);
    }

    /**
     * A player asks something whose answer can be told from all others, so that {@link Recorder#report} knows what was lost,
     * answered twice or out of order. Conversations side by side; within one the next question waits for the acknowledgement.
     */
    public Report asks(Question question) {
        ChatApp app = question.app();
        String player = question.player();
        Ledger books = recorder.ledger();
        books.asks(app, player, question.mark());
        Report report = switch (app) {
            case TELEGRAM -> telegram.says(player, question.text());
            case WHATSAPP -> whatsApp.says(player, question.text());
            case MESSENGER -> messenger.says(player, question.text());
        };
        var unused = report.answer().thenAccept(status -> {
            if (status >= 200 && status < 300) {
                books.acknowledged(
                        app, player, question.mark(), around.settings.clock().instant());
            }
        });
        return report;
    }

    /** Holds every call from now on against one more set of rules. */
    void alsoCheck(WireCheck check) {
        around.checks.add(check);
    }

    /** The link to the agents' console on the page. */
    public void consoleUrl(String url) {
        page.consoleUrl(url);
    }

    public TelegramPhones telegram() {
        return telegram;
    }

    public WhatsAppPhones whatsApp() {
        return whatsApp;
    }

    public MessengerPhones messenger() {
        return messenger;
    }

    public Faults faults() {
        return faults;
    }

    public Recorder recorder() {
        return recorder;
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException ignored) {
            // the process is going away or the test is over; there is nothing left to tidy up
        }
    }
}
