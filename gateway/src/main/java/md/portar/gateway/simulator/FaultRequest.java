package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A switch set over HTTP:
 *
 * <pre>{@code
 * {"app":"telegram","fault":"rate-limit","mode":"next|on|off","times":1,"share":0.3,"shareOf":"calls|chats",
 *  "amount":"PT1S","most":"PT5S","after":"PT0S","lasts":"PT10M","every":"PT0S","chats":["100000001"],"copies":1}
 * {"mode":"clear"}   {"mode":"seed","seed":42}
 * }</pre>
 */
final class FaultRequest {
    private FaultRequest() {}

    /** Does it; an {@link IllegalArgumentException} says what is wrong with the request. */
    static void apply(Faults faults, JsonNode wanted) {
        String mode = wanted.path("mode").asText();
        if (mode.equals("clear")) {
            faults.clear();
            return;
        }
        if (mode.equals("seed")) {
            faults.seed(wanted.path("seed").asLong());
            return;
        }
        ChatApp app = ChatApp.find(wanted.path("app").asText())
                .orElseThrow(() -> new IllegalArgumentException("app: telegram, whatsapp or messenger"));
        FaultKind kind = FaultKind.find(wanted.path("fault").asText())
                .orElseThrow(() -> new IllegalArgumentException("fault: unknown"));
        switch (mode) {
            case "off" -> faults.off(app, kind);
            case "next" ->
                faults.set(app, fault(kind, wanted).times(wanted.path("times").asInt(1)));
            case "on" -> faults.set(app, fault(kind, wanted));
            default -> throw new IllegalArgumentException("mode: next, on, off, clear or seed");
        }
    }

    private static Fault fault(FaultKind kind, JsonNode wanted) {
        Duration least = duration(wanted, "amount", kind.usual());
        double share = wanted.path("share").asDouble(1);
        List<String> chats = new ArrayList<>();
        wanted.path("chats").forEach(chat -> chats.add(chat.asText()));
        Fault fault = Fault.on(kind)
                .between(least, duration(wanted, "most", least))
                .after(duration(wanted, "after", Duration.ZERO))
                .lasting(duration(wanted, "lasts", kind == FaultKind.OUTAGE ? least : Duration.ZERO))
                .every(duration(wanted, "every", Duration.ZERO))
                .onChats(chats.toArray(new String[0]))
                .copies(wanted.path("copies").asInt(1));
        return wanted.path("shareOf").asText("calls").equals("chats") ? fault.shareOfChats(share) : fault.share(share);
    }

    private static Duration duration(JsonNode wanted, String name, Duration otherwise) {
        return wanted.has(name) ? Duration.parse(wanted.path(name).asText()) : otherwise;
    }
}
