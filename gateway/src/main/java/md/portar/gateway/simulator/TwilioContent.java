package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Content items: made once, sent by number, some approved as templates. Thread-safe. */
final class TwilioContent {
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final Set<String> approved = new HashSet<>();

    synchronized ObjectNode create(ObjectNode wanted) {
        String sid = "HX" + UUID.randomUUID().toString().replace("-", "");
        ObjectNode item = wanted.deepCopy();
        item.put("sid", sid).put("url", "https://content.twilio.com/v1/Content/" + sid);
        items.put(sid, item);
        return item;
    }

    synchronized Optional<ObjectNode> find(String sid) {
        return Optional.ofNullable(items.get(sid));
    }

    synchronized boolean remove(String sid) {
        return items.remove(sid) != null;
    }

    /** Every template is approved at once. */
    synchronized void approve(String sid) {
        approved.add(sid);
    }

    synchronized boolean isApproved(String sid) {
        return approved.contains(sid);
    }

    synchronized ObjectNode list() {
        ObjectNode page = Json.object();
        ArrayNode contents = page.putArray("contents");
        items.values().forEach(contents::add);
        page.putObject("meta")
                .put("page", 0)
                .put("page_size", 500)
                .put("key", "contents")
                .putNull("next_page_url");
        return page;
    }

    /** What the phone shows for an item, its variables filled in. */
    static ChatEntry.Body render(JsonNode item, JsonNode variables) {
        JsonNode types = item.path("types");
        String name = types.fieldNames().hasNext() ? types.fieldNames().next() : "";
        JsonNode type = types.path(name);
        RichText body = RichText.whatsApp(filled(type.path("body").asText(""), variables));
        List<List<ChatEntry.Option>> rows = new ArrayList<>();
        for (JsonNode action : type.path("actions")) {
            rows.add(List.of(new ChatEntry.Option(
                    filled(action.path("title").asText(), variables),
                    filled(action.path("id").asText(""), variables),
                    "")));
        }
        for (JsonNode entry : type.path("items")) {
            rows.add(List.of(new ChatEntry.Option(
                    filled(entry.path("item").asText(), variables),
                    filled(entry.path("id").asText(""), variables),
                    filled(entry.path("description").asText(""), variables))));
        }
        if (rows.isEmpty()) {
            return ChatEntry.Body.text(body);
        }
        boolean list = name.equals("twilio/list-picker");
        ChatEntry.Choices.Kind kind = list ? ChatEntry.Choices.Kind.LIST : ChatEntry.Choices.Kind.BUTTONS;
        String opener = list ? filled(type.path("button").asText(""), variables) : "";
        return new ChatEntry.Body(body, Optional.empty(), new ChatEntry.Choices(kind, rows, opener));
    }

    private static String filled(String text, JsonNode variables) {
        String filled = text;
        for (var names = variables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            filled = filled.replace("{{" + name + "}}", variables.path(name).asText(""));
        }
        return filled;
    }
}
