package md.portar.gateway.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import md.portar.core.handoff.Agent;

/** A console on a free port of this machine, with a desk and agents in memory. */
public final class ConsoleUnderTest implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final FakeAgents agents = new FakeAgents();
    private final FakeUndelivered undelivered = new FakeUndelivered();
    private final FakeUnanswered unanswered = new FakeUnanswered();
    private final Clock clock;
    private final FakeDesk desk;
    private final Console console;
    private final HttpServer server;

    public ConsoleUnderTest(Clock clock) throws Exception {
        this(clock, ConsoleSettings.local().withRhythm(Duration.ofMillis(400), Duration.ofMillis(200), 50));
    }

    ConsoleUnderTest(Clock clock, ConsoleSettings settings) throws Exception {
        this.clock = clock;
        desk = new FakeDesk(clock);
        console = new Console(vertx, desk, undelivered, unanswered, agents, clock, settings);
        Router router = Router.router(vertx);
        console.addTo(router);
        server = vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(30))
                .requestHandler(router);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    public FakeDesk desk() {
        return desk;
    }

    public FakeUndelivered undelivered() {
        return undelivered;
    }

    public FakeUnanswered unanswered() {
        return unanswered;
    }

    public FakeAgents agents() {
        return agents;
    }

    Console console() {
        return console;
    }

    /** How many streams browsers hold. */
    public int openStreams() {
        return console.openStreams();
    }

    /** Cuts all streams without a word. */
    public void cutStreams() {
        console.cutStreams();
    }

    public String base() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** A one-time link. */
    public String link(Agent agent) {
        return base() + "/console/enter?token="
                + agents.issueSignInToken(agent.id(), clock.instant().plusSeconds(600))
                        .reveal();
    }

    @Override
    public void close() {
        console.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
