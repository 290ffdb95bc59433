package md.portar.core.store.jdbc;

import java.util.stream.Collectors;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
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
import org.jspecify.annotations.Nullable;

/** A person's content in words for lists and bubbles; what is not words becomes a sign that every language reads. */
final class Summary {
    private static final Content.Visitor<ScreenedText, SafeText> WORDS = new Words();

    private Summary() {}

    static SafeText of(Content<ScreenedText> content) {
        return content.accept(WORDS);
    }

    private static SafeText sign(String sign, @Nullable ScreenedText words) {
        CatalogueText text = CatalogueText.of(sign);
        return words == null || words.isBlank() ? text : text.append(" ", words);
    }

    private static String sign(AttachmentKind kind) {
        return switch (kind) {
            case IMAGE -> "🖼";
            case VIDEO -> "🎬";
            case AUDIO -> "🎵";
            case VOICE -> "🎤";
            case DOCUMENT -> "📄";
            case STICKER -> "🏷";
            case OTHER -> "📎";
        };
    }

    private static final class Words implements Content.Visitor<ScreenedText, SafeText> {
        @Override
        public SafeText text(TextContent<ScreenedText> content) {
            return content.text();
        }

        @Override
        public SafeText choice(ChoiceContent<ScreenedText> content) {
            return sign("▸", content.title() == null ? content.payload() : content.title());
        }

        @Override
        public SafeText media(MediaContent<ScreenedText> content) {
            String signs = content.attachments().stream()
                    .map(Attachment::kind)
                    .map(Summary::sign)
                    .collect(Collectors.joining());
            return sign(signs, content.caption());
        }

        @Override
        public SafeText location(LocationContent<ScreenedText> content) {
            return sign("📍", content.label());
        }

        @Override
        public SafeText contact(ContactContent<ScreenedText> content) {
            return sign("👤", content.name());
        }

        @Override
        public SafeText unsupported(UnsupportedContent<ScreenedText> content) {
            return CatalogueText.of("❔");
        }
    }
}
