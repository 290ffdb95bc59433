package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a program in another process can have the simulator do, one JSON document each:
 *
 * <pre>{@code
 * POST /simulator/asks        {"app":"telegram","player":"100000001","text":"…","mark":"C-10482"}, or a list of them
 * POST /simulator/marks       {"app":"telegram","player":"100000001","mark":"C-10482","state":"asked|acknowledged"}, or a list
 * POST /simulator/run         {}                                       a new run begins
 * POST /simulator/limits      {"enforced":false}
 * POST /simulator/redelivery  {"app":"telegram","attempts":50,"first":"PT0.05S","longest":"PT1S","onlyUnconnected":false}
 * POST /simulator/deliver     {"app":"telegram","registered":"https://…","connect":"http://127.0.0.1:8080/…"}
 * }</pre>
 */
final class Remote {
    private final Surroundings around;
    private final Map<String, Consumer<JsonNode>> calls;

    Remote(Surroundings around, Function<Question, Report> asks) {
        this.around = around;
        this.calls = Map.of(
                "POST /simulator/asks",
                wanted -> each(wanted, one -> {
                    var unused = asks.apply(
                            new Question(app(one), text(one, "player"), text(one, "text"), text(one, "mark")));
                }),
                "POST /simulator/marks",
                wanted -> each(wanted, this::mark),
                "POST /simulator/run",
                wanted -> around.recorder.clear(),
                "POST /simulator/limits",
                wanted -> around.limits.enforced(wanted.path("enforced").asBoolean(true)),
                "POST /simulator/redelivery",
                this::redelivery,
                "POST /simulator/deliver",
                this::deliver);
    }

    /** What a call does; throws an {@link IllegalArgumentException} that says what is wrong with the request. */
    Optional<Consumer<JsonNode>> find(String call) {
        return Optional.ofNullable(calls.get(call));
    }

    private static void each(JsonNode wanted, Consumer<JsonNode> one) {
        if (wanted.isArray()) {
            wanted.forEach(one);
        } else {
            one.accept(wanted);
        }
    }

    private void mark(JsonNode wanted) {
        ChatApp app = app(wanted);
        String player = text(wanted, "player");
        String mark = text(wanted, "mark");
        switch (wanted.path("state").asText()) {
            case "asked" -> around.recorder.asks(app, player, mark);
            case "acknowledged" -> around.recorder.acknowledged(app, player, mark);
            default -> throw new IllegalArgumentException("state: asked or acknowledged");
        }
    }

    private void redelivery(JsonNode wanted) {
        around.webhooks.redelivery(
                app(wanted),
                new Redelivery(
                        wanted.path("attempts").asInt(),
                        Duration.parse(text(wanted, "first")),
                        Duration.parse(text(wanted, "longest")),
                        wanted.path("onlyUnconnected").asBoolean()));
    }

    private void deliver(JsonNode wanted) {
        around.target(
                app(wanted),
                new SimulatorSettings.Target(
                        URI.create(text(wanted, "registered")), URI.create(text(wanted, "connect"))));
    }

    private static ChatApp app(JsonNode wanted) {
        return ChatApp.find(wanted.path("app").asText())
                .orElseThrow(() -> new IllegalArgumentException("app: telegram, whatsapp or messenger"));
    }

    private static String text(JsonNode wanted, String name) {
        String text = wanted.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }
}
