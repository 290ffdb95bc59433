package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Twilio documents about sending and about content items. */
final class TwilioRules {
    static final int BODY_LIMIT = 1600;
    private static final Set<String> LISTS = Set.of("MediaUrl", "PersistentAction");
    private static final Set<String> FIELDS = Set.of(
            "To",
            "From",
            "MessagingServiceSid",
            "Body",
            "MediaUrl",
            "ContentSid",
            "ContentVariables",
            "StatusCallback",
            "ApplicationSid",
            "MaxPrice",
            "ProvideFeedback",
            "Attempt",
            "ValidityPeriod",
            "ForceDelivery",
            "ContentRetention",
            "AddressRetention",
            "SmartEncoded",
            "PersistentAction",
            "TrafficType",
            "ShortenUrls",
            "ScheduleType",
            "SendAt",
            "SendAsMms",
            "RiskCheck",
            "FallbackFrom");

    private TwilioRules() {}

    static Set<String> fields() {
        return FIELDS;
    }

    /** Rules a send breaks, in words without content. */
    static List<String> brokenBySend(Form form) {
        List<String> broken = new ArrayList<>();
        form.names().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> broken.add("unknown field " + name));
        if (!form.get("To").startsWith("whatsapp:")) {
            broken.add("To must start with whatsapp:");
        }
        if (form.get("From").isEmpty() == form.get("MessagingServiceSid").isEmpty()) {
            broken.add("exactly one of From and MessagingServiceSid is required");
        }
        boolean content = !form.get("ContentSid").isEmpty();
        boolean body = !form.get("Body").isEmpty();
        boolean media = !form.get("MediaUrl").isEmpty();
        if (!content && !body && !media) {
            broken.add("one of Body, MediaUrl, ContentSid is required");
        }
        if (content && (body || media)) {
            broken.add("ContentSid excludes Body and MediaUrl");
        }
        if (body && media) {
            broken.add("Body excludes MediaUrl: the gateway sends no captions");
        }
        if (form.fields().getOrDefault("MediaUrl", List.of()).size() > 1) {
            broken.add("WhatsApp takes one MediaUrl");
        }
        if (content && !form.get("ContentSid").matches("HX[0-9a-fA-F]{32}")) {
            broken.add("ContentSid must be HX and 32 hexadecimal digits");
        }
        if (!form.get("StatusCallback").isEmpty() && !form.get("StatusCallback").matches("https?://[^/_]+(/.*)?")) {
            broken.add("StatusCallback must be an absolute address, its host without underscores");
        }
        repeated(form, broken);
        if (form.get("Body").length() > BODY_LIMIT) {
            broken.add("Body has more than " + BODY_LIMIT + " characters");
        }
        String variables = form.get("ContentVariables");
        if (!variables.isEmpty()) {
            variables(Json.read(variables).orElseGet(Json::array), broken);
            if (!content) {
                broken.add("ContentVariables go with a ContentSid");
            }
        }
        return broken;
    }

    private static void repeated(Form form, List<String> broken) {
        form.fields().forEach((name, values) -> {
            if (values.size() > 1 && !LISTS.contains(name)) {
                broken.add(name + " is there more than once");
            }
        });
    }

    private static void variables(JsonNode variables, List<String> broken) {
        if (!variables.isObject()) {
            broken.add("ContentVariables must be a JSON object");
        }
        for (JsonNode value : variables) {
            if (!value.isTextual() || value.asText().isEmpty()) {
                broken.add("a content variable must be a text, not empty");
            }
        }
    }

    /** Rules a content item breaks. */
    static List<String> brokenByContent(JsonNode content) {
        List<String> broken = new ArrayList<>();
        if (!content.path("language").isTextual()) {
            broken.add("language is required");
        }
        JsonNode types = content.path("types");
        if (!types.isObject() || types.isEmpty()) {
            broken.add("types is required");
        }
        if (types.has("twilio/quick-reply")) {
            quickReply(types.path("twilio/quick-reply"), broken);
        }
        if (types.has("twilio/list-picker")) {
            listPicker(types.path("twilio/list-picker"), broken);
        }
        return broken;
    }

    private static void quickReply(JsonNode type, List<String> broken) {
        between("quick-reply body", type.path("body"), 1, 1024, broken);
        JsonNode actions = type.path("actions");
        if (actions.isEmpty() || actions.size() > 3) {
            broken.add("a quick reply has 1 to 3 buttons in session, has " + actions.size());
        }
        for (JsonNode action : actions) {
            between("button title", action.path("title"), 1, 20, broken);
            between("button id", action.path("id"), 0, 200, broken);
        }
    }

    private static void listPicker(JsonNode type, List<String> broken) {
        between("list body", type.path("body"), 1, 1024, broken);
        between("list button", type.path("button"), 1, 20, broken);
        JsonNode items = type.path("items");
        if (items.isEmpty() || items.size() > 10) {
            broken.add("a list has 1 to 10 items, has " + items.size());
        }
        for (JsonNode item : items) {
            between("item title", item.path("item"), 1, 24, broken);
            between("item id", item.path("id"), 1, 200, broken);
            between("item description", item.path("description"), 0, 72, broken);
        }
    }

    private static void between(String what, JsonNode value, int least, int most, List<String> broken) {
        int length = value.asText("").length();
        if (length < least || length > most) {
            broken.add(what + " must have " + least + " to " + most + " characters, has " + length);
        }
    }
}
