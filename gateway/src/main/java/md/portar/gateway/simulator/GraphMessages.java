package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Messages from the page to the phones, and what Meta reports about them. */
final class GraphMessages {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration HUMAN_WINDOW = Duration.ofDays(7);
    private static final int TYPING_SECONDS = 20;

    /** A refusal with Meta's second number. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;
        private final int subcode;

        Refused(Refusal refusal, int subcode) {
            super(refusal.description(), null, false, false);
            this.refusal = refusal;
            this.subcode = subcode;
        }

        Refusal refusal() {
            return refusal;
        }

        int subcode() {
            return subcode;
        }
    }

    private final Surroundings around;
    private final GraphEvents events;
    private final SimulatorSettings.Messenger account;
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    GraphMessages(Surroundings around, GraphEvents events) {
        this.around = around;
        this.events = events;
        this.account = around.settings.messenger();
    }

    static String newMid() {
        return "m_" + UUID.randomUUID().toString().replace("-", "");
    }

    JsonNode send(ObjectNode body) {
        String player = body.path("recipient").path("id").asText();
        Chat chat = reachable(player);
        if (body.has("sender_action")) {
            act(chat, body.path("sender_action").asText());
            return Json.object().put("recipient_id", player);
        }
        Instant now = around.faults.now(ChatApp.MESSENGER);
        boolean human = body.path("tag").asText("").equals("HUMAN_AGENT");
        if (!chat.windowOpen(now, human ? HUMAN_WINDOW : WINDOW)) {
            throw new Refused(new Refusal(400, 10, "(#10) This message is sent outside of allowed window."), 2018278);
        }
        String mid = newMid();
        ChatEntry.Body shown = render(body.path("message"));
        dropQuickReplies(chat);
        chat.add(new ChatEntry(mid, ChatEntry.Author.BOT, shown, ChatEntry.Mark.SENT, ChatEntry.Fate.AS_SENT, now));
        String kind = shown.choices().options().isEmpty() ? "text" : "choices";
        around.recorder.sent(new Recorder.Sent(
                ChatApp.MESSENGER, player, mid, kind, shown.text().text(), now));
        travel(chat, mid, body.path("message"));
        return Json.object().put("recipient_id", player).put("message_id", mid);
    }

    private Chat reachable(String player) {
        if (!around.knows(ChatApp.MESSENGER, player)) {
            throw new Refused(new Refusal(400, 100, "(#100) No matching user found"), 2018001);
        }
        Chat chat = around.chat(ChatApp.MESSENGER, player);
        if (chat.blocked()) {
            throw new Refused(new Refusal(400, 551, "(#551) This person isn't available right now."), 1545041);
        }
        return chat;
    }

    private void act(Chat chat, String action) {
        Instant now = around.faults.now(ChatApp.MESSENGER);
        switch (action) {
            case "typing_on" -> chat.typingUntil(now.plusSeconds(TYPING_SECONDS));
            case "typing_off" -> chat.typingUntil(Instant.EPOCH);
            case "mark_seen" -> chat.markAllRead(ChatEntry.Author.PLAYER);
            default -> {
                // reactions show nothing here
            }
        }
    }

    /** Quick replies stand only under the newest message. */
    static void dropQuickReplies(Chat chat) {
        for (ChatEntry entry : chat.entries()) {
            if (entry.body().choices().kind() == ChatEntry.Choices.Kind.QUICK_REPLIES) {
                chat.change(
                        entry.id(), old -> old.withBody(old.body().withChoices(ChatEntry.Choices.NONE), old.fate()));
            }
        }
    }

