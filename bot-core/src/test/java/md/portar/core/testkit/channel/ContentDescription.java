package md.portar.core.testkit.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.Content;

/** A message's content as JSON. */
final class ContentDescription implements Content.Visitor<UntrustedText, ObjectNode> {
    @Override
    public ObjectNode text(Content.TextContent<UntrustedText> content) {
        ObjectNode node = kind("text");
        EventDescription.putText(node, "text", content.text());
        return node;
    }

    @Override
    public ObjectNode choice(Content.ChoiceContent<UntrustedText> content) {
        ObjectNode node = kind("choice");
        EventDescription.putText(node, "payload", content.payload());
        EventDescription.putText(node, "title", content.title());
        if (content.callback() != null) {
            node.put("callback", content.callback().value());
        }
        return node;
    }

    @Override
    public ObjectNode media(Content.MediaContent<UntrustedText> content) {
        ObjectNode node = kind("media");
        ArrayNode attachments = node.putArray("attachments");
        content.attachments().forEach(attachment -> attachments.add(attachment(attachment)));
        EventDescription.putText(node, "caption", content.caption());
        if (content.album() != null) {
            node.put("album", content.album().value());
        }
        return node;
    }

    @Override
    public ObjectNode location(Content.LocationContent<UntrustedText> content) {
        ObjectNode node = kind("location");
        EventDescription.putText(node, "label", content.label());
        return node;
    }

    @Override
    public ObjectNode contact(Content.ContactContent<UntrustedText> content) {
        ObjectNode node = kind("contact");
        EventDescription.putText(node, "name", content.name());
        return node;
    }

    @Override
    public ObjectNode unsupported(Content.UnsupportedContent<UntrustedText> content) {
        return kind("unsupported");
    }

    private static ObjectNode attachment(Attachment<UntrustedText> attachment) {
        ObjectNode node =
                EventDescription.object().put("kind", attachment.kind().name());
        EventDescription.putText(node, "reference", attachment.reference());
        EventDescription.putText(node, "fileName", attachment.fileName());
        return node;
    }

    private static ObjectNode kind(String kind) {
        return EventDescription.object().put("kind", kind);
    }
}
