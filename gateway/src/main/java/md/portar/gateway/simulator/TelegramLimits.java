package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long and how many the Bot API lets things be. Lengths are UTF-16 units, as the API counts. Bot API 10.1, June 2026. */
final class TelegramLimits {
    /** The most characters of a text, after its markup is taken out. */
    static final int TEXT = 4096;

    static final int CAPTION = 1024;
    private static final int ANSWER = 200;
    private static final int COMMANDS = 100;
    private static final int BUTTONS = 100;
    private static final Set<String> MODES = Set.of("", "html", "markdownv2", "markdown");
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private TelegramLimits() {}

    /** The limits a call breaks, in words without content. */
    static List<String> broken(String method, ObjectNode params) {
        List<String> broken = new ArrayList<>();
        switch (method) {
            case "sendMessage", "editMessageText" -> text("text", 1, TEXT, params, broken);
            case "sendPhoto", "sendDocument" -> text("caption", 0, CAPTION, params, broken);
            case "answerCallbackQuery" -> between("text", params.path("text"), 0, ANSWER, broken);
            case "sendChatAction" -> {
                if (!ACTIONS.contains(params.path("action").asText())) {
                    broken.add("action is unknown");
                }
            }
            case "setMyCommands" -> commands(params.path("commands"), broken);
            case "setMyDescription" -> between("description", params.path("description"), 0, 512, broken);
            case "setMyShortDescription" ->
                between("short_description", params.path("short_description"), 0, 120, broken);
            case "setMyName" -> between("name", params.path("name"), 0, 64, broken);
            case "setWebhook" -> webhook(params, broken);
            default -> {
                // the others have no limits the gateway could break
            }
        }
        buttons(params.path("reply_markup").path("inline_keyboard"), broken);
        return broken;
    }

    private static void text(String field, int least, int most, ObjectNode params, List<String> broken) {
        String mode = params.path("parse_mode").asText("").toLowerCase(Locale.ROOT);
        if (!MODES.contains(mode)) {
            broken.add("parse_mode is unknown");
            return;
        }
        String entities = field.equals("text") ? "entities" : "caption_entities";
        if (!mode.isEmpty() && params.has(entities)) {
            broken.add("parse_mode excludes " + entities);
        }
        if (!params.has(field) && least == 0) {
            return;
        }
        try {
            String shown =
                    TelegramMarkup.read(params.path(field).asText(""), mode).text();
            int length = shown.strip().length();
            if (length < least || shown.length() > most) {
                broken.add(field + " must have " + least + " to " + most + " characters after entities, has "
                        + (length < least ? length : shown.length()));
            }
        } catch (Refusal unreadable) {
            broken.add(field + " has markup that cannot be parsed");
        }
    }

    private static void commands(JsonNode commands, List<String> broken) {
        if (commands.size() > COMMANDS) {
            broken.add("at most " + COMMANDS + " commands, has " + commands.size());
        }
        Set<String> names = new HashSet<>();
        for (JsonNode command : commands) {
            String name = command.path("command").asText();
            if (!name.matches("[a-z0-9_]{1,32}")) {
                broken.add("a command is 1 to 32 of a-z, 0-9 and _");
            }
            if (!names.add(name)) {
                broken.add("a command is there twice");
            }
            between("command description", command.path("description"), 1, 256, broken);
        }
    }

    private static void webhook(ObjectNode params, List<String> broken) {
        if (params.has("secret_token") && !params.path("secret_token").asText().matches("[A-Za-z0-9_-]{1,256}")) {
            broken.add("secret_token must be 1 to 256 of A-Z, a-z, 0-9, _ and -");
        }
        int connections = params.path("max_connections").asInt(40);
        if (connections < 1 || connections > 100) {
            broken.add("max_connections must be 1 to 100");
        }
        String url = params.path("url").asText("");
        if (!url.isEmpty() && !url.matches("https://[^/:]+(:(443|80|88|8443))?(/.*)?")) {
            broken.add("url must be HTTPS on port 443, 80, 88 or 8443");
        }
    }

    private static void buttons(JsonNode rows, List<String> broken) {
        int buttons = 0;
        for (JsonNode row : rows) {
            buttons += row.size();
            if (row.isEmpty()) {
                broken.add("a row of buttons is empty");
            }
        }
        if (buttons > BUTTONS) {
            broken.add("at most " + BUTTONS + " buttons, has " + buttons);
        }
    }

    private static void between(String what, JsonNode value, int least, int most, List<String> broken) {
        int length = value.asText("").length();
        if (length < least || length > most) {
            broken.add(what + " must have " + least + " to " + most + " characters, has " + length);
        }
    }
}