    private static ChatEntry.Body render(JsonNode message) {
        JsonNode payload = message.path("attachment").path("payload");
        JsonNode card = payload.path("elements").path(0);
        String text = message.path("text")
                .asText(payload.path("text").asText(card.path("title").asText("")));
        List<List<ChatEntry.Option>> rows = new ArrayList<>();
        List<ChatEntry.Option> replies = new ArrayList<>();
        for (JsonNode reply : message.path("quick_replies")) {
            replies.add(new ChatEntry.Option(
                    reply.path("title").asText(), reply.path("payload").asText(""), ""));
        }
        for (JsonNode button : payload.has("buttons") ? payload.path("buttons") : card.path("buttons")) {
            rows.add(List.of(new ChatEntry.Option(
                    button.path("title").asText(),
                    button.path("payload").asText(""),
                    button.path("url").asText(""))));
        }
        ChatEntry.Choices choices = ChatEntry.Choices.NONE;
        if (!replies.isEmpty()) {
            choices = new ChatEntry.Choices(ChatEntry.Choices.Kind.QUICK_REPLIES, List.of(replies), "");
        } else if (!rows.isEmpty()) {
            choices = new ChatEntry.Choices(ChatEntry.Choices.Kind.BUTTONS, rows, "");
        }
        Optional<ChatEntry.Media> media = Optional.of(
                        message.path("attachment").path("type").asText(""))
                .filter(type -> !type.isEmpty() && !type.equals("template"))
                .map(type -> new ChatEntry.Media(type.equals("image") ? "photo" : "document", type, ""));
        return new ChatEntry.Body(RichText.plain(text), media, choices);
    }

    private void travel(Chat chat, String mid, JsonNode message) {
        SimulatorSettings.Pace pace = around.settings.pace();
        String lane = chat.player() + GraphEvents.RECEIPTS;
        around.later(Duration.ofMillis(1), () -> {
            long now = millis();
            ObjectNode echo = events.fromPage(chat.player(), now);
            ObjectNode said = echo.putObject("message").put("mid", mid).put("is_echo", true);
            said.put("app_id", Long.parseLong(account.ids().app()))
                    .put("text", message.path("text").asText(""));
            if (message.has("metadata")) {
                said.put("metadata", message.path("metadata").asText());
            }
            report(lane, echo);
        });
        around.later(pace.delivered(), () -> {
            chat.mark(mid, ChatEntry.Mark.DELIVERED);
            ObjectNode event = events.fromPlayer(chat.player(), millis());
            ObjectNode delivery = event.putObject("delivery");
            delivery.putArray("mids").add(mid);
            delivery.put("watermark", millis());
            report(lane, event);
        });
        around.later(pace.delivered().plus(pace.read()), () -> {
            chat.mark(mid, ChatEntry.Mark.READ);
            ObjectNode event = events.fromPlayer(chat.player(), millis());
            event.putObject("read").put("watermark", millis());
            report(lane, event);
        });
    }

    private long millis() {
        return around.faults.now(ChatApp.MESSENGER).toEpochMilli();
    }

    private void report(String lane, ObjectNode event) {
        var unused = events.send(lane, false, List.of(event));
    }

    /** What the page may know about a person. */
    JsonNode person(String player) {
        if (!around.knows(ChatApp.MESSENGER, player)) {
            throw new Refused(new Refusal(400, 100, "(#100) Unsupported get request"), 33);
        }
        String hint = around.chat(ChatApp.MESSENGER, player).languageHint();
        ObjectNode person = Json.object()
                .put("id", player)
                .put("first_name", Players.firstName())
                .put("last_name", Players.lastName(player));
        Optional.ofNullable(Map.of("ro", "ro_RO", "ru", "ru_RU", "en", "en_US").get(hint))
                .ifPresent(locale -> person.put("locale", locale));
        return person;
    }

    JsonNode threadOwner(String player) {
        ObjectNode body = Json.object();
        body.putArray("data")
                .addObject()
                .putObject("thread_owner")
                .put("app_id", owners.getOrDefault(player, account.ids().app()));
        return body;
    }

    void control(String edge, String player, String target) {
        switch (edge) {
            case "pass_thread_control" -> owners.put(player, target);
            case "take_thread_control" -> owners.remove(player);
            default -> {
                // releasing or asking for the thread changes nothing for a single app
            }
        }
    }

    /** Whether another app holds the conversation, so that this one only listens. */
    boolean onStandby(String player) {
        return owners.containsKey(player);
    }
}
