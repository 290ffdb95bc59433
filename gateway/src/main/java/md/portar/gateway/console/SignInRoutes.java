package md.portar.gateway.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.message.Language;
import md.portar.core.settings.Secret;
import md.portar.gateway.console.view.Templates;
import md.portar.gateway.console.view.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by link or password, signing out, and what an agent sets for himself. */
final class SignInRoutes {
    private static final Logger log = LoggerFactory.getLogger(SignInRoutes.class);
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 256;

    private final AgentDirectory agents;
    private final Clock clock;
    private final Parts parts;
    private final SignInThrottle throttle;

    SignInRoutes(AgentDirectory agents, Clock clock, Parts parts) {
        this.agents = agents;
        this.clock = clock;
        this.parts = parts;
        this.throttle = new SignInThrottle(clock);
    }

    /** What it works with. */
    record Parts(
            Doorkeeper door,
            Sessions sessions,
            ForgeryCheck forgery,
            Answers answers,
            Shells shells,
            Templates templates,
            StreamHub hub,
            ConsoleSettings settings) {}

    void addTo(Router router) {
        router.get("/console/login").blockingHandler(this::form, false);
        router.post("/console/login").blockingHandler(this::signIn, false);
        router.get("/console/enter").blockingHandler(this::enter, false);
        router.post("/console/logout").blockingHandler(parts.door().action(this::signOut), false);
        router.post("/console/me").blockingHandler(parts.door().action(this::change), false);
    }

    private void form(RoutingContext context) {
        if (parts.sessions().find(context, false).isPresent()) {
            parts.answers().redirect(context, next(context.request().getParam("next")));
            return;
        }
        Language language = Shells.language(context);
        show(context, 200, language, "");
    }

    private void show(RoutingContext context, int status, Language language, String problem) {
        String next = next(context.request().getParam("next"));
        String page = parts.templates().login(parts.shells().beforeSignIn(context, language), next, problem);
        parts.answers().html(context, status, page);
    }

    private void signIn(RoutingContext context) {
        Language language = Shells.language(context);
        Words words = Words.in(language);
        if (!parts.forgery().sameOrigin(context.request())) {
            parts.answers().problem(context, 403, words);
            return;
        }
        MultiMap form = context.request().formAttributes();
        String name = cut(form.get("name"), LONGEST_NAME).strip();
        String password = cut(form.get("password"), LONGEST_PASSWORD);
        String address = address(context);
        Duration wait = throttle.wait(name, address);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            context.response().putHeader("Retry-After", Long.toString(seconds));
            show(context, 429, language, words.get("login.throttled", words.duration(Duration.ofSeconds(seconds))));
            return;
        }
        Optional<Agent> agent =
                agents.signIn(name, Secret.of(password), clock.instant()).filter(known -> !known.disabled());
        if (agent.isEmpty()) {
            throttle.failed(name, address);
            log.info("A sign-in to the console failed");
            show(context, 401, language, words.get("login.wrong"));
            return;
        }
        throttle.succeeded(name);
        welcome(context, agent.get(), next(form.get("next")));
    }

    private void enter(RoutingContext context) {
        Language language = Shells.language(context);
        Words words = Words.in(language);
        String token = cut(context.request().getParam("token"), LONGEST_PASSWORD);
        String address = address(context);
        // A browser that only looks ahead must not use the link up.
        boolean ahead = context.request().getHeader("Sec-Purpose") != null;
        if (ahead || !throttle.wait("", address).isZero()) {
            show(context, 429, language, words.get("login.throttled", words.duration(Duration.ofSeconds(15))));
            return;
        }
        Optional<Agent> agent = token.isEmpty()
                ? Optional.empty()
                : agents.redeemSignInToken(Secret.of(token), clock.instant()).filter(known -> !known.disabled());
        if (agent.isEmpty()) {
            throttle.failed("", address);
            throttle.succeeded("");
            show(context, 401, language, words.get("login.link-expired"));
            return;
        }
        welcome(context, agent.get(), "/console");
    }

    private void welcome(RoutingContext context, Agent agent, String next) {
        parts.sessions().open(context, agent);
        log.info("Agent {} signed in", agent.id().value());
        parts.answers().redirect(context, next);
    }

    private void signOut(RoutingContext context, Visitor visitor) {
        parts.sessions().close(context, visitor.session());
        parts.hub().end(visitor.session(), "logout");
        log.info("Agent {} signed out", visitor.id().value());
        context.response().putHeader("HX-Redirect", "/console/login");
        parts.answers().empty(context);
    }

    private void change(RoutingContext context, Visitor visitor) {
        MultiMap form = context.request().formAttributes();
        Optional<Language> language = Optional.ofNullable(form.get("language")).flatMap(Language::fromTag);
        String theme = Optional.ofNullable(form.get("theme")).orElse("");
        if (language.isEmpty() && !Shells.isTheme(theme)) {
            parts.answers().problem(context, 422, visitor.words());
            return;
        }
        language.ifPresent(chosen -> agents.save(speaking(visitor.agent(), chosen)));
        if (Shells.isTheme(theme)) {
            context.response()
                    .addCookie(Cookie.cookie(Shells.THEME, theme)
                            .setPath("/console")
                            .setHttpOnly(true)
                            .setSecure(parts.settings().tls())
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(Duration.ofDays(365).toSeconds()));
        }
        context.response().putHeader("HX-Refresh", "true");
        parts.answers().empty(context);
    }

    private static Agent speaking(Agent agent, Language language) {
        return new Agent(agent.id(), agent.publicName(), agent.role(), agent.languages(), language, agent.disabled());
    }

    private static String next(@Nullable String wanted) {
        return wanted != null && Doorkeeper.isNext(wanted) ? wanted : "/console";
    }

    private static String cut(@Nullable String text, int most) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), most));
    }

    private static String address(RoutingContext context) {
        return String.valueOf(context.request().remoteAddress().hostAddress());
    }
}
