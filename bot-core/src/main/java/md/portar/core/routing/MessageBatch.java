package md.portar.core.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Content;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;

/** Messages that are answered together, sorted by what they are. */
final class MessageBatch {
    private final List<ScreenedMessage> messages;

    private MessageBatch(List<ScreenedMessage> messages) {
        this.messages = List.copyOf(messages);
    }

    /** An edit that arrives together with its original replaces it; the original's secrets were still sent. */
    static MessageBatch of(List<ScreenedMessage> received) {
        Map<PlatformMessageId, ScreenedMessage> latest = new LinkedHashMap<>();
        List<ScreenedMessage> messages = new ArrayList<>();
        for (ScreenedMessage message : received) {
            if (!isText(message)) {
                messages.add(message);
                continue;
            }
            ScreenedMessage earlier = latest.put(message.id(), message);
            if (earlier != null && message.edit()) {
                messages.set(messages.indexOf(earlier), asNew(message));
            } else {
                messages.add(message);
            }
        }
        return new MessageBatch(messages);
    }

    List<ScreenedMessage> messages() {
        return messages;
    }

    /** Only messages that satisfy something. */
    MessageBatch only(java.util.function.Predicate<ScreenedMessage> condition) {
        return new MessageBatch(messages.stream().filter(condition).toList());
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Written words: texts and captions, in order. */
    List<ScreenedText> texts() {
        List<ScreenedText> texts = new ArrayList<>();
        for (ScreenedMessage message : messages) {
            wordsOf(message).filter(text -> !text.isBlank()).ifPresent(texts::add);
        }
        return texts;
    }

    /** Taps in order, each payload once: a double tap is one tap. */
    List<Content.ChoiceContent<ScreenedText>> taps() {
        Map<String, Content.ChoiceContent<ScreenedText>> taps = new LinkedHashMap<>();
        for (ScreenedMessage message : messages) {
            if (message.content() instanceof Content.ChoiceContent<ScreenedText> tap) {
                taps.putIfAbsent(tap.payload().value(), tap);
            }
        }
        return List.copyOf(taps.values());
    }

    /** The messenger's language, as the latest message that tells it. */
    Optional<Language> hint() {
        Language hint = null;
        for (ScreenedMessage message : messages) {
            if (message.sender().languageHint() != null) {
                hint = message.sender().languageHint();
            }
        }
        return Optional.ofNullable(hint);
    }

    private static boolean isText(ScreenedMessage message) {
        return message.content() instanceof Content.TextContent;
    }

    private static ScreenedMessage asNew(ScreenedMessage edit) {
        return new ScreenedMessage(
                edit.key(),
                edit.conversation(),
                edit.id(),
                edit.sentAt(),
                edit.sender(),
                edit.content(),
                edit.quoted(),
                edit.findings(),
                edit.withheld(),
                false);
    }

    static Optional<ScreenedText> wordsOf(ScreenedMessage message) {
        if (message.content() instanceof Content.TextContent<ScreenedText> text) {
            return Optional.of(text.text());
        }
        if (message.content() instanceof Content.MediaContent<ScreenedText> media) {
            return Optional.ofNullable(media.caption());
        }
        return Optional.empty();
    }
}
