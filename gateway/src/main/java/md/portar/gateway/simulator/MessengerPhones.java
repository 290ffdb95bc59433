package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What players do in Messenger. Player ids are page-scoped ids in digits. */
public final class MessengerPhones {
    private final Surroundings around;
    private final GraphEvents events;
    private final GraphMessages messages;
    private final GraphPlatform platform;

    MessengerPhones(Surroundings around, GraphEvents events, GraphMessages messages, GraphPlatform platform) {
        this.around = around;
        this.events = events;
        this.messages = messages;
        this.platform = platform;
    }

    /** A player's screen. */
    public Phone phone(String player) {
        return new Phone(chat(player));
    }

    /** The language of the profile; empty for none. */
    public void speaks(String player, String languageCode) {
        chat(player).languageHint(languageCode);
    }

    public Report says(String player, String text) {
        return message(player, Json.object().put("text", text), ChatEntry.Body.text(RichText.plain(text)));
    }

    /** Presses Get Started. */
    public Report starts(String player) {
        return postback(player, "Get Started", platform.getStartedPayload());
    }

    /** Taps the newest quick reply or template button with this label. */
    public Report taps(String player, String label) {
        Tap tap = Tap.byLabel(chat(player), label);
        return taps(player, tap.messageId(), tap.option().data());
    }

    Report taps(String player, String messageId, String payload) {
        Chat chat = chat(player);
        ChatEntry entry = chat.find(messageId).orElseThrow(() -> new IllegalArgumentException("no such message"));
        String label = entry.body().choices().options().stream()
                .filter(option -> option.data().equals(payload))
                .map(ChatEntry.Option::label)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such button"));
        if (entry.body().choices().kind() == ChatEntry.Choices.Kind.BUTTONS) {
            return postback(player, label, payload);
        }
        ObjectNode message = Json.object().put("text", label);
        message.putObject("quick_reply").put("payload", payload);
        return message(player, message, ChatEntry.Body.text(RichText.plain(label)));
    }

    /** Presses a button that carries a word: Get Started, the menu, an ice breaker. */
    public Report postback(String player, String title, String payload) {
        Chat chat = chat(player);
        String mid = GraphMessages.newMid();
        ObjectNode event = events.fromPlayer(player, millis());
        event.putObject("postback").put("mid", mid).put("title", title).put("payload", payload);
        show(chat, mid, ChatEntry.Body.text(RichText.plain(title)));
        return reported(chat, mid, event);
    }

    public Report sendsPhoto(String player) {
        return sends(player, "photo", "");
    }

    /** Sends a sample of a kind: {@code photo voice document location contact sticker}. A caption goes as its own message. */
    public Report sends(String player, String kind, String caption) {
        Samples.Sample sample = Samples.of(kind);
        MediaShelf.Item item = around.media.put(sample.name(), sample.type(), sample.content());
        ObjectNode message = Json.object();
        ObjectNode attachment = message.putArray("attachments").addObject();
        if (kind.equals("location")) {
            attachment
                    .put("type", "location")
                    .putObject("payload")
                    .putObject("coordinates")
                    .put("lat", 47.0245)
                    .put("long", 28.8322);
        } else {
            attachment.put("type", type(kind)).putObject("payload").put("url", around.baseUrl() + "/cdn/" + item.id());
        }
        ChatEntry.Media media = new ChatEntry.Media(kind, sample.name(), "/cdn/" + item.id());
        Report report = message(
                player, message, new ChatEntry.Body(RichText.EMPTY, Optional.of(media), ChatEntry.Choices.NONE));
        return caption.isEmpty() ? report : says(player, caption);
    }

    private static String type(String kind) {
        return switch (kind) {
            case "photo" -> "image";
            case "voice" -> "audio";
            case "sticker" -> "sticker";
            default -> "file";
        };
    }

    private Report message(String player, ObjectNode content, ChatEntry.Body body) {
        Chat chat = chat(player);
        String mid = GraphMessages.newMid();
        show(chat, mid, body);
        long date = chat.find(mid).map(entry -> entry.at().toEpochMilli()).orElseGet(this::millis);
        ObjectNode event = events.fromPlayer(player, date);
        event.putObject("message").put("mid", mid).setAll(content);
        return reported(chat, mid, event);
    }

    private void show(Chat chat, String mid, ChatEntry.Body body) {
        GraphMessages.dropQuickReplies(chat);
        chat.add(new ChatEntry(
                mid,
                ChatEntry.Author.PLAYER,
                body,
                ChatEntry.Mark.SENDING,
                ChatEntry.Fate.AS_SENT,
                around.faults.dateOfMessage(ChatApp.MESSENGER, chat.player())));
    }

    /** Changes a message already sent. */
    public Report edits(String player, String messageId, String text) {
        Chat chat = chat(player);
        chat.change(
                messageId, entry -> entry.withBody(ChatEntry.Body.text(RichText.plain(text)), ChatEntry.Fate.EDITED));
        ObjectNode event = events.fromPlayer(player, millis());
        event.putObject("message_edit").put("mid", messageId).put("text", text).put("num_edit", 1);
        return reported(chat, messageId, event);
    }

    /** Takes a message back. */
    public Report takesBack(String player, String messageId) {
        Chat chat = chat(player);
        chat.change(messageId, entry -> entry.withFate(ChatEntry.Fate.DELETED_BY_PLAYER));
        ObjectNode event = events.fromPlayer(player, millis());
        event.putObject("message").put("mid", messageId).put("is_deleted", true);
        return reported(chat, messageId, event);
    }

    /** Reports that the player has read everything up to now. */
    public Report reads(String player) {
        ObjectNode event = events.fromPlayer(player, millis());
        event.putObject("read").put("watermark", millis());
        chat(player).markAllRead(ChatEntry.Author.BOT);
        return reported(chat(player), "read", event);
    }

    public void blocks(String player, boolean blocked) {
        chat(player).block(blocked);
    }

    /** Posts any events in one signed request; for tests of batches and odd input. */
    public Report reports(String player, List<ObjectNode> several) {
        return new Report("raw", events.send(player, false, several));
    }

    /** An empty event of a player, to be filled. */
    public ObjectNode event(String player) {
        chat(player);
        return events.fromPlayer(player, millis());
    }

    /** Asks the gateway to prove that it knows the verify token; gives the status, 0 when the challenge did not come back. */
    public CompletableFuture<Integer> verifies(String verifyToken) {
        String challenge = "1158201444";
        SimulatorSettings.Target hook = around.target(ChatApp.MESSENGER);
        URI url = hook.reach(hook.registered());
        String query = "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        return around.webhooks
                .get(url + query)
                .map(answer -> answer.equals("200 " + challenge) ? 200 : answer.startsWith("200") ? 0 : status(answer))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(0, answer.indexOf(' ')));
    }

    private Report reported(Chat chat, String id, ObjectNode event) {
        chat.mark(id, ChatEntry.Mark.SENT);
        CompletableFuture<Integer> answer =
                events.send(chat.player(), messages.onStandby(chat.player()), List.of(event));
        return new Report(
                id,
                answer.whenComplete((status, failure) -> TelegramPhones.settle(chat, id, status == null ? 0 : status)));
    }

    private long millis() {
        return around.faults.now(ChatApp.MESSENGER).toEpochMilli();
    }

    private Chat chat(String player) {
        return around.chat(ChatApp.MESSENGER, player);
    }
}
