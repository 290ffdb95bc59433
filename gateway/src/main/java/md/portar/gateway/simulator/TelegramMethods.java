package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the Bot API's methods do to the players' screens. */
final class TelegramMethods {
    private static final int TYPING_SECONDS = 5;
    private static final int YEAR_2026 = 1_767_225_600;

    private final Surroundings around;
    private final TelegramUpdates updates;
    private final AtomicInteger nextMessage;
    private final Map<String, JsonNode> profile = new ConcurrentHashMap<>();
    private final Map<String, String> openQueries = new ConcurrentHashMap<>();

    TelegramMethods(Surroundings around, TelegramUpdates updates) {
        this.around = around;
        this.updates = updates;
        this.nextMessage = new AtomicInteger(
                Math.max(1, (int) (around.settings.clock().instant().getEpochSecond() - YEAR_2026)));
    }

    /** The commands of private chats in a language, or else the ones for everybody. */
    List<ChatEntry.Option> menu(String language) {
        String key = "MyCommands/%s{\"type\":\"all_private_chats\"}";
        JsonNode set =
                profile.getOrDefault(key.formatted(language), profile.getOrDefault(key.formatted(""), Json.object()));
        List<ChatEntry.Option> commands = new ArrayList<>();
        set.path("commands")
                .forEach(command -> commands.add(new ChatEntry.Option(
                        command.path("description").asText(),
                        "/" + command.path("command").asText(),
                        "")));
        return commands;
    }

    int nextMessageId() {
        return nextMessage.getAndIncrement();
    }

    /** Opens a button's question: it can be answered once. */
    void opened(String queryId, String player) {
        openQueries.put(queryId, player);
    }

