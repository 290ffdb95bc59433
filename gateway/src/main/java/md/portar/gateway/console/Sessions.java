package md.portar.gateway.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.settings.Secret;

/** Ties a browser to a session in the store by one cookie. Blocking, as the store is asked. */
final class Sessions {
    /** Requests that a page makes by itself carry this header; they do not keep a session alive. */
    static final String BACKGROUND = "X-Console-Background";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    private final AgentDirectory agents;
    private final Clock clock;
    private final ConsoleSettings settings;

    Sessions(AgentDirectory agents, Clock clock, ConsoleSettings settings) {
        this.agents = agents;
        this.clock = clock;
        this.settings = settings;
    }

    /** With TLS the browser itself refuses to let another host or a plain page set this cookie. */
    String cookieName() {
        return settings.tls() ? "__Host-console" : "console";
    }

    Optional<Visitor> find(RoutingContext context, boolean touch) {
        return sessionId(context).flatMap(id -> find(id, touch));
    }

    Optional<Visitor> find(Secret<String> id, boolean touch) {
        return agents.session(id, clock.instant(), touch)
                .filter(agent -> !agent.disabled())
                .map(agent -> new Visitor(agent, id));
    }

    /** Opens a new session, never continuing the one that the browser may have brought along. */
    void open(RoutingContext context, Agent agent) {
        sessionId(context).ifPresent(agents::closeSession);
        Secret<String> id =
                agents.openSession(agent.id(), clock.instant(), settings.sessionIdle(), settings.sessionAbsolute());
        context.response()
                .addCookie(
                        cookie(id.reveal()).setMaxAge(settings.sessionAbsolute().toSeconds()));
    }

    void close(RoutingContext context, Secret<String> id) {
        agents.closeSession(id);
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(cookieName(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(settings.tls())
                .setSameSite(CookieSameSite.LAX);
    }

    private Optional<Secret<String>> sessionId(RoutingContext context) {
        Cookie cookie = context.request().getCookie(cookieName());
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> ID.matcher(value).matches())
                .map(Secret::of);
    }
}
