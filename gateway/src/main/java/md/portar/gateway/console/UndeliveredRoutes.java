package md.portar.gateway.console;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.Undelivered.Replay;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.message.Language;
import md.portar.gateway.console.view.Segment;
import md.portar.gateway.console.view.UndeliveredView;
import md.portar.gateway.console.view.Words;
import org.jspecify.annotations.Nullable;

/** The supervisors' page of messages that were given up. */
final class UndeliveredRoutes {
    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Undelivered undelivered;
    private final HandoffDesk desk;
    private final InboxRoutes.Parts parts;

    UndeliveredRoutes(Undelivered undelivered, HandoffDesk desk, InboxRoutes.Parts parts) {
        this.undelivered = undelivered;
        this.desk = desk;
        this.parts = parts;
    }

    void addTo(Router router) {
        Doorkeeper door = parts.door();
        router.get("/console/undelivered").blockingHandler(door.page(supervised(this::show)), false);
        router.post("/console/undelivered/:letter/replay")
                .blockingHandler(door.action(supervised(this::replay)), false);
        router.post("/console/undelivered/:letter/drop").blockingHandler(door.action(supervised(this::drop)), false);
    }

    private BiConsumer<RoutingContext, Visitor> supervised(BiConsumer<RoutingContext, Visitor> handler) {
        return (context, visitor) -> {
            if (visitor.supervises()) {
                handler.accept(context, visitor);
            } else {
                parts.answers().problem(context, 403, visitor.words());
            }
        };
    }

    private void show(RoutingContext context, Visitor visitor) {
        Optional<Long> before = number(context.request().getParam("before"));
        List<UndeliveredMessage> messages = undelivered.list(Undelivered.Filter.ALL, before, PAGE + 1);
        List<UndeliveredMessage> page = messages.size() > PAGE ? messages.subList(0, PAGE) : messages;
        long next = messages.size() > PAGE ? page.get(PAGE - 1).number() : 0;
        Words words = visitor.words();
        UndeliveredView view = new UndeliveredView(
                page.stream().map(message -> item(message, words)).toList(),
                undelivered.counts().stream()
                        .map(count -> new UndeliveredView.Count(
                                words.channel(count.channel().value()),
                                DeskPictures.failure(count.cause(), count.channel(), words),
                                count.messages()))
                        .toList(),
                next);
        parts.answers()
                .html(
                        context,
                        200,
                        parts.templates().undelivered(parts.shells().of(context, visitor, desk.lastEvent()), view));
    }

    private UndeliveredView.Item item(UndeliveredMessage message, Words words) {
        return new UndeliveredView.Item(
                message.number(),
                message.conversation().value(),
                words.channel(message.channel().value()),
                message.customer().value(),
                words.get(message.byAgent() ? "undelivered.agent" : "undelivered.bot"),
                DeskPictures.failure(message.cause(), message.channel(), words),
                message.platformCode() == 0 ? "" : Integer.toString(message.platformCode()),
                message.givenUpAt(),
                words.duration(parts.pictures().since(message.givenUpAt())),
                language(message),
                Segment.of(message.text()));
    }

    private Language language(UndeliveredMessage message) {
        return desk.thread(message.conversation(), Optional.empty(), 1)
                .map(thread -> thread.row().language())
                .orElse(Language.RO);
    }

    private void replay(RoutingContext context, Visitor visitor) {
        Optional<Long> number = number(context.pathParam("letter"));
        if (number.isEmpty()) {
            parts.answers().problem(context, 404, visitor.words());
            return;
        }
        Replay result = undelivered.replay(number.get(), visitor.id());
        Words words = visitor.words();
        Optional<UndeliveredMessage> still = find(number.get());
        String html = result == Replay.DONE || result == Replay.GONE || still.isEmpty()
                ? parts.templates().undeliveredEnd(words.of("undelivered", result))
                : parts.templates().undelivered(words, item(still.get(), words), words.of("undelivered", result));
        parts.answers().html(context, result == Replay.DONE ? 200 : 409, html);
    }

    private Optional<UndeliveredMessage> find(long number) {
        return undelivered.list(Undelivered.Filter.ALL, Optional.of(number + 1), 1).stream()
                .filter(message -> message.number() == number)
                .findFirst();
    }

    private void drop(RoutingContext context, Visitor visitor) {
        Optional<Long> number = number(context.pathParam("letter"));
        if (number.isEmpty()) {
            parts.answers().problem(context, 404, visitor.words());
            return;
        }
        boolean dropped = undelivered.drop(number.get(), visitor.id());
        String text = visitor.words().get(dropped ? "undelivered.dropped" : "undelivered.gone");
        parts.answers().html(context, dropped ? 200 : 409, parts.templates().undeliveredEnd(text));
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Long::valueOf);
    }
}
