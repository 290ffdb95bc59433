package md.portar.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import org.jspecify.annotations.Nullable;

/** Reads what a WhatsApp message carries. */
final class WhatsAppContent {
    private static final int MOST_FILES = 10;

    private WhatsAppContent() {}

    static Content<UntrustedText> of(WhatsAppForm form) {
        if (form.has("ListId")) {
            return choice(form, "ListId", "ListTitle");
        }
        if (form.has("ButtonPayload")) {
            return choice(form, "ButtonPayload", "ButtonText");
        }
        if (form.has("ButtonText")) {
            // A template's button may carry no payload; its words then are what the person said.
            return new Content.TextContent<>(
                    UntrustedText.of(form.get("ButtonText").orElseThrow()));
        }
        List<Attachment<UntrustedText>> files = files(form);
        @Nullable UntrustedText words = text(form, "Body");
        if (!files.isEmpty()) {
            return new Content.MediaContent<>(files, words, null);
        }
        if (form.has("Latitude") && form.has("Longitude")) {
            String label = form.get("Label").or(() -> form.get("Address")).orElse("");
            return new Content.LocationContent<>(label.isEmpty() ? null : UntrustedText.of(label));
        }
        if (type(form).equals("contacts")) {
            return new Content.ContactContent<>(words);
        }
        return words == null ? new Content.UnsupportedContent<>() : new Content.TextContent<>(words);
    }

    private static Content<UntrustedText> choice(WhatsAppForm form, String payload, String title) {
        return new Content.ChoiceContent<>(UntrustedText.of(form.get(payload).orElseThrow()), text(form, title), null);
    }

    private static List<Attachment<UntrustedText>> files(WhatsAppForm form) {
        List<Attachment<UntrustedText>> files = new ArrayList<>();
        for (int i = 0; i < MOST_FILES; i++) {
            Optional<String> url = form.get("MediaUrl" + i);
            if (url.isPresent()) {
                String mime = form.get("MediaContentType" + i).orElse("").toLowerCase(Locale.ROOT);
                files.add(new Attachment<>(kind(type(form), mime), UntrustedText.of(url.get()), null));
            }
        }
        return files;
    }

    private static AttachmentKind kind(String messageType, String mime) {
        if (messageType.equals("sticker")) {
            return AttachmentKind.STICKER;
        }
        if (mime.startsWith("image/")) {
            return AttachmentKind.IMAGE;
        }
        if (mime.startsWith("video/")) {
            return AttachmentKind.VIDEO;
        }
        if (mime.startsWith("audio/")) {
            // What is recorded in WhatsApp comes as Ogg; other audio is a file somebody attached.
            return mime.startsWith("audio/ogg") ? AttachmentKind.VOICE : AttachmentKind.AUDIO;
        }
        return mime.isEmpty() ? AttachmentKind.OTHER : AttachmentKind.DOCUMENT;
    }

    private static String type(WhatsAppForm form) {
        return form.get("MessageType").orElse("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable UntrustedText text(WhatsAppForm form, String key) {
        return form.get(key).map(UntrustedText::of).orElse(null);
    }
}
