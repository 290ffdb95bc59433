package md.portar.gateway.console;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import md.portar.core.handoff.ConversationNumber;

/** Lets nobody through who is not signed in, and no action that does not come from the console's own page. */
final class Doorkeeper {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern NEXT = Pattern.compile(
            "/console(/undelivered|/unanswered|/c/[1-9][0-9]{0,17})?(\\?view=(queue|mine|all|resolved))?");

    private final Sessions sessions;
    private final ForgeryCheck forgery;
    private final Answers answers;

    Doorkeeper(Sessions sessions, ForgeryCheck forgery, Answers answers) {
        this.sessions = sessions;
        this.forgery = forgery;
        this.answers = answers;
    }

    /** A page or fragment for an agent. */
    Handler<RoutingContext> page(BiConsumer<RoutingContext, Visitor> handler) {
        return context -> enter(context, visitor -> handler.accept(context, visitor));
    }

    /** A page or fragment about one conversation. */
    Handler<RoutingContext> conversation(ConversationHandler handler) {
        return page((context, visitor) -> number(context)
                .ifPresentOrElse(
                        number -> handler.handle(context, visitor, number),
                        () -> answers.problem(context, 404, visitor.words())));
    }

    /** Something an agent does. */
    Handler<RoutingContext> action(BiConsumer<RoutingContext, Visitor> handler) {
        return context -> enter(context, visitor -> {
            if (forgery.passes(context.request(), visitor.session())) {
                handler.accept(context, visitor);
            } else {
                answers.problem(context, 403, visitor.words());
            }
        });
    }

    /** Something an agent does to one conversation. */
    Handler<RoutingContext> conversationAction(ConversationHandler handler) {
        return action((context, visitor) -> number(context)
                .ifPresentOrElse(
                        number -> handler.handle(context, visitor, number),
                        () -> answers.problem(context, 404, visitor.words())));
    }

    /** What is done with a conversation named in the path. */
    @FunctionalInterface
    interface ConversationHandler {
        void handle(RoutingContext context, Visitor visitor, ConversationNumber number);
    }

    private void enter(RoutingContext context, Consumer<Visitor> then) {
        boolean touch = context.request().getHeader(Sessions.BACKGROUND) == null;
        Optional<Visitor> visitor = sessions.find(context, touch);
        if (visitor.isPresent()) {
            then.accept(visitor.get());
            return;
        }
        if (wantsNoPage(context.request())) {
            context.response().setStatusCode(401).end();
            return;
        }
        String wanted = context.request().uri();
        String next = isNext(wanted) ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "";
        answers.redirect(context, "/console/login" + next);
    }

    private static boolean wantsNoPage(HttpServerRequest request) {
        return Answers.fragment(request)
                || request.getHeader(Sessions.BACKGROUND) != null
                || !request.method().name().equals("GET");
    }

    /** Whether an address is a page of ours to which one may be sent after sign-in. */
    static boolean isNext(String address) {
        return NEXT.matcher(address).matches();
    }

    private static Optional<ConversationNumber> number(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("number"))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> new ConversationNumber(Long.parseLong(text)));
    }
}
