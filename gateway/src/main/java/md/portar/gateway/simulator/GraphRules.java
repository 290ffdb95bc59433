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
    private static final Set<String> RECIPIENT = Set.of("id", "user_ref", "post_id", "comment_id");
    private static final Set<String> REPLY = Set.of("content_type", "title", "payload", "image_url");
    private static final Set<String> BUTTON = Set.of("type", "title", "payload", "url", "webview_height_ratio");
    private static final Set<String> PROFILE = Set.of(
            "get_started",
            "greeting",
            "persistent_menu",
            "ice_breakers",
            "whitelisted_domains",
            "account_linking_url",
            "commands",
            "platform");
    private static final Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG");
    private static final Set<String> ACTIONS = Set.of("mark_seen", "typing_on", "typing_off", "react", "unreact");

    private GraphRules() {}

    /** Rules a send breaks, in words without content. */
    static List<String> broken(JsonNode body) {
        List<String> broken = new ArrayList<>();
        unknown(body, TOP, broken);
        unknown(body.path("recipient"), RECIPIENT, broken);
        if (!body.path("recipient").path("id").isTextual()) {
            broken.add("recipient.id must be a text");
        }
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
            if (body.has("messaging_type") || body.has("tag")) {
                broken.add("sender_action goes alone");
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
        if (body.path("message").isObject()) {
            message(body.path("message"), broken);
        } else {
            broken.add("message is required");
        }
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
        if (message.has("text") && !message.path("text").isTextual()) {
            broken.add("text must be a text");
        }
        if (message.has("metadata") && !message.path("metadata").isTextual()) {
            broken.add("metadata must be a text");
        }
        between("metadata", message.path("metadata"), 0, 1000, broken);
        JsonNode replies = message.path("quick_replies");
        if (replies.size() > 13) {
            broken.add("at most 13 quick replies, has " + replies.size());
        }
        for (JsonNode reply : replies) {
            unknown(reply, REPLY, broken);
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
            unknown(button, BUTTON, broken);
            if (!button.path("type").asText("").matches("postback|web_url|phone_number|account_link|account_unlink")) {
                broken.add("button type is unknown");
            }
            between("button title", button.path("title"), 1, 20, broken);
            between("button payload", button.path("payload"), 0, 1000, broken);
        }
    }

    /** Rules a profile breaks. */
    static List<String> brokenByProfile(JsonNode profile) {
        List<String> broken = new ArrayList<>();
        unknown(profile, PROFILE, broken);
        if (profile.has("get_started")) {
            between("get_started payload", profile.path("get_started").path("payload"), 1, 1000, broken);
        }
        localised("greeting", profile.path("greeting"), broken);
        localised("persistent_menu", profile.path("persistent_menu"), broken);
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
                between("menu payload", item.path("payload"), 0, 1000, broken);
            }
        }
        return broken;
    }

    /** Whoever speaks none of the languages given needs an entry for everybody. */
    private static void localised(String what, JsonNode entries, List<String> broken) {
        boolean everybody = entries.isEmpty();
        for (JsonNode entry : entries) {
            everybody |= entry.path("locale").asText().equals("default");
        }
        if (!everybody) {
            broken.add(what + " has no entry for the locale default");
        }
    }

    /** Rules a change of the thread's owner breaks. */
    static List<String> brokenByControl(String edge, JsonNode body) {
        List<String> broken = new ArrayList<>();
        unknown(body, Set.of("recipient", "target_app_id", "metadata", "access_token", "appsecret_proof"), broken);
        if (body.path("recipient").path("id").asText("").isEmpty()) {
            broken.add("recipient.id is required");
        }
        if (edge.equals("pass_thread_control")
                == body.path("target_app_id").asText("").isEmpty()) {
            broken.add("target_app_id belongs to pass_thread_control");
        }
        between("metadata", body.path("metadata"), 0, 1000, broken);
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
