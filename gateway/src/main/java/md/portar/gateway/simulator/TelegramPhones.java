package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What players do in Telegram. Player ids are Telegram user ids in digits. */
public final class TelegramPhones {
    private final Surroundings around;
    private final TelegramUpdates updates;
    private final TelegramPlatform platform;

    TelegramPhones(Surroundings around, TelegramUpdates updates, TelegramPlatform platform) {
        this.around = around;
        this.updates = updates;
        this.platform = platform;
    }

    /** A player's screen. */
    public Phone phone(long player) {
        return new Phone(chat(String.valueOf(player)));
    }

    /** The language the app reports with each message; empty for none. */
    public void speaks(long player, String languageCode) {
        chat(String.valueOf(player)).languageHint(languageCode);
    }

    public Report says(long player, String text) {
        return says(String.valueOf(player), text);
    }

    Report says(String player, String text) {
        ObjectNode message = Json.object().put("text", text);
        if (text.startsWith("/")) {
            int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
            message.putArray("entities")
                    .addObject()
                    .put("type", "bot_command")
                    .put("offset", 0)
                    .put("length", end);
        }
        return message(player, message, ChatEntry.Body.text(RichText.plain(text)));
    }

    /** Opens the bot through a link that carries a word. */
    public Report deepLink(long player, String payload) {
        return says(player, "/start " + payload);
    }

    public Report sendsPhoto(long player, String caption) {
        return sends(String.valueOf(player), "photo", caption);
    }

    /** Sends a sample of a kind: {@code photo voice document location contact sticker}. */
    public Report sends(long player, String kind) {
        return sends(String.valueOf(player), kind, "");
    }

    Report sends(String player, String kind, String caption) {
        Samples.Sample sample = Samples.of(kind);
        MediaShelf.Item item = around.media.put(sample.name(), sample.type(), sample.content());
        ObjectNode message = Json.object();
        ObjectNode file = Json.object()
                .put("file_id", item.id())
                .put("file_unique_id", item.id().substring(0, 12))
                .put("file_size", item.content().length());
        switch (kind) {
            case "photo" -> message.putArray("photo").add(file.put("width", 320).put("height", 200));
            case "voice" -> message.set("voice", file.put("duration", 4).put("mime_type", sample.type()));
            case "document" ->
                message.set("document", file.put("file_name", sample.name()).put("mime_type", sample.type()));
            case "sticker" -> message.set("sticker", sticker(file));
            case "location" ->
                message.putObject("location").put("latitude", 47.0245).put("longitude", 28.8322);
            default ->
                message.putObject("contact").put("phone_number", "+37360000001").put("first_name", "Test User");
        }
        if (!caption.isEmpty()) {
            message.put("caption", caption);
        }
        ChatEntry.Media media = new ChatEntry.Media(kind, sample.name(), "/cdn/" + item.id());
        return message(
                player,
                message,
                new ChatEntry.Body(RichText.plain(caption), Optional.of(media), ChatEntry.Choices.NONE));
    }

    private static ObjectNode sticker(ObjectNode file) {
        return file.put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", false)
                .put("emoji", "👍");
    }

    private Report message(String player, ObjectNode content, ChatEntry.Body body) {
        Chat chat = chat(player);
        int id = platform.methods().nextMessageId();
        var date = around.faults.dateOfMessage(ChatApp.TELEGRAM, player);
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", user(chat));
        message.set("chat", privateChat(chat));
        message.put("date", date.getEpochSecond()).setAll(content);
        chat.add(new ChatEntry(
                String.valueOf(id),
                ChatEntry.Author.PLAYER,
                body,
                ChatEntry.Mark.SENDING,
                ChatEntry.Fate.AS_SENT,
                date));
        ObjectNode update = Json.object();
        update.set("message", message);
        return reported(chat, String.valueOf(id), update);
    }

    /** Changes a message already sent. */
    public Report edits(long player, String messageId, String text) {
        return edits(String.valueOf(player), messageId, text);
    }

    Report edits(String player, String messageId, String text) {
        Chat chat = chat(player);
        ChatEntry.Body body = ChatEntry.Body.text(RichText.plain(text));
        chat.change(messageId, entry -> entry.withBody(body, ChatEntry.Fate.EDITED));
        long now = around.faults.now(ChatApp.TELEGRAM).getEpochSecond();
        ObjectNode message = Json.object().put("message_id", Integer.parseInt(messageId));
        message.set("from", user(chat));
        message.set("chat", privateChat(chat));
        message.put(
                        "date",
                        chat.find(messageId)
                                .map(entry -> entry.at().getEpochSecond())
                                .orElse(now))
                .put("edit_date", now)
                .put("text", text);
        ObjectNode update = Json.object();
        update.set("edited_message", message);
        return reported(chat, messageId, update);
    }

