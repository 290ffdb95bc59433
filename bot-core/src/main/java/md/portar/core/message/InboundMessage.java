package md.portar.core.message;

import java.time.Instant;
import md.portar.core.guard.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * A person's message as an adapter normalised it, not yet screened. Lives only inside one webhook request.
 *
 * @param key recognises a redelivery
 * @param id the platform's id of the message, needed to redact or quote it
 * @param sentAt the platform's time of sending; the reply window counts from it
 * @param quoted words of another message that came along (a reply's or a forward's original)
 */
public record InboundMessage(
        EventKey key,
        ConversationKey conversation,
        PlatformMessageId id,
        Instant sentAt,
        Sender<UntrustedText> sender,
        Content<UntrustedText> content,
        @Nullable UntrustedText quoted) {}
