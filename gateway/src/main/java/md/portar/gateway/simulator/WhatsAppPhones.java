package md.portar.gateway.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What players do in WhatsApp. Player ids are Twilio addresses, {@code whatsapp:+37360000001}. */
public final class WhatsAppPhones {
    private final Surroundings around;
    private final TwilioMessages messages;
    private final TwilioCallbacks callbacks;

    WhatsAppPhones(Surroundings around, TwilioMessages messages, TwilioCallbacks callbacks) {
        this.around = around;
        this.messages = messages;
        this.callbacks = callbacks;
    }

    /** A player's screen. */
    public Phone phone(String player) {
        return new Phone(chat(player));
    }

    public Report says(String player, String text) {
        return message(
                player,
                "SM",
                ChatEntry.Body.text(RichText.whatsApp(text)),
                Map.of("Body", text, "MessageType", "text"));
    }

    /** Taps the newest button or list item with this label. */
    public Report taps(String player, String label) {
        Tap tap = Tap.byLabel(chat(player), label);
        return taps(player, tap.messageId(), tap.option().data());
    }

    Report taps(String player, String messageId, String data) {
        ChatEntry entry =
                chat(player).find(messageId).orElseThrow(() -> new IllegalArgumentException("no such message"));
        ChatEntry.Option option = entry.body().choices().options().stream()
                .filter(one -> one.data().equals(data))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such button"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Body", option.label());
        fields.put("MessageType", "interactive");
        if (entry.body().choices().kind() == ChatEntry.Choices.Kind.LIST) {
            fields.put("ListId", option.data());
            fields.put("ListTitle", option.label());
        } else {
            fields.put("ButtonText", option.label());
            fields.put("ButtonPayload", option.data());
        }
        fields.put("OriginalRepliedMessageSid", messageId);
        fields.put("OriginalRepliedMessageSender", around.settings.whatsApp().from());
        return message(player, "SM", ChatEntry.Body.text(RichText.plain(option.label())), fields);
    }

    public Report sendsLocation(String player) {
        return sends(player, "location", "");
    }

    public Report sendsPhoto(String player, String caption) {
        return sends(player, "photo", caption);
    }

    /** Sends a sample of a kind: {@code photo voice document location contact sticker}. */
    public Report sends(String player, String kind, String caption) {
        Samples.Sample sample = Samples.of(kind);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Body", caption);
        fields.put("MessageType", type(kind));
        String url = "";
        if (kind.equals("location")) {
            fields.put("Latitude", "47.0245");
            fields.put("Longitude", "28.8322");
            fields.put("Label", sample.name());
        } else {
            MediaShelf.Item item = around.media.put(sample.name(), sample.type(), sample.content());
            url = "/cdn/" + item.id();
            fields.put("MediaContentType0", sample.type());
            fields.put("MediaUrl0", "ME" + item.id());
        }
        ChatEntry.Media media = new ChatEntry.Media(kind, sample.name(), url);
        ChatEntry.Body body =
                new ChatEntry.Body(RichText.whatsApp(caption), Optional.of(media), ChatEntry.Choices.NONE);
        return message(player, url.isEmpty() ? "SM" : "MM", body, fields);
    }

    private static String type(String kind) {
        return switch (kind) {
            case "photo" -> "image";
            case "voice" -> "audio";
            case "contact" -> "contacts";
            default -> kind;
        };
    }

    private Report message(String player, String prefix, ChatEntry.Body body, Map<String, String> content) {
        SimulatorSettings.WhatsApp account = around.settings.whatsApp();
        Chat chat = chat(player);
        String sid = TwilioMessages.newSid(prefix);
        Instant date = around.faults.dateOfMessage(ChatApp.WHATSAPP, player);
        Map<String, String> fields = envelope(player, sid);
        fields.putAll(content);
        List<String> media =
                Optional.ofNullable(content.get("MediaUrl0")).stream().toList();
        fields.put("NumMedia", String.valueOf(media.size()));
        media.forEach(id -> fields.put(
                "MediaUrl0",
                around.baseUrl() + "/2010-04-01/Accounts/" + account.accountSid() + "/Messages/" + sid + "/Media/"
                        + id));
        messages.keep(new TwilioMessage(
                sid,
                new TwilioMessage.Parties(account.accountSid(), player, account.from(), true),
                fields.getOrDefault("Body", ""),
                "received",
                0,
                media,
                date));
        chat.add(new ChatEntry(sid, ChatEntry.Author.PLAYER, body, ChatEntry.Mark.SENT, ChatEntry.Fate.AS_SENT, date));
        return reported(chat, sid, fields);
    }

    private Map<String, String> envelope(String player, String sid) {
        SimulatorSettings.WhatsApp account = around.settings.whatsApp();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", sid);
        fields.put("SmsSid", sid);
        fields.put("SmsMessageSid", sid);
        fields.put("AccountSid", account.accountSid());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("NumSegments", "1");
        fields.put("SmsStatus", "received");
        fields.put("ReferralNumMedia", "0");
        fields.put("From", player);
        fields.put("To", account.from());
        fields.put("ProfileName", Players.name(player));
        String digits = player.replace("whatsapp:+", "");
        if (digits.matches("\\d+")) {
            fields.put("WaId", digits);
        } else {
            fields.put("ExternalUserId", player);
        }
        fields.put(
                "ChannelMetadata",
                "{\"type\":\"whatsapp\",\"data\":{\"context\":{\"ProfileName\":\"" + Players.name(player) + "\"}}}");
        return fields;
    }

    /** Posts any fields as a signed webhook on behalf of a player; for tests of odd input. */
    public Report reports(String player, Map<String, String> fields) {
        return reported(chat(player), fields.getOrDefault("MessageSid", "raw"), fields);
    }

    private Report reported(Chat chat, String sid, Map<String, String> fields) {
        CompletableFuture<Integer> answer = callbacks.message(chat.player(), fields);
        return new Report(
                sid,
                answer.whenComplete(
                        (status, failure) -> TelegramPhones.settle(chat, sid, status == null ? 0 : status)));
    }

    /** Blocks the sender; later messages fail. */
    public void blocks(String player, boolean blocked) {
        chat(player).block(blocked);
    }

    /** Removes an own message for everyone. Twilio does not report it. */
    void takesBack(String player, String messageId) {
        chat(player).change(messageId, entry -> entry.withFate(ChatEntry.Fate.DELETED_BY_PLAYER));
    }

    private Chat chat(String player) {
        return around.chat(ChatApp.WHATSAPP, player);
    }
}
