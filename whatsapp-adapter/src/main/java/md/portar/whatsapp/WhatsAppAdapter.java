package md.portar.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookOutcome.Refused;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelId;

/** One WhatsApp sender at Twilio. */
final class WhatsAppAdapter implements ChannelAdapter {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final WebhookOutcome.Acknowledgement NO_REPLY =
            new WebhookOutcome.Acknowledgement("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

    private final WhatsAppSettings settings;
    private final URI webhookUrl;
    private final WhatsAppSignature signature;
    private final WhatsAppUpdateParser parser;
    private final WhatsAppSender sender;

    WhatsAppAdapter(WhatsAppSettings settings, URI webhookUrl, WhatsAppUpdateParser parser, WhatsAppSender sender) {
        this.settings = settings;
        this.webhookUrl = webhookUrl;
        this.signature = new WhatsAppSignature(settings.authTokens());
        this.parser = parser;
        this.sender = sender;
    }

    @Override
    public ChannelId id() {
        return WhatsAppChannelFactory.ID;
    }

    @Override
    public ChannelCapabilities capabilities() {
        boolean buttons = settings.buttons() == WhatsAppSettings.Buttons.CONTENT;
        return new ChannelCapabilities(
                WhatsAppMessageRenderer.MAX_TEXT,
                WhatsAppMessageRenderer.MAX_TEXT_WITH_CHOICES,
                buttons ? WhatsAppMessageRenderer.MAX_CHOICES : 0,
                WhatsAppMessageRenderer.MAX_BUTTON,
                WINDOW,
                null,
                true,
                false,
                false,
                settings.limits().conversationGap(),
                settings.limits().perSecond());
    }

    @Override
    public WebhookOutcome receive(WebhookRequest request) {
        if (!request.method().equals("POST")) {
            return new Refused(RefusalReason.WRONG_METHOD);
        }
        Optional<String> sent = request.onlyHeader(WhatsAppSignature.HEADER);
        if (sent.isEmpty()) {
            return new Refused(RefusalReason.UNSIGNED);
        }
        String type = request.onlyHeader("content-type").orElse("").toLowerCase(Locale.ROOT);
        String url = webhookUrl + (request.query().isEmpty() ? "" : "?" + request.query());
        if (isType(type, "application/json")) {
            boolean genuine = signature.isGenuineJson(url, request.body().bytes(), sent.get());
            // Twilio signs JSON for other products; none of it is a WhatsApp message.
            return new Refused(genuine ? RefusalReason.WRONG_CONTENT_TYPE : RefusalReason.WRONG_SIGNATURE);
        }
        try {
            return receiveForm(request, url, sent.get(), type);
        } catch (MalformedUpdate notAForm) {
            // A form that cannot be decoded has no parameters to sign; only the address is left to prove the sender.
            boolean genuine = signature.isGenuine(url, Map.of(), sent.get());
            return new Refused(genuine ? RefusalReason.MALFORMED : RefusalReason.WRONG_SIGNATURE);
        }
    }

    private WebhookOutcome receiveForm(WebhookRequest request, String url, String sent, String type)
            throws MalformedUpdate {
        WhatsAppForm form = WhatsAppForm.parse(request.body().bytes());
        Map<String, List<String>> parameters = form.all();
        if (!signature.isGenuine(url, parameters, sent)) {
            return new Refused(
                    RefusalReason.WRONG_SIGNATURE,
                    signature
                            .explain(
                                    webhookUrl,
                                    request.onlyHeader("host").orElse(""),
                                    request.query(),
                                    parameters,
                                    sent)
                            .orElse(""));
        }
        if (!isType(type, "application/x-www-form-urlencoded")) {
            return new Refused(RefusalReason.WRONG_CONTENT_TYPE);
        }
        if (parameters.isEmpty()) {
            return new Refused(RefusalReason.MALFORMED, MalformedUpdate.Reason.NOT_A_FORM.name());
        }
        return new WebhookOutcome.Accepted(List.of(parser.parse(form)), NO_REPLY);
    }

    private static boolean isType(String sent, String wanted) {
        return sent.equals(wanted) || sent.startsWith(wanted + ";");
    }

    @Override
    public CompletionStage<DeliveryOutcome> deliver(OutboundAction action) {
        return action.accept(sender);
    }
}
