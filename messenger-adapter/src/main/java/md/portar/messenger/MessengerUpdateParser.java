package md.portar.messenger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.ChannelEvent.Ignored;
import md.portar.core.channel.DeliveryStage;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * Turns one webhook body into events: every event of every entry, in order. One that cannot be understood does not lose its
 * neighbours.
 */
final class MessengerUpdateParser {
    private static final int DEEPEST = 64;
    private static final int MOST_EVENTS = 2_000;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ChannelAccount account;
    private final String pageId;
    private final String appId;

    MessengerUpdateParser(ChannelAccount account, String pageId, String appId) {
        this.account = account;
        this.pageId = pageId;
        this.appId = appId;
    }

    List<ChannelEvent> parse(byte[] body) throws MalformedUpdate {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw new MalformedUpdate(MessengerChannelFactory.ID, MalformedUpdate.Reason.NOT_JSON);
        }
        if (!"page".equals(root.path("object").asText()) || !root.path("entry").isArray()) {
            return List.of(new Ignored(IgnoredReason.UNKNOWN_KIND));
        }
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode entry : root.path("entry")) {
            if (events.size() > MOST_EVENTS) {
                break;
            }
            addEntry(entry, events);
        }
        return events.isEmpty() ? List.of(new Ignored(IgnoredReason.UNKNOWN_KIND)) : events;
    }

    private JsonNode tree(byte[] body) throws MalformedUpdate {
        try {
            JsonNode root = mapper.readTree(body);
            if (root != null) {
                return root;
            }
        } catch (IOException e) {
            // Not kept as a cause: the parser's message quotes the body.
        }
        throw new MalformedUpdate(MessengerChannelFactory.ID, MalformedUpdate.Reason.NOT_JSON);
    }

    private void addEntry(JsonNode entry, List<ChannelEvent> events) {
        if (!pageId.equals(entry.path("id").asText())) {
            events.add(new Ignored(IgnoredReason.UNKNOWN_KIND));
            return;
        }
        for (JsonNode event : entry.path("messaging")) {
            try {
                addEvent(event, events);
            } catch (MalformedUpdate | IllegalArgumentException broken) {
                events.add(new Ignored(IgnoredReason.MALFORMED));
            }
        }
        for (int i = 0; i < entry.path("standby").size(); i++) {
            // Another application owns the thread and answers.
            events.add(new Ignored(IgnoredReason.STANDBY));
        }
        for (int i = 0; i < entry.path("changes").size(); i++) {
            events.add(new Ignored(IgnoredReason.UNKNOWN_KIND));
        }
    }

    private void addEvent(JsonNode event, List<ChannelEvent> events) throws MalformedUpdate {
        if (event.path("message").isObject()) {
            events.add(message(event));
        } else if (event.path("postback").isObject()) {
            events.add(postback(event));
        } else if (event.path("referral").isObject()) {
            events.add(referral(event));
        } else if (event.path("delivery").isObject()) {
            addDelivery(event, events);
        } else if (event.path("read").isObject()) {
            events.add(watermark(event, "read", DeliveryStage.READ));
        } else if (event.path("message_edit").isObject()) {
            events.add(edit(event));
        } else if (event.path("pass_thread_control").isObject()
                || event.path("take_thread_control").isObject()) {
            events.add(threadControl(event));
        } else if (event.path("reaction").isObject()) {
            events.add(new Ignored(IgnoredReason.NOT_NEEDED));
        } else {
            events.add(new Ignored(IgnoredReason.UNKNOWN_KIND));
        }
    }

    private ChannelEvent message(JsonNode event) throws MalformedUpdate {
        JsonNode message = event.path("message");
        if (message.path("is_echo").asBoolean()) {
            return echo(event, message);
        }
        if (message.path("is_deleted").asBoolean()) {
            return new Ignored(IgnoredReason.NOT_NEEDED);
        }
        String mid = required(message.path("mid"));
        Content<UntrustedText> content = MessengerContent.of(message);
        return new ChannelEvent.MessageReceived(inbound(event, new EventKey(mid), new PlatformMessageId(mid), content));
    }

    /** A page's own words come back: ours, or those of a person in Meta's inbox or another application. */
    private ChannelEvent echo(JsonNode event, JsonNode message) throws MalformedUpdate {
        String from = message.path("app_id").asText("");
        boolean ours = message.path("metadata").asText("").equals(MessengerMessageRenderer.METADATA)
                || (!appId.isEmpty() && appId.equals(from));
        if (ours) {
            return new Ignored(IgnoredReason.OWN_ECHO);
        }
        ConversationKey conversation = conversation(event.path("recipient"));
        return new ChannelEvent.AnsweredElsewhere(
                new EventKey("echo:" + required(message.path("mid"))), conversation, sentAt(event));
    }

    private ChannelEvent postback(JsonNode event) throws MalformedUpdate {
        JsonNode postback = event.path("postback");
        JsonNode ref = postback.path("referral").path("ref");
        // A deep link on Get Started says more than the button itself.
        JsonNode payload = ref.isTextual() ? ref : postback.path("payload");
        if (!payload.isTextual()) {
            throw new MalformedUpdate(MessengerChannelFactory.ID, MalformedUpdate.Reason.MISSING_FIELD);
        }
        return choice(event, postback.path("mid"), "postback", payload, postback.path("title"));
    }

    private ChannelEvent referral(JsonNode event) throws MalformedUpdate {
        JsonNode ref = event.path("referral").path("ref");
        if (!ref.isTextual() || ref.asText().isEmpty()) {
            return new Ignored(IgnoredReason.NOT_NEEDED);
        }
        return choice(event, event.path("referral").path("mid"), "referral", ref, event.path("missing"));
    }

    private ChannelEvent choice(JsonNode event, JsonNode mid, String kind, JsonNode payload, JsonNode title)
            throws MalformedUpdate {
        EventKey key = mid.isTextual() ? new EventKey(mid.asText()) : withoutMid(event, kind);
        @Nullable UntrustedText label = title.isTextual() ? UntrustedText.of(title.asText()) : null;
        return new ChannelEvent.MessageReceived(inbound(
                event,
                key,
                new PlatformMessageId(mid.isTextual() ? mid.asText() : key.value()),
                new Content.ChoiceContent<>(UntrustedText.of(payload.asText()), label, null)));
    }

    private ChannelEvent edit(JsonNode event) throws MalformedUpdate {
        JsonNode edit = event.path("message_edit");
        String mid = required(edit.path("mid"));
        EventKey key = new EventKey(mid + ":edit:" + edit.path("num_edit").asInt());
        if (!edit.path("text").isTextual()) {
            return new Ignored(IgnoredReason.NOT_NEEDED);
        }
        return new ChannelEvent.MessageEdited(inbound(
                event,
                key,
                new PlatformMessageId(mid),
                new Content.TextContent<>(UntrustedText.of(edit.path("text").asText()))));
    }

    private void addDelivery(JsonNode event, List<ChannelEvent> events) throws MalformedUpdate {
        JsonNode mids = event.path("delivery").path("mids");
        // Some pages' reports carry no time of their own, only the watermark.
        Instant at = time(
                event.has("timestamp")
                        ? event.path("timestamp")
                        : event.path("delivery").path("watermark"));
        for (JsonNode mid : mids) {
            String id = required(mid);
            events.add(new ChannelEvent.DeliveryReported(
                    new EventKey("delivered:" + id),
                    conversation(event.path("sender")),
                    new PlatformMessageId(id),
                    DeliveryStage.DELIVERED,
                    null,
                    at));
        }
        if (event.path("delivery").path("watermark").isNumber()) {
            events.add(watermark(event, "delivery", DeliveryStage.DELIVERED));
        } else if (mids.isEmpty()) {
            events.add(new Ignored(IgnoredReason.NOT_NEEDED));
        }
    }

    private ChannelEvent watermark(JsonNode event, String kind, DeliveryStage stage) throws MalformedUpdate {
        Instant upTo = time(event.path(kind).path("watermark"));
        ConversationKey conversation = conversation(event.path("sender"));
        EventKey key = new EventKey(kind + ":" + conversation.user().value() + ":" + upTo.toEpochMilli());
        return new ChannelEvent.WatermarkReported(key, conversation, stage, upTo);
    }

    /** The thread was given to another application: it answers now. Given to us, nothing has to be done. */
    private ChannelEvent threadControl(JsonNode event) throws MalformedUpdate {
        String newOwner =
                event.path("pass_thread_control").path("new_owner_app_id").asText("");
        if (!appId.isEmpty() && appId.equals(newOwner)) {
            return new Ignored(IgnoredReason.NOT_NEEDED);
        }
        return new ChannelEvent.AnsweredElsewhere(
                withoutMid(event, "thread"), conversation(event.path("sender")), sentAt(event));
    }

    private InboundMessage inbound(JsonNode event, EventKey key, PlatformMessageId id, Content<UntrustedText> content)
            throws MalformedUpdate {
        return new InboundMessage(
                key, conversation(event.path("sender")), id, sentAt(event), new Sender<>(null, null), content, null);
    }

    private EventKey withoutMid(JsonNode event, String kind) throws MalformedUpdate {
        return new EventKey(kind + ":" + required(event.path("sender").path("id")) + ":"
                + sentAt(event).toEpochMilli());
    }

    private ConversationKey conversation(JsonNode person) throws MalformedUpdate {
        return new ConversationKey(
                MessengerChannelFactory.ID, account, new PlatformUserId(required(person.path("id"))));
    }

    private static Instant sentAt(JsonNode event) throws MalformedUpdate {
        return time(event.path("timestamp"));
    }

    private static Instant time(JsonNode timestamp) throws MalformedUpdate {
        if (!timestamp.canConvertToLong() || timestamp.asLong() <= 0 || timestamp.asLong() > 9_999_999_999_999L) {
            throw new MalformedUpdate(MessengerChannelFactory.ID, MalformedUpdate.Reason.BAD_VALUE);
        }
        return Instant.ofEpochMilli(timestamp.asLong());
    }

    private static String required(JsonNode value) throws MalformedUpdate {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new MalformedUpdate(MessengerChannelFactory.ID, MalformedUpdate.Reason.MISSING_FIELD);
        }
        return value.asText();
    }
}