    /** The bot's account. */
    ObjectNode me() {
        String id = around.settings.telegram().token().split(":")[0];
        return Json.object()
                .put("id", Long.parseLong(id))
                .put("is_bot", true)
                .put("first_name", "Example Support")
                .put("username", "example_support_bot")
                .put("can_join_groups", false)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    CompletionStage<JsonNode> call(String method, ObjectNode params, Form form) {
        if (method.equals("getUpdates")) {
            return updates.poll(
                            params.path("offset").asInt(),
                            params.path("limit").asInt(100),
                            params.path("timeout").asInt())
                    .thenApply(batch -> batch);
        }
        return CompletableFuture.completedFuture(result(method, params, form));
    }

    private JsonNode result(String method, ObjectNode params, Form form) {
        return switch (method) {
            case "getMe" -> me();
            case "setWebhook" -> setWebhook(params);
            case "deleteWebhook" -> deleteWebhook(params);
            case "getWebhookInfo" -> updates.webhookInfo();
            case "sendMessage" -> sendMessage(params);
            case "sendPhoto" -> sendFile(params, form, "photo");
            case "sendDocument" -> sendFile(params, form, "document");
            case "editMessageText", "editMessageReplyMarkup" -> edit(params, method.equals("editMessageText"));
            case "deleteMessage" -> delete(params);
            case "answerCallbackQuery" -> answerQuery(params);
            case "sendChatAction" -> typing(params);
            case "getFile" -> getFile(params);
            case "leaveChat" -> leave(params);
            case "getChat" -> getChat(params);
            default -> profile(method, params);
        };
    }

    private JsonNode setWebhook(ObjectNode params) {
        String secret = params.path("secret_token").asText("");
        if (!secret.isEmpty() && !secret.matches("[A-Za-z0-9_-]{1,256}")) {
            throw new Refusal(400, 400, "Bad Request: secret token contains unallowed characters");
        }
        updates.register(params.path("url").asText(""), secret, params.path("allowed_updates"));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook(ObjectNode params) {
        updates.unregister(params.path("drop_pending_updates").asBoolean());
        return BooleanNode.TRUE;
    }

    private JsonNode sendMessage(ObjectNode params) {
        Chat chat = reachable(params);
        RichText text = text(params, "text", TelegramLimits.TEXT);
        if (text.text().isBlank()) {
            throw new Refusal(400, 400, "Bad Request: message text is empty");
        }
        return put(chat, new ChatEntry.Body(text, Optional.empty(), choices(params)), "text");
    }

    private JsonNode sendFile(ObjectNode params, Form form, String kind) {
        Chat chat = reachable(params);
        RichText caption = text(params, "caption", TelegramLimits.CAPTION);
        Form.Upload upload = form.uploads().get(kind);
        String url = params.path(kind).asText("");
        String name = kind;
        if (upload != null) {
            MediaShelf.Item item = around.media.put(upload.name(), "application/octet-stream", upload.content());
            name = upload.name();
            url = "/cdn/" + item.id();
        }
        ChatEntry.Media media = new ChatEntry.Media(kind, name, url);
        return put(chat, new ChatEntry.Body(caption, Optional.of(media), choices(params)), kind);
    }

    private JsonNode put(Chat chat, ChatEntry.Body body, String kind) {
        String id = String.valueOf(nextMessageId());
        var now = around.faults.now(ChatApp.TELEGRAM);
        chat.add(new ChatEntry(id, ChatEntry.Author.BOT, body, ChatEntry.Mark.DELIVERED, ChatEntry.Fate.AS_SENT, now));
        String text = body.text().text();
        around.recorder.sent(new Recorder.Sent(ChatApp.TELEGRAM, chat.player(), id, kind, text, now));
        return message(chat, Integer.parseInt(id), text);
    }

    private ObjectNode message(Chat chat, int id, String text) {
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", me());
        message.putObject("chat")
                .put("id", Long.parseLong(chat.player()))
                .put("type", chat.player().startsWith("-") ? "supergroup" : "private")
                .put("first_name", "Test User");
        return message.put("date", around.faults.now(ChatApp.TELEGRAM).getEpochSecond())
                .put("text", text);
    }

    private static RichText text(ObjectNode params, String field, int limit) {
        RichText text = TelegramMarkup.read(
                params.path(field).asText(""), params.path("parse_mode").asText(""));
        if (text.text().length() > limit) {
            throw new Refusal(400, 400, "Bad Request: message is too long");
        }
        return text;
    }

    private static ChatEntry.Choices choices(ObjectNode params) {
        JsonNode markup = params.path("reply_markup");
        if (!TelegramRules.keyboardAccepted(markup.path("inline_keyboard"))) {
            throw new Refusal(400, 400, "Bad Request: BUTTON_DATA_INVALID");
        }
        boolean inline = markup.has("inline_keyboard");
        List<List<ChatEntry.Option>> rows = new ArrayList<>();
        for (JsonNode row : markup.path(inline ? "inline_keyboard" : "keyboard")) {
            List<ChatEntry.Option> options = new ArrayList<>();
            for (JsonNode button : row) {
                String label = button.isTextual()
                        ? button.asText()
                        : button.path("text").asText();
                options.add(new ChatEntry.Option(
                        label,
                        button.path("callback_data").asText(""),
                        button.path("url").asText("")));
            }
            rows.add(options);
        }
        if (rows.isEmpty()) {
            return ChatEntry.Choices.NONE;
        }
        return new ChatEntry.Choices(
                inline ? ChatEntry.Choices.Kind.INLINE_KEYBOARD : ChatEntry.Choices.Kind.REPLY_KEYBOARD, rows, "");
    }

    private JsonNode edit(ObjectNode params, boolean withText) {
        Chat chat = reachable(params);
        String id = params.path("message_id").asText();
        ChatEntry before = chat.find(id)
                .filter(ChatEntry::visible)
                .filter(entry -> entry.author() == ChatEntry.Author.BOT)
                .orElseThrow(() -> new Refusal(400, 400, "Bad Request: message to edit not found"));
        RichText text = withText
                ? text(params, "text", TelegramLimits.TEXT)
                : before.body().text();
        ChatEntry.Body body = new ChatEntry.Body(text, before.body().media(), choices(params));
        if (body.equals(before.body())) {
            throw new Refusal(
                    400,
                    400,
                    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
                            + " as a current content and reply markup of the message");
        }
        chat.change(id, entry -> entry.withBody(body, withText ? ChatEntry.Fate.EDITED : entry.fate()));
        return message(chat, Integer.parseInt(id), text.text());
    }

    private JsonNode delete(ObjectNode params) {
        Chat chat = reachable(params);
        String id = params.path("message_id").asText();
        if (chat.find(id).filter(ChatEntry::visible).isEmpty()) {
            throw new Refusal(400, 400, "Bad Request: message to delete not found");
        }
        chat.change(id, entry -> entry.withFate(ChatEntry.Fate.DELETED_BY_BOT));
        return BooleanNode.TRUE;
    }

    private JsonNode answerQuery(ObjectNode params) {
        String player = openQueries.remove(params.path("callback_query_id").asText());
        if (player == null) {
            throw new Refusal(
                    400, 400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        around.chat(ChatApp.TELEGRAM, player).popup(params.path("text").asText(""));
        return BooleanNode.TRUE;
    }

    private JsonNode typing(ObjectNode params) {
        Chat chat = reachable(params);
        chat.typingUntil(around.faults.now(ChatApp.TELEGRAM).plusSeconds(TYPING_SECONDS));
        return BooleanNode.TRUE;
    }

    private JsonNode getFile(ObjectNode params) {
        MediaShelf.Item item = around.media
                .find(params.path("file_id").asText())
                .orElseThrow(() -> new Refusal(400, 400, "Bad Request: invalid file_id"));
        return Json.object()
                .put("file_id", item.id())
                .put("file_unique_id", item.id().substring(0, 12))
                .put("file_size", item.content().length())
                .put("file_path", "files/" + item.id() + item.extension());
    }

    private JsonNode leave(ObjectNode params) {
        reachable(params).block(true);
        return BooleanNode.TRUE;
    }

    private JsonNode getChat(ObjectNode params) {
        Chat chat = reachable(params);
        return Json.object()
                .put("id", Long.parseLong(chat.player()))
                .put("type", "private")
                .put("first_name", "Test User");
    }

    /** Commands, descriptions, menu button: what was set is what is got, per language. */
    private JsonNode profile(String method, ObjectNode params) {
        String what = method.substring(3) + "/" + params.path("language_code").asText("") + params.path("scope");
        if (method.startsWith("set")) {
            profile.put(what, params);
            return BooleanNode.TRUE;
        }
        if (method.startsWith("delete")) {
            profile.remove("set" + method.substring(6));
            return BooleanNode.TRUE;
        }
        JsonNode kept = profile.getOrDefault(what, Json.object());
        return method.equals("getMyCommands")
                ? Optional.ofNullable(kept.get("commands")).orElseGet(Json::array)
                : kept;
    }

    private Chat reachable(ObjectNode params) {
        String player = params.path("chat_id").asText();
        if (!around.knows(ChatApp.TELEGRAM, player)) {
            throw new Refusal(400, 400, "Bad Request: chat not found");
        }
        Chat chat = around.chat(ChatApp.TELEGRAM, player);
        if (chat.blocked()) {
            throw new Refusal(403, 403, "Forbidden: bot was blocked by the user");
        }
        if (!chat.started()) {
            throw new Refusal(403, 403, "Forbidden: bot can't initiate conversation with a user");
        }
        return chat;
    }
}
