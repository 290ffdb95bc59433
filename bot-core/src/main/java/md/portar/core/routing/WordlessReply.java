package md.portar.core.routing;

import java.util.Optional;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Content;
import md.portar.core.texts.TextKey;

/** The one line for content that is neither words nor a file. */
final class WordlessReply implements Content.Visitor<ScreenedText, Optional<TextKey>> {
    @Override
    public Optional<TextKey> text(Content.TextContent<ScreenedText> content) {
        return Optional.empty();
    }

    @Override
    public Optional<TextKey> choice(Content.ChoiceContent<ScreenedText> content) {
        return Optional.empty();
    }

    @Override
    public Optional<TextKey> media(Content.MediaContent<ScreenedText> content) {
        return Optional.empty();
    }

    @Override
    public Optional<TextKey> location(Content.LocationContent<ScreenedText> content) {
        return Optional.of(TextKey.PLACE);
    }

    @Override
    public Optional<TextKey> contact(Content.ContactContent<ScreenedText> content) {
        return Optional.of(TextKey.CONTACT);
    }

    @Override
    public Optional<TextKey> unsupported(Content.UnsupportedContent<ScreenedText> content) {
        return Optional.of(TextKey.UNSUPPORTED);
    }
}
