package md.portar.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelId;

/** One Telegram bot. */
final class TelegramAdapter implements ChannelAdapter {
    private final TelegramSignature signature;
    private final TelegramUpdateParser parser;
    private final TelegramSender sender;
    private final ChannelCapabilities capabilities;

    TelegramAdapter(TelegramSettings settings, TelegramUpdateParser parser, TelegramSender sender) {
        this.signature = new TelegramSignature(settings.webhookSecrets());
        this.parser = parser;
        this.sender = sender;
        this.capabilities = new ChannelCapabilities(
                TelegramMessageRenderer.MAX_TEXT,
                TelegramMessageRenderer.MAX_TEXT,
                TelegramMessageRenderer.MAX_CHOICES,
                TelegramMessageRenderer.MAX_LABEL,
                null,
                null,
                true,
                true,
                true,
                settings.pace().conversationGap(),
                settings.pace().perSecond());
    }

    @Override
    public ChannelId id() {
        return TelegramChannelFactory.ID;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public WebhookOutcome receive(WebhookRequest request) {
        if (!request.method().equals("POST")) {
            return new WebhookOutcome.Refused(RefusalReason.WRONG_METHOD);
        }
        Optional<RefusalReason> objection = signature.objection(request);
        if (objection.isPresent()) {
            return new WebhookOutcome.Refused(objection.get());
        }
        if (!isJson(request)) {
            return new WebhookOutcome.Refused(RefusalReason.WRONG_CONTENT_TYPE);
        }
        try {
            return new WebhookOutcome.Accepted(
                    List.of(parser.parse(request.body().bytes())), WebhookOutcome.Acknowledgement.EMPTY);
        } catch (MalformedUpdate e) {
            return new WebhookOutcome.Refused(
                    RefusalReason.MALFORMED, e.reason().name());
        }
    }

    private static boolean isJson(WebhookRequest request) {
        String type = request.onlyHeader("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.startsWith("application/json;");
    }

    @Override
    public CompletionStage<DeliveryOutcome> deliver(OutboundAction action) {
        return action.accept(sender);
    }
}
