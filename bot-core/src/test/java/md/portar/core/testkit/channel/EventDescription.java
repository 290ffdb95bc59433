package md.portar.core.testkit.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.message.Sender;
import md.portar.core.testkit.Revealed;
import org.jspecify.annotations.Nullable;

/** Events as JSON, with their texts readable: the form in which fixtures say what they expect. Absent parts are left out. */
public final class EventDescription implements ChannelEvent.Visitor<ObjectNode> {
    private EventDescription() {}

    /** One object an event, in order. */
    public static ArrayNode of(List<ChannelEvent> events) {
        ArrayNode all = Fixture.JSON.createArrayNode();
        events.forEach(event -> all.add(event.accept(new EventDescription())));
        return all;
    }

    /** Pretty-printed, for pasting into a fixture after reading it twice. */
    public static String pretty(JsonNode node) {
        return node.toPrettyString();
    }

    @Override
    public ObjectNode messageReceived(ChannelEvent.MessageReceived event) {
        return message("MessageReceived", event.message());
    }

    @Override
    public ObjectNode messageEdited(ChannelEvent.MessageEdited event) {
        return message("MessageEdited", event.message());
    }

    @Override
    public ObjectNode deliveryReported(ChannelEvent.DeliveryReported event) {
        ObjectNode node = event("DeliveryReported", event.key(), event.conversation());
        node.put("id", event.id().value()).put("stage", event.stage().name());
        if (event.failure() != null) {
            node.put("failure", event.failure().name());
        }
        return node.put("at", event.at().toString());
    }

    @Override
    public ObjectNode watermarkReported(ChannelEvent.WatermarkReported event) {
        return event("WatermarkReported", event.key(), event.conversation())
                .put("stage", event.stage().name())
                .put("upTo", event.upTo().toString());
    }

    @Override
    public ObjectNode reachabilityChanged(ChannelEvent.ReachabilityChanged event) {
        return event("ReachabilityChanged", event.key(), event.conversation())
                .put("reachable", event.reachable())
                .put("at", event.at().toString());
    }

    @Override
    public ObjectNode answeredElsewhere(ChannelEvent.AnsweredElsewhere event) {
        return event("AnsweredElsewhere", event.key(), event.conversation())
                .put("at", event.at().toString());
    }

    @Override
    public ObjectNode addedToGroup(ChannelEvent.AddedToGroup event) {
        return event("AddedToGroup", event.key(), event.group())
                .put("at", event.at().toString());
    }

    @Override
    public ObjectNode ignored(ChannelEvent.Ignored event) {
        return object().put("event", "Ignored").put("reason", event.reason().name());
    }

    private static ObjectNode message(String kind, InboundMessage message) {
        ObjectNode node = event(kind, message.key(), message.conversation());
        node.put("id", message.id().value()).put("sentAt", message.sentAt().toString());
        node.set("sender", sender(message.sender()));
        node.set("content", message.content().accept(new ContentDescription()));
        putText(node, "quoted", message.quoted());
        return node;
    }

    private static ObjectNode sender(Sender<UntrustedText> sender) {
        ObjectNode node = object();
        putText(node, "displayName", sender.displayName());
        Language hint = sender.languageHint();
        if (hint != null) {
            node.put("languageHint", hint.name());
        }
        return node;
    }

    private static ObjectNode event(String kind, EventKey key, ConversationKey conversation) {
        return object().put("event", kind)
                .put("key", key.value())
                .put("user", conversation.user().value());
    }

    static ObjectNode object() {
        return Fixture.JSON.createObjectNode();
    }

    static void putText(ObjectNode node, String field, @Nullable UntrustedText text) {
        if (text != null) {
            node.put(field, Revealed.words(text));
        }
    }
}
