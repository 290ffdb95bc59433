package md.portar.gateway.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.Unanswered;
import md.portar.core.handoff.Undelivered;
import md.portar.gateway.console.view.Templates;
import md.portar.gateway.console.view.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agents' console below {@code /console}, for the private listener. Requests that ask the store run on worker threads;
 * the live stream is written by the event loop.
 *
 * <pre>{@code
 * Console console = new Console(vertx, engine.desk(), engine.undelivered(), engine.unanswered(), engine.agents(), clock,
 *         ConsoleSettings.local());
 * listeners.openPrivate(address, health, metrics, console::addTo);
 * console.close(); // tells open pages, before the listeners close
 * }</pre>
 */
public final class Console implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Console.class);
    private static final int LARGEST_BODY = 64 * 1024;

    private final Assets assets = new Assets();
    private final Answers answers;
    private final StreamHub hub;
    private final StreamRoutes stream;
    private final SignInRoutes signIn;
    private final InboxRoutes inbox;
    private final ActionRoutes actions;
    private final UndeliveredRoutes undelivered;
    private final UnansweredRoutes unanswered;

    public Console(
            Vertx vertx,
            HandoffDesk desk,
            Undelivered letters,
            Unanswered questions,
            AgentDirectory agents,
            Clock clock,
            ConsoleSettings settings) {
        Templates templates = new Templates();
        Shells shells = new Shells(assets, clock);
        answers = new Answers(templates, shells, settings.tls());
        Sessions sessions = new Sessions(agents, clock, settings);
        ForgeryCheck forgery = new ForgeryCheck(settings);
        Doorkeeper door = new Doorkeeper(sessions, forgery, answers);
        AgentNames names = new AgentNames(agents, clock);
        DeskPictures pictures = new DeskPictures(names, clock);
        hub = new StreamHub(vertx, desk, sessions, new FrameWriter(templates, pictures, clock), clock, settings);
        stream = new StreamRoutes(vertx, sessions, hub, door);
        signIn = new SignInRoutes(
                agents,
                clock,
                new SignInRoutes.Parts(door, sessions, forgery, answers, shells, templates, hub, settings));
        InboxRoutes.Parts reading = new InboxRoutes.Parts(door, answers, shells, templates, pictures, hub);
        inbox = new InboxRoutes(desk, reading);
        actions = new ActionRoutes(desk, names, reading);
        undelivered = new UndeliveredRoutes(letters, desk, reading);
        unanswered = new UnansweredRoutes(questions, desk, reading);
    }

    /** Adds everything below {@code /console}. */
    public void addTo(Router router) {
        router.route("/console/*").handler(answers::protect).failureHandler(this::failed);
        router.get("/console/assets/*").handler(assets::serve);
        stream.addTo(router);
        router.post("/console/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        signIn.addTo(router);
        inbox.addTo(router);
        actions.addTo(router);
        undelivered.addTo(router);
        unanswered.addTo(router);
        router.route("/console/*")
                .handler(context -> answers.problem(context, 404, Words.in(Shells.language(context))));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status >= 500) {
            Throwable cause = context.failure();
            log.error(
                    "A console request failed: {}",
                    cause == null ? "no cause" : cause.getClass().getSimpleName());
        }
        answers.problem(context, status, Words.in(Shells.language(context)));
    }

    /** How many streams are open on this node. */
    public int openStreams() {
        return hub.size();
    }

    /** Cuts all streams as a failing network would; for tests of coming back. */
    void cutStreams() {
        hub.cut();
    }

    /** Tells open pages that this node goes away, and stops watching the desk. Idempotent. */
    @Override
    public void close() {
        hub.close();
    }
}
