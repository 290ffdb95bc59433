package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Content;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;

/**
 * Knows the pieces of an album, which some platforms deliver as messages of their own and in any order: whatever of it arrives
 * after it was answered is more of the same and needs no further answer, unless it carries words.
 */
final class Albums {
    /** Files of one kind without an album's id that follow each other so quickly were chosen together. */
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private static final String NONE = "none:";

    /** Whether a message is a further wordless piece of what was answered before. */
    boolean isMoreOf(TurnDraft turn, ScreenedMessage message) {
        if (!(message.content() instanceof Content.MediaContent<ScreenedText> media)
                || MessageBatch.wordsOf(message).filter(text -> !text.isBlank()).isPresent()) {
            return false;
        }
        String[] last = turn.before().memory().get(Fact.ALBUM).orElse("").split("\\|");
        if (last.length != 2) {
            return false;
        }
        String album = id(media);
        boolean quick = turn.now().isBefore(Instant.parse(last[1]).plus(TOGETHER));
        return album.equals(last[0]) && (media.album() != null || quick);
    }

    /** Remembers the latest album, or that files came. */
    void note(TurnDraft turn, MessageBatch batch) {
        for (ScreenedMessage message : batch.messages()) {
            if (message.content() instanceof Content.MediaContent<ScreenedText> media) {
                turn.remember(Fact.ALBUM, id(media) + "|" + turn.now());
            }
        }
    }

    private static String id(Content.MediaContent<ScreenedText> media) {
        return Optional.ofNullable(media.album())
                .map(PlatformMessageId::value)
                .orElseGet(() -> NONE
                        + media.attachments().stream()
                                .map(file -> file.kind().name())
                                .findFirst()
                                .orElse(""));
    }
}
