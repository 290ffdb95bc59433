package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Meta documents about the Send API: fields and limits. */
final class GraphRules {
    static final int TEXT_LIMIT = 2000;
    private static final Set<String> TOP = Set.of(
            "recipient",
            "messaging_type",
            "message",
            "sender_action",
            "tag",
            "notification_type",
            "persona_id",
            "access_token",
            "appsecret_proof");
    private static final Set<String> MESSAGE = Set.of("text", "attachment", "attachments", "quick_replies", "metadata");
    private static final Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG");
    private static final Set<String> ACTIONS = Set.of("mark_seen", "typing_on", "typing_off", "react", "unreact");

    private GraphRules() {}

    /** Rules a send breaks, in words without content. */
    static List<String> broken(JsonNode body) {
        List<String> broken = new ArrayList<>();
        unknown(body, TOP, broken);
        if (body.path("recipient").path("id").asText("").isEmpty()) {
            broken.add("recipient.id is required");
        }
        if (body.has("sender_action")) {
            if (body.has("message")) {
                broken.add("sender_action goes without a message");
            }
            if (!ACTIONS.contains(body.path("sender_action").asText())) {
                broken.add("sender_action is unknown");
            }
            return broken;
        }
        if (!TYPES.contains(body.path("messaging_type").asText())) {
            broken.add("messaging_type must be RESPONSE, UPDATE or MESSAGE_TAG");
        }
        boolean tagged = body.path("messaging_type").asText().equals("MESSAGE_TAG");
        if (tagged != body.path("tag").asText("").equals("HUMAN_AGENT")) {
            broken.add("MESSAGE_TAG and the tag HUMAN_AGENT belong together");
        }
        message(body.path("message"), broken);
        return broken;
    }

    private static void message(JsonNode message, List<String> broken) {
        unknown(message, MESSAGE, broken);
        boolean attached = message.has("attachment") || message.has("attachments");
        if (message.has("text") == attached) {
            broken.add("a message has either text or an attachment");
        }
        if (message.has("text")) {
            between("text", message.path("text"), 1, TEXT_LIMIT, broken);
        }
        between("metadata", message.path("metadata"), 0, 1000, broken);
        JsonNode replies = message.path("quick_replies");
        if (replies.size() > 13) {
            broken.add("at most 13 quick replies, has " + replies.size());
        }
        for (JsonNode reply : replies) {
            if (reply.path("content_type").asText("").equals("text")) {
                between("quick reply title", reply.path("title"), 1, 20, broken);
                between("quick reply payload", reply.path("payload"), 1, 1000, broken);
            } else if (!reply.path("content_type").asText("").startsWith("user_")) {
                broken.add("quick reply content_type is unknown");
            }
        }
        template(message.path("attachment").path("payload"), broken);
    }

    private static void template(JsonNode payload, List<String> broken) {
        switch (payload.path("template_type").asText("")) {
            case "button" -> {
                between("template text", payload.path("text"), 1, 640, broken);
                buttons(payload.path("buttons"), 1, broken);
            }
            case "generic" -> {
                if (payload.path("elements").isEmpty()
                        || payload.path("elements").size() > 10) {
                    broken.add("a generic template has 1 to 10 elements");
                }
                for (JsonNode element : payload.path("elements")) {
                    between("element title", element.path("title"), 1, 80, broken);
                    between("element subtitle", element.path("subtitle"), 0, 80, broken);
                    buttons(element.path("buttons"), 0, broken);
                }
            }
            default -> {
                // other templates have no rules the gateway could break
            }
        }
    }

    private static void buttons(JsonNode buttons, int least, List<String> broken) {
        if (buttons.size() < least || buttons.size() > 3) {
            broken.add("a template has " + least + " to 3 buttons, has " + buttons.size());
        }
        for (JsonNode button : buttons) {
            between("button title", button.path("title"), 1, 20, broken);
            between("button payload", button.path("payload"), 0, 1000, broken);
        }
    }

    /** Rules a profile breaks. */
    static List<String> brokenByProfile(JsonNode profile) {
        List<String> broken = new ArrayList<>();
        for (JsonNode greeting : profile.path("greeting")) {
            between("greeting", greeting.path("text"), 1, 160, broken);
        }
        if (profile.path("ice_breakers").size() > 4
                && !profile.path("ice_breakers").path(0).has("call_to_actions")) {
            broken.add("at most 4 ice breakers");
        }
        for (JsonNode localised : profile.path("ice_breakers")) {
            if (localised.path("call_to_actions").size() > 4) {
                broken.add("at most 4 ice breakers");
            }
        }
        for (JsonNode menu : profile.path("persistent_menu")) {
            for (JsonNode item : menu.path("call_to_actions")) {
                between("menu title", item.path("title"), 1, 30, broken);
            }
        }
        return broken;
    }

    private static void unknown(JsonNode node, Set<String> known, List<String> broken) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                broken.add("unknown field " + name);
            }
        });
    }

    private static void between(String what, JsonNode value, int least, int most, List<String> broken) {
        int length = value.asText("").length();
        if (length < least || length > most) {
            broken.add(what + " must have " + least + " to " + most + " characters, has " + length);
        }
    }
}
