package md.portar.whatsapp;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryStage;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.Sender;

/** Turns a form into one event: a message, or the status of one of ours. */
final class WhatsAppUpdateParser {
    private static final String PREFIX = "whatsapp:";

    private final ChannelAccount account;
    private final Clock clock;

    WhatsAppUpdateParser(ChannelAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    ChannelEvent parse(WhatsAppForm form) {
        try {
            Optional<String> status = form.get("MessageStatus");
            if (status.isPresent()) {
                return status(form, status.get().toLowerCase(Locale.ROOT));
            }
            if (form.has("From") && sid(form).isPresent()) {
                return message(form);
            }
            return new ChannelEvent.Ignored(IgnoredReason.UNKNOWN_KIND);
        } catch (IllegalArgumentException notAnId) {
            return new ChannelEvent.Ignored(IgnoredReason.MALFORMED);
        }
    }

    private ChannelEvent message(WhatsAppForm form) {
        if (!form.get("From").orElse("").startsWith(PREFIX)) {
            // An SMS to the same number; its sender is no WhatsApp user.
            return new ChannelEvent.Ignored(IgnoredReason.NOT_NEEDED);
        }
        String sid = sid(form).orElseThrow();
        UntrustedText name = form.get("ProfileName").map(UntrustedText::of).orElse(null);
        return new ChannelEvent.MessageReceived(new InboundMessage(
                new EventKey(sid),
                person(form.get("From").orElseThrow()),
                new PlatformMessageId(sid),
                // Twilio tells no time of sending.
                clock.instant(),
                new Sender<>(name, null),
                WhatsAppContent.of(form),
                null));
    }

    private ChannelEvent status(WhatsAppForm form, String status) {
        Optional<DeliveryStage> stage = stage(status);
        if (stage.isEmpty() || !form.get("To").orElse("").startsWith(PREFIX)) {
            return new ChannelEvent.Ignored(IgnoredReason.NOT_NEEDED);
        }
        String sid = sid(form).orElseThrow(IllegalArgumentException::new);
        DeliveryFailure failure = stage.get() == DeliveryStage.FAILED
                ? WhatsAppReply.failureOf(code(form.get("ErrorCode").orElse("")))
                : null;
        return new ChannelEvent.DeliveryReported(
                new EventKey(sid + ":" + stage.get()),
                person(form.get("To").orElseThrow()),
                new PlatformMessageId(sid),
                stage.get(),
                failure,
                clock.instant());
    }

    private static Optional<DeliveryStage> stage(String status) {
        return switch (status) {
            case "sent" -> Optional.of(DeliveryStage.SENT);
            case "delivered" -> Optional.of(DeliveryStage.DELIVERED);
            case "read" -> Optional.of(DeliveryStage.READ);
            case "undelivered", "failed" -> Optional.of(DeliveryStage.FAILED);
            // queued, sending and accepted are Twilio's own business.
            default -> Optional.empty();
        };
    }

    private static int code(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<String> sid(WhatsAppForm form) {
        return form.get("MessageSid").or(() -> form.get("SmsMessageSid")).or(() -> form.get("SmsSid"));
    }

    /** What follows {@code whatsapp:} is a number or, since 2026, a business-scoped user id. */
    private ConversationKey person(String address) {
        return new ConversationKey(
                WhatsAppChannelFactory.ID, account, new PlatformUserId(address.substring(PREFIX.length())));
    }
}
