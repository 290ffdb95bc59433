package md.portar.core.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.texts.TextKey;

/** Answers files and other content that has no words, once for all of them: an album is one message. */
final class MediaDialogue {
    private static final Duration WARNED = Duration.ofDays(1);

    /** Says something about wordless content; false when there is none that needs an answer. */
    boolean answer(TurnDraft turn, MessageBatch batch) {
        Set<AttachmentKind> files = EnumSet.noneOf(AttachmentKind.class);
        TextKey other = null;
        for (ScreenedMessage message : batch.messages()) {
            if (message.content() instanceof Content.MediaContent<ScreenedText> media) {
                media.attachments().stream().map(Attachment::kind).forEach(files::add);
            } else {
                other = message.content().accept(new WordlessReply()).orElse(other);
            }
        }
        if (!files.isEmpty() && answerFiles(turn, files)) {
            return true;
        }
        if (other != null) {
            turn.say(other, "menu.back", FaqDialogue.PERSON);
            return true;
        }
        return false;
    }

    private static boolean answerFiles(TurnDraft turn, Set<AttachmentKind> files) {
        if (files.contains(AttachmentKind.DOCUMENT)) {
            turn.say(TextKey.DOCUMENT, FaqDialogue.PERSON, "menu.back");
            return true;
        }
        if (files.contains(AttachmentKind.IMAGE) || files.contains(AttachmentKind.VIDEO)) {
            askWhatItShows(turn, files.contains(AttachmentKind.IMAGE) ? TextKey.PHOTO : TextKey.VIDEO);
            return true;
        }
        if (files.contains(AttachmentKind.VOICE) || files.contains(AttachmentKind.AUDIO)) {
            turn.say(TextKey.VOICE, FaqDialogue.PERSON, "menu.faq");
            return true;
        }
        if (files.contains(AttachmentKind.OTHER)) {
            turn.say(TextKey.UNSUPPORTED, "menu.back", FaqDialogue.PERSON);
            return true;
        }
        // A sticker is a nod; answering it would only be noise.
        return false;
    }

    private static void askWhatItShows(TurnDraft turn, TextKey key) {
        CatalogueText text = turn.text(key);
        if (!turn.isRecent(Fact.MEDIA_WARNED_AT, WARNED)) {
            turn.stamp(Fact.MEDIA_WARNED_AT);
            text = text.append("\n", turn.text(TextKey.MEDIA_WARN));
        }
        List<String> choices = new ArrayList<>(FaqDialogue.topicsAndPerson(turn));
        turn.say(text, choices, Expectation.CHOICE, null);
    }
}
