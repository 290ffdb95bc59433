package md.portar.gateway.console;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.Unanswered;
import md.portar.core.handoff.Unanswered.Order;
import md.portar.core.handoff.Unanswered.Question;
import md.portar.core.message.Language;
import md.portar.gateway.console.view.Segment;
import md.portar.gateway.console.view.UnansweredView;
import md.portar.gateway.console.view.UnansweredView.Link;
import md.portar.gateway.console.view.Words;
import org.jspecify.annotations.Nullable;

/** The supervisors' page of questions that found no answer. It changes nothing. */
final class UnansweredRoutes {
    static final int PAGE = 100;

    private final Unanswered unanswered;
    private final HandoffDesk desk;
    private final InboxRoutes.Parts parts;

    UnansweredRoutes(Unanswered unanswered, HandoffDesk desk, InboxRoutes.Parts parts) {
        this.unanswered = unanswered;
        this.desk = desk;
        this.parts = parts;
    }

    void addTo(Router router) {
        router.get("/console/unanswered").blockingHandler(parts.door().page(this::show), false);
    }

    private void show(RoutingContext context, Visitor visitor) {
        if (!visitor.supervises()) {
            parts.answers().problem(context, 403, visitor.words());
            return;
        }
        Optional<Language> language =
                Optional.ofNullable(context.request().getParam("language")).flatMap(Language::fromTag);
        Order order = order(context.request().getParam("order"));
        List<Question> found = unanswered.list(language, order, PAGE + 1);
        Words words = visitor.words();
        UnansweredView view = new UnansweredView(
                found.stream()
                        .limit(PAGE)
                        .map(question -> item(question, words))
                        .toList(),
                languages(language, order, words),
                Stream.of(Order.values())
                        .map(other -> new Link(
                                name(other), address(language, other), words.of("unanswered", other), other == order))
                        .toList(),
                language.isPresent(),
                found.size() > PAGE ? PAGE : 0);
        parts.answers()
                .html(
                        context,
                        200,
                        parts.templates().unanswered(parts.shells().of(context, visitor, desk.lastEvent()), view));
    }

    private UnansweredView.Item item(Question question, Words words) {
        String spoken = Stream.of(Language.values())
                .filter(question.languages()::contains)
                .map(language -> words.of("speaks", language))
                .collect(Collectors.joining(", "));
        return new UnansweredView.Item(
                Segment.of(question.text()),
                question.language(),
                spoken,
                question.times(),
                question.lastAsked(),
                words.duration(parts.pictures().since(question.lastAsked())));
    }

    private static List<Link> languages(Optional<Language> chosen, Order order, Words words) {
        List<Link> links = new ArrayList<>();
        links.add(new Link("all", address(Optional.empty(), order), words.get("unanswered.all"), chosen.isEmpty()));
        for (Language language : Language.values()) {
            Optional<Language> one = Optional.of(language);
            links.add(new Link(language.code(), address(one, order), words.of("speaks", language), chosen.equals(one)));
        }
        return links;
    }

    private static Order order(@Nullable String name) {
        return name != null && name.equals(name(Order.NEWEST)) ? Order.NEWEST : Order.OFTEN;
    }

    private static String name(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    private static String address(Optional<Language> language, Order order) {
        return "/console/unanswered?order=" + name(order)
                + language.map(one -> "&language=" + one.code()).orElse("");
    }
}
