package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Meta's webhooks: events in an entry of the page, signed over the bytes that travel. */
final class GraphEvents {
    /** Ends the lane of echoes, deliveries and reads. */
    static final String RECEIPTS = Webhook.Purpose.RECEIPTS;

    private final Surroundings around;
    private final SimulatorSettings.Messenger account;

    GraphEvents(Surroundings around) {
        this.around = around;
        this.account = around.settings.messenger();
    }

    /** An event from a player to the page; the caller adds what happened. */
    ObjectNode fromPlayer(String player, long timestamp) {
        return event(player, account.ids().page(), timestamp);
    }

    /** An event from the page to a player. */
    ObjectNode fromPage(String player, long timestamp) {
        return event(account.ids().page(), player, timestamp);
    }

    private static ObjectNode event(String sender, String recipient, long timestamp) {
        ObjectNode event = Json.object();
        event.putObject("sender").put("id", sender);
        event.putObject("recipient").put("id", recipient);
        return event.put("timestamp", timestamp);
    }

    CompletableFuture<Integer> send(String lane, boolean standby, List<ObjectNode> events) {
        ObjectNode body = Json.object().put("object", "page");
        ObjectNode entry = body.putArray("entry").addObject();
        entry.put("id", account.ids().page());
        entry.put("time", around.faults.now(ChatApp.MESSENGER).toEpochMilli());
        entry.putArray(standby ? "standby" : "messaging").addAll(events);
        return post(
                new Webhook.Purpose(lane, what(standby, events), lane.endsWith(RECEIPTS)),
                Json.escaped(body).getBytes(StandardCharsets.UTF_8));
    }

    private URI target() {
        SimulatorSettings.Target target = around.target(ChatApp.MESSENGER);
        return target.reach(target.registered());
    }

    private static String what(boolean standby, List<ObjectNode> events) {
        if (standby || events.size() != 1) {
            return standby ? "standby" : "batch";
        }
        ObjectNode event = events.get(0);
        if (event.path("message").path("is_echo").asBoolean()) {
            return "echo";
        }
        String last = "event";
        for (var names = event.fieldNames(); names.hasNext(); ) {
            last = names.next();
        }
        return last;
    }

    private CompletableFuture<Integer> post(Webhook.Purpose purpose, byte[] body) {
        String signature = Signatures.meta(account.appSecret(), body);
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "User-Agent", "facebookexternalua",
                "X-Hub-Signature-256", signature);
        Map<String, String> forged = Map.of("X-Hub-Signature-256", Signatures.forged(signature));
        return around.webhooks.send(new Webhook(
                ChatApp.MESSENGER, purpose, this::target, headers, forged, Buffer.buffer(body), unused -> {}));
    }
}
