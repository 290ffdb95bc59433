package md.portar.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.pipeline.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two listeners: webhooks for the platforms, and a private one for health, metrics and the console. */
public final class Listeners implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int IDLE_SECONDS = 30;
    private static final int START_SECONDS = 20;

    /** For a request's head, and between requests. */
    private static final Duration SLOWEST_HEAD = Duration.ofSeconds(20);

    private static final int MOST_CONNECTIONS = 4_096;

    private final Vertx vertx;
    private final int mostConnections;
    private final Duration drain;
    private final List<HttpServer> servers = new ArrayList<>();

    public Listeners(Vertx vertx) {
        this(vertx, MOST_CONNECTIONS, Duration.ofSeconds(10));
    }

    /**
     * Listeners with bounds.
     *
     * @param mostConnections how many connections each of them takes at a time
     * @param drain how long requests under way may take to end when the listeners close
     */
    public Listeners(Vertx vertx, int mostConnections, Duration drain) {
        this.vertx = vertx;
        this.mostConnections = mostConnections;
        this.drain = drain;
    }

    /** Opens the public listener and returns the port it got. Fails with a message for the operator. */
    public int openPublic(
            ListenAddress address,
            BiFunction<ChannelId, ChannelAccount, Optional<ChannelAdapter>> adapters,
            Intake intake,
            PrometheusMetrics metrics)
            throws IOException {
        Router router = router();
        new WebhookRoutes(vertx, adapters, intake, metrics).addTo(router);
        return open("public", address, router);
    }

    /** Opens the private listener; {@code more} adds the console's routes. */
    public int openPrivate(ListenAddress address, Health health, PrometheusMetrics metrics, Consumer<Router> more)
            throws IOException {
        Router router = router();
        new HealthRoutes(health).addTo(router);
        metrics.addTo(router);
        more.accept(router);
        return open("private", address, router);
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.errorHandler(500, Listeners::internalError);
        return router;
    }

    private static void internalError(RoutingContext context) {
        Throwable failure = context.failure();
        log.error(
                "A request failed on {}: {}",
                context.currentRoute() == null
                        ? "an unknown route"
                        : context.currentRoute().getPath(),
                failure == null ? "no cause" : failure.getClass().getSimpleName());
        if (!context.response().ended()) {
            context.response().setStatusCode(500).end();
        }
    }

    private int open(String name, ListenAddress address, Router router) throws IOException {
        HttpServerOptions options = new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setIdleTimeout(IDLE_SECONDS)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false);
        HttpServer server = vertx.createHttpServer(options);
        new OpenConnections(mostConnections, SLOWEST_HEAD).watch(vertx, server, router);
        try {
            await(server.listen(address.port(), address.host()));
        } catch (ExecutionException | TimeoutException problem) {
            throw new IOException("cannot open the " + name + " listener on " + address
                    + ": is the port in use by another program, or the address not this machine's?");
        }
        servers.add(server);
        log.info("The {} listener is open on {}:{}", name, address.host(), server.actualPort());
        return server.actualPort();
    }

    private <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS + drain.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    /** Stops accepting; requests under way end. Idempotent. */
    @Override
    public void close() {
        for (HttpServer server : servers) {
            try {
                await(server.shutdown(Math.max(1, drain.toMillis()), TimeUnit.MILLISECONDS));
            } catch (ExecutionException | TimeoutException problem) {
                log.warn("A listener did not close cleanly");
            }
        }
        servers.clear();
    }
}