    /** Taps the newest button with this label. */
    public Report taps(long player, String label) {
        return taps(String.valueOf(player), label);
    }

    Report taps(String player, String label) {
        Tap tap = Tap.byLabel(chat(player), label);
        return taps(player, tap.messageId(), tap.option().data());
    }

    Report taps(String player, String messageId, String data) {
        Chat chat = chat(player);
        chat.popup("");
        String queryId = String.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
        platform.methods().opened(queryId, player);
        ObjectNode query = Json.object().put("id", queryId);
        query.set("from", user(chat));
        ObjectNode message = query.putObject("message").put("message_id", Integer.parseInt(messageId));
        message.set("from", platform.methods().me());
        message.set("chat", privateChat(chat));
        long date =
                chat.find(messageId).map(entry -> entry.at().getEpochSecond()).orElse(0L);
        message.put("date", date)
                .put("text", chat.find(messageId).map(ChatEntry::text).orElse(""));
        query.put("chat_instance", "-" + chat.player()).put("data", data);
        ObjectNode update = Json.object();
        update.set("callback_query", query);
        return reported(chat, queryId, update);
    }

    /** Blocks the bot. */
    public Report blocks(long player) {
        return membership(String.valueOf(player), true);
    }

    /** Lets the bot write again. */
    public Report unblocks(long player) {
        return membership(String.valueOf(player), false);
    }

    /** Adds the bot to a group; the group's id is negative. Its screen is {@code phone(group)}. */
    public Report addsToGroup(long player, long group) {
        Chat chat = chat(String.valueOf(group));
        chat.block(false);
        ObjectNode change = Json.object();
        change.putObject("chat").put("id", group).put("type", "supergroup").put("title", "Test group");
        change.set("from", user(chat(String.valueOf(player))));
        change.put("date", around.faults.now(ChatApp.TELEGRAM).getEpochSecond());
        change.putObject("old_chat_member")
                .put("status", "left")
                .set("user", platform.methods().me());
        change.putObject("new_chat_member")
                .put("status", "member")
                .set("user", platform.methods().me());
        ObjectNode update = Json.object();
        update.set("my_chat_member", change);
        return reported(chat, "added", update);
    }

    Report membership(String player, boolean blocked) {
        Chat chat = chat(player);
        chat.block(blocked);
        ObjectNode change = Json.object();
        change.set("chat", privateChat(chat));
        change.set("from", user(chat));
        change.put("date", around.faults.now(ChatApp.TELEGRAM).getEpochSecond());
        member(change.putObject("old_chat_member"), !blocked);
        member(change.putObject("new_chat_member"), blocked);
        ObjectNode update = Json.object();
        update.set("my_chat_member", change);
        return reported(chat, blocked ? "blocked" : "unblocked", update);
    }

    private void member(ObjectNode member, boolean kicked) {
        member.set("user", platform.methods().me());
        member.put("status", kicked ? "kicked" : "member");
        if (kicked) {
            member.put("until_date", 0);
        }
    }

    /** Sends any update as it is, numbered, on behalf of a player; for tests of odd input. */
    public Report reports(long player, ObjectNode update) {
        return reported(chat(String.valueOf(player)), "raw", update);
    }

    private Report reported(Chat chat, String id, ObjectNode update) {
        chat.mark(id, ChatEntry.Mark.SENT);
        CompletableFuture<Integer> answer = updates.send(chat.player(), update, answered());
        return new Report(id, answer.whenComplete((status, failure) -> settle(chat, id, status == null ? 0 : status)));
    }

    private Consumer<Buffer> answered() {
        return platform::answered;
    }

    static void settle(Chat chat, String id, int status) {
        boolean accepted = status >= 200 && status < 300;
        chat.mark(id, accepted ? ChatEntry.Mark.DELIVERED : ChatEntry.Mark.FAILED);
    }

    private ObjectNode user(Chat chat) {
        ObjectNode user = Json.object().put("id", Long.parseLong(chat.player())).put("is_bot", false);
        names(user, chat);
        if (!chat.languageHint().isEmpty()) {
            user.put("language_code", chat.languageHint());
        }
        return user;
    }

    private ObjectNode privateChat(Chat chat) {
        ObjectNode node = Json.object().put("id", Long.parseLong(chat.player())).put("type", "private");
        names(node, chat);
        return node;
    }

    private static void names(ObjectNode node, Chat chat) {
        node.put("first_name", Players.firstName()).put("last_name", Players.lastName(chat.player()));
    }

    private Chat chat(String player) {
        return around.chat(ChatApp.TELEGRAM, player);
    }
}
