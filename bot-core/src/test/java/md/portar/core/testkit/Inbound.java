package md.portar.core.testkit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.Sender;

/** Makes events as an adapter would. */
public final class Inbound {
    private static final AtomicLong KEYS = new AtomicLong(1);

    private Inbound() {}

    /** Words of a person, with a new key and id. */
    public static ChannelEvent text(ConversationKey person, String words) {
        return new ChannelEvent.MessageReceived(message(person, "m" + KEYS.getAndIncrement(), words));
    }

    /** Words under a platform id of the test's choice. */
    public static ChannelEvent text(ConversationKey person, String id, String words) {
        return new ChannelEvent.MessageReceived(message(person, id, words));
    }

    /** Other words for an earlier message. */
    public static ChannelEvent edit(ConversationKey person, String id, String words) {
        InboundMessage message = message(person, id, words);
        return new ChannelEvent.MessageEdited(new InboundMessage(
                new EventKey("e" + KEYS.getAndIncrement()),
                person,
                message.id(),
                message.sentAt(),
                message.sender(),
                message.content(),
                null));
    }

    public static InboundMessage message(ConversationKey person, String id, String words) {
        return message(person, id, new Content.TextContent<>(UntrustedText.of(words)));
    }

    public static InboundMessage message(ConversationKey person, String id, Content<UntrustedText> content) {
        return new InboundMessage(
                new EventKey(person.user().value() + ":" + id),
                person,
                new PlatformMessageId(id),
                FixedClock.MONDAY,
                new Sender<>(UntrustedText.of("Test User"), Language.EN),
                content,
                null);
    }

    /** A message that has something in every text field there is. */
    public static InboundMessage everywhere(ConversationKey person, String id, String words) {
        UntrustedText text = UntrustedText.of(words);
        return new InboundMessage(
                new EventKey(person.user().value() + ":" + id),
                person,
                new PlatformMessageId(id),
                FixedClock.MONDAY,
                new Sender<>(UntrustedText.of(words), Language.EN),
                new Content.MediaContent<>(
                        List.of(new Attachment<>(
                                AttachmentKind.DOCUMENT, UntrustedText.of(words), UntrustedText.of(words))),
                        text,
                        null),
                UntrustedText.of(words));
    }

    public static ChannelEvent received(InboundMessage message) {
        return new ChannelEvent.MessageReceived(message);
    }

    public static EventKey key() {
        return new EventKey("k" + KEYS.getAndIncrement());
    }

    public static Instant now() {
        return FixedClock.MONDAY;
    }
}
