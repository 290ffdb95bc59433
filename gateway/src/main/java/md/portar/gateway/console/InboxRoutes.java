package md.portar.gateway.console;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.conversation.ConversationState;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskThread;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.HandoffDesk;
import md.portar.gateway.console.view.ListView;
import md.portar.gateway.console.view.Shell;
import md.portar.gateway.console.view.Templates;
import md.portar.gateway.console.view.ThreadView;
import org.jspecify.annotations.Nullable;

/** What agents read: lists and threads, as pages and as fragments of them. */
final class InboxRoutes {
    static final int BUBBLES = 50;
    private static final int ROWS = 50;
    private static final Pattern VIEW_IN_URL = Pattern.compile("[?&]view=([a-z]{1,12})\\b");
    private static final Pattern SEQ = Pattern.compile("[0-9]{1,18}");

    private final HandoffDesk desk;
    private final Parts parts;

    InboxRoutes(HandoffDesk desk, Parts parts) {
        this.desk = desk;
        this.parts = parts;
    }

    /** What it works with. */
    record Parts(
            Doorkeeper door,
            Answers answers,
            Shells shells,
            Templates templates,
            DeskPictures pictures,
            StreamHub hub) {}

    void addTo(Router router) {
        Doorkeeper door = parts.door();
        router.get("/console").blockingHandler(door.page(this::inbox), false);
        router.get("/console/list").blockingHandler(door.page(this::more), false);
        router.get("/console/c/:number").blockingHandler(door.conversation(this::thread), false);
        router.get("/console/c/:number/messages").blockingHandler(door.conversation(this::earlier), false);
    }

    private void inbox(RoutingContext context, Visitor visitor) {
        long event = desk.lastEvent();
        ListView list = list(visitor, view(context).orElse(DeskView.QUEUE), Optional.empty(), 0);
        if (Answers.fragment(context.request())) {
            parts.answers().html(context, 200, parts.templates().list(visitor.words(), list));
            return;
        }
        Shell shell = parts.shells().of(context, visitor, event);
        parts.answers().html(context, 200, parts.templates().inbox(shell, list));
    }

    private void more(RoutingContext context, Visitor visitor) {
        Optional<ConversationNumber> after = number(context.request().getParam("after"))
                .filter(value -> value > 0)
                .map(ConversationNumber::new);
        ListView list = list(visitor, view(context).orElse(DeskView.QUEUE), after, 0);
        parts.answers().html(context, 200, parts.templates().rows(visitor.words(), list));
    }

    private void thread(RoutingContext context, Visitor visitor, ConversationNumber number) {
        long event = desk.lastEvent();
        parts.hub().watch(visitor.session(), number);
        Optional<DeskThread> thread = desk.thread(number, Optional.empty(), BUBBLES);
        if (thread.isEmpty()) {
            parts.answers().problem(context, 404, visitor.words());
            return;
        }
        ThreadView picture = parts.pictures().thread(thread.get(), visitor.id(), visitor.words(), Optional.empty());
        if (Answers.fragment(context.request())) {
            pushUrl(context, number);
            parts.answers().html(context, 200, parts.templates().conversation(visitor.words(), picture));
            return;
        }
        DeskView view = view(context).orElseGet(() -> viewOf(thread.get().row(), visitor));
        ListView list = list(visitor, view, Optional.empty(), number.value());
        Shell shell = parts.shells().of(context, visitor, event);
        parts.answers().html(context, 200, parts.templates().inbox(shell, list, picture));
    }

    private void earlier(RoutingContext context, Visitor visitor, ConversationNumber number) {
        Optional<Long> before = number(context.request().getParam("before"));
        desk.thread(number, before, BUBBLES)
                .ifPresentOrElse(
                        thread -> parts.answers()
                                .html(
                                        context,
                                        200,
                                        parts.templates()
                                                .bubbles(
                                                        visitor.words(),
                                                        parts.pictures()
                                                                .thread(
                                                                        thread,
                                                                        visitor.id(),
                                                                        visitor.words(),
                                                                        Optional.empty()))),
                        () -> parts.answers().problem(context, 404, visitor.words()));
    }

    /** The address bar keeps the list that the agent has beside the thread. */
    static void pushUrl(RoutingContext context, ConversationNumber number) {
        if (context.request().getHeader(Sessions.BACKGROUND) != null) {
            return;
        }
        String view = viewOfPage(context)
                .map(known -> "?view=" + ListView.name(known))
                .orElse("");
        context.response().putHeader("HX-Push-Url", "/console/c/" + number.value() + view);
    }

    private ListView list(Visitor visitor, DeskView view, Optional<ConversationNumber> after, long open) {
        // One more than a page shows whether there is a next page.
        List<DeskRow> rows = desk.list(view, visitor.id(), after, ROWS + 1);
        boolean more = rows.size() > ROWS;
        List<DeskRow> page = more ? rows.subList(0, ROWS) : rows;
        long next = more ? page.get(ROWS - 1).number().value() : 0;
        return new ListView(
                view,
                page.stream()
                        .map(row -> parts.pictures().row(row, visitor.words()))
                        .toList(),
                desk.counts(visitor.id()),
                open,
                next);
    }

    private static DeskView viewOf(DeskRow row, Visitor visitor) {
        if (row.state() == ConversationState.Name.ASSIGNED) {
            return row.assignee().equals(Optional.of(visitor.id())) ? DeskView.MINE : DeskView.ALL;
        }
        return row.state() == ConversationState.Name.RESOLVED ? DeskView.RESOLVED : DeskView.QUEUE;
    }

    private static Optional<DeskView> view(RoutingContext context) {
        return view(context.request().getParam("view"));
    }

    private static Optional<DeskView> viewOfPage(RoutingContext context) {
        String url = context.request().getHeader("HX-Current-URL");
        Matcher matcher = VIEW_IN_URL.matcher(url == null ? "" : url);
        return matcher.find() ? view(matcher.group(1)) : Optional.empty();
    }

    private static Optional<DeskView> view(@Nullable String name) {
        for (DeskView view : DeskView.values()) {
            if (name != null && view.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> SEQ.matcher(digits).matches())
                .map(Long::valueOf);
    }
}
