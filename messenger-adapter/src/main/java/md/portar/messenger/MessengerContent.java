package md.portar.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import org.jspecify.annotations.Nullable;

/** Reads what a Messenger message carries. */
final class MessengerContent {
    private MessengerContent() {}

    static Content<UntrustedText> of(JsonNode message) {
        JsonNode payload = message.path("quick_reply").path("payload");
        if (payload.isTextual()) {
            return new Content.ChoiceContent<>(UntrustedText.of(payload.asText()), text(message.path("text")), null);
        }
        if (message.path("attachments").isArray()
                && !message.path("attachments").isEmpty()) {
            return attachments(message);
        }
        UntrustedText words = text(message.path("text"));
        return words == null ? new Content.UnsupportedContent<>() : new Content.TextContent<>(words);
    }

    private static Content<UntrustedText> attachments(JsonNode message) {
        JsonNode first = message.path("attachments").path(0);
        UntrustedText words = text(message.path("text"));
        if ("location".equals(first.path("type").asText())) {
            return new Content.LocationContent<>(text(first.path("title")));
        }
        List<Attachment<UntrustedText>> files = new ArrayList<>();
        for (JsonNode attachment : message.path("attachments")) {
            JsonNode url = attachment.path("payload").path("url");
            if (url.isTextual()) {
                files.add(new Attachment<>(
                        kind(attachment), UntrustedText.of(url.asText()), text(attachment.path("title"))));
            }
        }
        if (!files.isEmpty()) {
            return new Content.MediaContent<>(files, words, null);
        }
        // A shared link or a template: what counts is what the person wrote with it.
        return words == null ? new Content.UnsupportedContent<>() : new Content.TextContent<>(words);
    }

    private static AttachmentKind kind(JsonNode attachment) {
        boolean sticker = attachment.path("payload").has("sticker_id");
        return switch (attachment.path("type").asText()) {
            case "image" -> sticker ? AttachmentKind.STICKER : AttachmentKind.IMAGE;
            case "sticker" -> AttachmentKind.STICKER;
            case "video" -> AttachmentKind.VIDEO;
            // What people record in Messenger arrives as audio; files of music are rare in support.
            case "audio" -> AttachmentKind.VOICE;
            case "file" -> AttachmentKind.DOCUMENT;
            default -> AttachmentKind.OTHER;
        };
    }

    private static @Nullable UntrustedText text(JsonNode value) {
        return value.isTextual() ? UntrustedText.of(value.asText()) : null;
    }
}
