package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages at Twilio and what becomes of them on the phones. Thread-safe. */
final class TwilioMessages {
    static final Duration WINDOW = Duration.ofHours(24);
    private static final int TYPING_SECONDS = 25;
    private static final int KEPT = 20_000;
    private static final Duration LONGEST_QUEUE = Duration.ofHours(4);

    private final Surroundings around;
    private final TwilioContent content;
    private final TwilioCallbacks callbacks;
    private final SimulatorSettings.WhatsApp account;
    private final Map<String, TwilioMessage> messages = new LinkedHashMap<>();

    TwilioMessages(Surroundings around, TwilioContent content, TwilioCallbacks callbacks) {
        this.around = around;
        this.content = content;
        this.callbacks = callbacks;
        this.account = around.settings.whatsApp();
    }

    static String newSid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    synchronized void keep(TwilioMessage message) {
        messages.put(message.sid(), message);
        if (messages.size() > KEPT) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    TwilioMessage send(Form form) {
        refuseWhatTwilioRefuses(form);
        String to = form.get("To");
        Chat chat = around.chat(ChatApp.WHATSAPP, to);
        Instant now = around.faults.now(ChatApp.WHATSAPP);
        ChatEntry.Body body = body(form);
        String sid = newSid(form.get("MediaUrl").isEmpty() ? "SM" : "MM");
        TwilioMessage message = new TwilioMessage(
                sid,
                new TwilioMessage.Parties(account.accountSid(), account.from(), to, false),
                body.text().text(),
                "queued",
                0,
                List.of(),
                now);
        keep(message);
        boolean template = content.isApproved(form.get("ContentSid"));
        Duration wait = around.limits.queued();
        int failure = chat.blocked() ? 63024 : template || chat.windowOpen(now, WINDOW) ? 0 : 63016;
        failure = failure == 0 && wait.compareTo(LONGEST_QUEUE) > 0 ? 63018 : failure;
        if (failure != 0) {
            fail(message, failure, form.get("StatusCallback"));
            return message;
        }
        chat.add(new ChatEntry(sid, ChatEntry.Author.BOT, body, ChatEntry.Mark.SENT, ChatEntry.Fate.AS_SENT, now));
        String kind = form.get("ContentSid").isEmpty() ? "text" : template ? "template" : "choices";
        around.recorder.sent(
                new Recorder.Sent(ChatApp.WHATSAPP, to, sid, kind, body.text().text(), now));
        if (wait.isZero()) {
            travel(sid, chat, form.get("StatusCallback"));
        } else {
            around.later(wait, () -> travel(sid, chat, form.get("StatusCallback")));
        }
        return message;
    }

    private void refuseWhatTwilioRefuses(Form form) {
        if (form.get("To").isEmpty()) {
            throw new Refusal(400, 21604, "A 'To' phone number is required.");
        }
        if (!form.get("To").matches("whatsapp:(\\+\\d{6,15}|[A-Z]{2}\\.[A-Za-z0-9]+)")) {
            throw new Refusal(400, 21211, "Invalid 'To' Phone Number");
        }
        if (form.get("From").isEmpty() && form.get("MessagingServiceSid").isEmpty()) {
            throw new Refusal(400, 21603, "A 'From' phone number is required.");
        }
        if (!form.get("From").isEmpty() && !form.get("From").equals(account.from())) {
            throw new Refusal(400, 63007, "Twilio could not find a Channel with the specified From address");
        }
        if (form.get("Body").isEmpty()
                && form.get("MediaUrl").isEmpty()
                && form.get("ContentSid").isEmpty()) {
            throw new Refusal(400, 21602, "Message body is required.");
        }
        if (form.get("Body").length() > TwilioRules.BODY_LIMIT) {
            throw new Refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (!form.get("ContentSid").isEmpty()
                && content.find(form.get("ContentSid")).isEmpty()) {
            throw new Refusal(400, 21655, "The ContentSid is Invalid");
        }
    }

    private ChatEntry.Body body(Form form) {
        Optional<ObjectNode> item = content.find(form.get("ContentSid"));
        if (item.isPresent()) {
            JsonNode variables = Json.read(form.get("ContentVariables")).orElseGet(Json::object);
            return TwilioContent.render(item.get(), variables);
        }
        Optional<ChatEntry.Media> media = form.first("MediaUrl")
                .filter(url -> !url.isEmpty())
                .map(url -> new ChatEntry.Media("document", fileName(url), ""));
        return new ChatEntry.Body(RichText.whatsApp(form.get("Body")), media, ChatEntry.Choices.NONE);
    }

    private static String fileName(String url) {
        String path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void travel(String sid, Chat chat, String callback) {
        SimulatorSettings.Pace pace = around.settings.pace();
        advance(sid, "sent", 0, callback);
        around.later(pace.delivered(), () -> {
            chat.mark(sid, ChatEntry.Mark.DELIVERED);
            advance(sid, "delivered", 0, callback);
        });
        around.later(pace.delivered().plus(pace.read()), () -> {
            chat.mark(sid, ChatEntry.Mark.READ);
            advance(sid, "read", 0, callback);
        });
    }

    private void fail(TwilioMessage message, int code, String callback) {
        around.later(around.settings.pace().delivered(), () -> advance(message.sid(), "failed", code, callback));
    }

    private void advance(String sid, String status, int code, String callback) {
        TwilioMessage now;
        synchronized (this) {
            TwilioMessage before = messages.get(sid);
            if (before == null) {
                return;
            }
            now = before.withStatus(status, code);
            messages.put(sid, now);
        }
        callbacks.status(now, callback);
    }

    synchronized TwilioMessage get(String sid) {
        TwilioMessage message = messages.get(sid);
        if (message == null) {
            throw new Refusal(404, 20404, "The requested resource /Messages/{Sid}.json was not found");
        }
        return message;
    }

    /** Empties the copy; what stands on the phone stays. */
    TwilioMessage redact(String sid) {
        TwilioMessage emptied = settled(sid).withoutBody();
        keep(emptied);
        erased(emptied);
        return emptied;
    }

    void delete(String sid) {
        TwilioMessage gone = settled(sid);
        synchronized (this) {
            messages.remove(sid);
        }
        gone.media().forEach(id -> around.media.remove(id.substring(2)));
        erased(gone);
    }

    void deleteMedia(String sid, String media) {
        TwilioMessage message = get(sid);
        if (!message.media().contains(media)) {
            throw new Refusal(404, 20404, "The requested resource was not found");
        }
        around.media.remove(media.substring(2));
        keep(message.withoutMedia(media));
        erased(message);
    }

    private TwilioMessage settled(String sid) {
        TwilioMessage message = get(sid);
        if (message.inProgress()) {
            throw new Refusal(409, 20009, "Cannot delete message because delivery has not been completed.");
        }
        return message;
    }

    private void erased(TwilioMessage message) {
        around.chat(ChatApp.WHATSAPP, message.parties().player())
                .change(
                        message.sid(),
                        entry -> entry.visible() ? entry.withFate(ChatEntry.Fate.ERASED_AT_PROVIDER) : entry);
    }

    /** Marks what the player wrote as read and shows the dots. */
    void typing(String sid) {
        Chat chat = around.chat(ChatApp.WHATSAPP, get(sid).parties().player());
        chat.markAllRead(ChatEntry.Author.PLAYER);
        chat.typingUntil(around.faults.now(ChatApp.WHATSAPP).plusSeconds(TYPING_SECONDS));
    }

    synchronized ObjectNode list(Form query) {
        ObjectNode page = Json.object();
        ArrayNode list = page.putArray("messages");
        List<TwilioMessage> newestFirst = new ArrayList<>(messages.values());
        Collections.reverse(newestFirst);
        int size = Integer.parseInt(query.first("PageSize").orElse("50"));
        newestFirst.stream()
                .filter(message ->
                        query.first("To").map(message.parties().to()::equals).orElse(true))
                .filter(message -> query.first("From")
                        .map(message.parties().from()::equals)
                        .orElse(true))
                .limit(size)
                .forEach(message -> list.add(message.json()));
        page.put("page", 0).put("page_size", size).putNull("next_page_uri");
        return page;
    }
}
