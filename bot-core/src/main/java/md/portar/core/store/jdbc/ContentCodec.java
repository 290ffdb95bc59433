package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.Content.ChoiceContent;
import md.portar.core.message.Content.ContactContent;
import md.portar.core.message.Content.LocationContent;
import md.portar.core.message.Content.MediaContent;
import md.portar.core.message.Content.TextContent;
import md.portar.core.message.Content.UnsupportedContent;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/**
 * A person's content as columns: its kind, its main words, and the rest as JSON. Every text in the JSON is screened text, and
 * is screened again when it is read.
 */
final class ContentCodec {
    /** Names as kept in the database: never rename. */
    enum Kind {
        TEXT,
        CHOICE,
        MEDIA,
        LOCATION,
        CONTACT,
        UNSUPPORTED
    }

    /** The columns of one content. */
    record Stored(Kind kind, ScreenedText main, @Nullable ObjectNode detail) {}

    private final TextCodec texts;

    ContentCodec(TextCodec texts) {
        this.texts = texts;
    }

    static Stored write(Content<ScreenedText> content) {
        return content.accept(new Writing());
    }

    Content<ScreenedText> read(Kind kind, String main, JsonNode detail) {
        ScreenedText words = texts.screened(main);
        ScreenedText optional = main.isEmpty() ? null : words;
        return switch (kind) {
            case TEXT -> new TextContent<>(words);
            case CHOICE ->
                new ChoiceContent<>(
                        screened(detail, "payload").orElse(ScreenedText.EMPTY), optional, id(detail, "callback"));
            case MEDIA -> new MediaContent<>(attachments(detail), optional, id(detail, "album"));
            case LOCATION -> new LocationContent<>(optional);
            case CONTACT -> new ContactContent<>(optional);
            case UNSUPPORTED -> new UnsupportedContent<>();
        };
    }

    Optional<ScreenedText> screened(JsonNode detail, String field) {
        return Json.text(detail, field).map(texts::screened);
    }

    private static @Nullable PlatformMessageId id(JsonNode detail, String field) {
        return Json.text(detail, field).map(PlatformMessageId::new).orElse(null);
    }

    private List<Attachment<ScreenedText>> attachments(JsonNode detail) {
        List<Attachment<ScreenedText>> attachments = new ArrayList<>();
        for (JsonNode node : detail.path("files")) {
            attachments.add(new Attachment<>(
                    AttachmentKind.valueOf(node.path("kind").asText()),
                    screened(node, "reference").orElse(ScreenedText.EMPTY),
                    screened(node, "name").orElse(null)));
        }
        return attachments;
    }

    private static ScreenedText orEmpty(@Nullable ScreenedText text) {
        return text == null ? ScreenedText.EMPTY : text;
    }

    private static final class Writing implements Content.Visitor<ScreenedText, Stored> {
        @Override
        public Stored text(TextContent<ScreenedText> content) {
            return new Stored(Kind.TEXT, content.text(), null);
        }

        @Override
        public Stored choice(ChoiceContent<ScreenedText> content) {
            ObjectNode detail = Json.object().put("payload", content.payload().value());
            if (content.callback() != null) {
                detail.put("callback", content.callback().value());
            }
            return new Stored(Kind.CHOICE, orEmpty(content.title()), detail);
        }

        @Override
        public Stored media(MediaContent<ScreenedText> content) {
            ObjectNode detail = Json.object();
            ArrayNode files = detail.putArray("files");
            for (Attachment<ScreenedText> attachment : content.attachments()) {
                ObjectNode file = files.addObject()
                        .put("kind", attachment.kind().name())
                        .put("reference", attachment.reference().value());
                attachment.name().ifPresent(name -> file.put("name", name.value()));
            }
            if (content.album() != null) {
                detail.put("album", content.album().value());
            }
            return new Stored(Kind.MEDIA, orEmpty(content.caption()), detail);
        }

        @Override
        public Stored location(LocationContent<ScreenedText> content) {
            return new Stored(Kind.LOCATION, orEmpty(content.label()), null);
        }

        @Override
        public Stored contact(ContactContent<ScreenedText> content) {
            return new Stored(Kind.CONTACT, orEmpty(content.name()), null);
        }

        @Override
        public Stored unsupported(UnsupportedContent<ScreenedText> content) {
            return new Stored(Kind.UNSUPPORTED, ScreenedText.EMPTY, null);
        }
    }
}
