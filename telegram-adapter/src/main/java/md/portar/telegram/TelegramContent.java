package md.portar.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** What a Telegram message carries, as our content. */
final class TelegramContent {
    // A command may name its bot, /menu@ExampleBot; in a private chat that is only noise.
    private static final Pattern COMMAND =
            Pattern.compile("(/[A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]{1,64})?(?:\\s+(.*))?", Pattern.DOTALL);
    // https://core.telegram.org/bots/features#deep-linking
    private static final Pattern DEEP_LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private TelegramContent() {}

    /** The content; null for a service message, which nobody wrote. */
    static @Nullable Content<UntrustedText> of(Message message) {
        if (message.getText() != null) {
            return words(message.getText());
        }
        Optional<Attachment<UntrustedText>> file = file(message);
        if (file.isPresent()) {
            return new Content.MediaContent<>(List.of(file.get()), text(message.getCaption()), album(message));
        }
        if (message.getVenue() != null) {
            return new Content.LocationContent<>(text(message.getVenue().getTitle()));
        }
        if (message.getLocation() != null) {
            return new Content.LocationContent<>(null);
        }
        if (message.getContact() != null) {
            return new Content.ContactContent<>(text(name(message.getContact())));
        }
        return isWrittenByAPerson(message) ? new Content.UnsupportedContent<>() : null;
    }

    /** A tap on one of our buttons; the title is found in the keyboard, as long as Telegram still shows it to us. */
    static Content<UntrustedText> choice(CallbackQuery tap, MaybeInaccessibleMessage carrier) {
        PlatformMessageId callback = new PlatformMessageId(tap.getId());
        return new Content.ChoiceContent<>(UntrustedText.of(tap.getData()), title(tap, carrier), callback);
    }

    /** Words of another message that came along: a chosen quotation, else the text replied to. */
    static @Nullable UntrustedText quoted(Message message) {
        if (message.getQuote() != null) {
            return text(message.getQuote().getText());
        }
        Message original = message.getReplyToMessage();
        if (original == null) {
            return null;
        }
        return text(original.getText() != null ? original.getText() : original.getCaption());
    }

    private static Content<UntrustedText> words(String text) {
        Matcher command = COMMAND.matcher(text);
        if (!command.matches()) {
            return new Content.TextContent<>(UntrustedText.of(text));
        }
        String name = command.group(1);
        String rest = command.group(2) == null ? "" : command.group(2);
        if (name.equals("/start") && DEEP_LINK.matcher(rest).matches()) {
            return new Content.ChoiceContent<>(UntrustedText.of(rest), null, null);
        }
        return new Content.TextContent<>(UntrustedText.of(rest.isEmpty() ? name : name + " " + rest));
    }

    private static Optional<Attachment<UntrustedText>> file(Message message) {
        if (message.getPhoto() != null) {
            return message.getPhoto().stream()
                    .max(Comparator.comparingLong(TelegramContent::area))
                    .map(photo -> file(AttachmentKind.IMAGE, photo.getFileId(), null));
        }
        // An animation also fills the document field, for clients that do not know animations.
        return Stream.of(animation(message), video(message), audio(message), voice(message), sticker(message))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(message.getDocument())
                        .map(file -> file(AttachmentKind.DOCUMENT, file.getFileId(), file.getFileName())));
    }

    private static long area(PhotoSize photo) {
        Integer width = photo.getWidth();
        Integer height = photo.getHeight();
        return width == null || height == null ? 0 : (long) width * height;
    }

    private static Optional<Attachment<UntrustedText>> animation(Message message) {
        return Optional.ofNullable(message.getAnimation())
                .map(file -> file(AttachmentKind.VIDEO, file.getFileId(), file.getFileName()));
    }

    private static Optional<Attachment<UntrustedText>> video(Message message) {
        return Optional.ofNullable(message.getVideo())
                .map(file -> file(AttachmentKind.VIDEO, file.getFileId(), file.getFileName()))
                .or(() -> Optional.ofNullable(message.getVideoNote())
                        .map(file -> file(AttachmentKind.VIDEO, file.getFileId(), null)));
    }

    private static Optional<Attachment<UntrustedText>> audio(Message message) {
        return Optional.ofNullable(message.getAudio())
                .map(file -> file(AttachmentKind.AUDIO, file.getFileId(), file.getFileName()));
    }

    private static Optional<Attachment<UntrustedText>> voice(Message message) {
        return Optional.ofNullable(message.getVoice()).map(file -> file(AttachmentKind.VOICE, file.getFileId(), null));
    }

    private static Optional<Attachment<UntrustedText>> sticker(Message message) {
        return Optional.ofNullable(message.getSticker())
                .map(file -> file(AttachmentKind.STICKER, file.getFileId(), null));
    }

    private static Attachment<UntrustedText> file(AttachmentKind kind, String fileId, @Nullable String fileName) {
        return new Attachment<>(kind, UntrustedText.of(Objects.requireNonNull(fileId)), text(fileName));
    }

    private static @Nullable PlatformMessageId album(Message message) {
        return message.getMediaGroupId() == null ? null : new PlatformMessageId(message.getMediaGroupId());
    }

    private static String name(Contact contact) {
        String last = contact.getLastName();
        return last == null ? contact.getFirstName() : contact.getFirstName() + " " + last;
    }

    /** Kinds of content that a person sends and that we have no use for; everything else is a service message. */
    private static boolean isWrittenByAPerson(Message message) {
        return message.getPoll() != null
                || message.getDice() != null
                || message.getGame() != null
                || message.getInvoice() != null
                || message.getStory() != null
                || message.getPaidMedia() != null
                || message.getLivePhoto() != null
                || message.getChecklist() != null
                || message.getGiveaway() != null;
    }

    private static @Nullable UntrustedText title(CallbackQuery tap, MaybeInaccessibleMessage carrier) {
        if (!(carrier instanceof Message message) || message.getReplyMarkup() == null) {
            return null;
        }
        return message.getReplyMarkup().getKeyboard().stream()
                .flatMap(List::stream)
                .filter(button -> tap.getData().equals(button.getCallbackData()))
                .findFirst()
                .map(InlineKeyboardButton::getText)
                .map(UntrustedText::of)
                .orElse(null);
    }

    private static @Nullable UntrustedText text(@Nullable String words) {
        return words == null ? null : UntrustedText.of(words);
    }
}
