package md.portar.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;

/** Carries out one action by the Twilio SDK, in a pool of its own, since the SDK blocks. */
final class WhatsAppSender implements OutboundAction.Visitor<CompletionStage<DeliveryOutcome>> {
    private static final DeliveryOutcome NOT_SUPPORTED = new Undeliverable(DeliveryFailure.NOT_SUPPORTED, 0);
    private static final DeliveryOutcome INVALID = new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final WhatsAppSettings settings;
    private final URI statusCallback;
    private final TwilioRestClient client;
    private final WhatsAppContentTemplates templates;
    private final Executor pool;

    WhatsAppSender(WhatsAppSettings settings, URI statusCallback, TwilioRestClient client, Executor pool) {
        this.settings = settings;
        this.statusCallback = statusCallback;
        this.client = client;
        this.templates = new WhatsAppContentTemplates(client);
        this.pool = pool;
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendMessage(OutboundAction.SendMessage action) {
        boolean buttons = settings.buttons() == WhatsAppSettings.Buttons.CONTENT;
        if (!WhatsAppMessageRenderer.fits(action)
                || (!buttons && !action.choices().isEmpty())) {
            return now(INVALID);
        }
        if (action.choices().isEmpty()) {
            return attempt(() -> text(action.to(), action.text().value()));
        }
        return attempt(() -> choices(action));
    }

    /** Buttons where Twilio takes them; numbered lines where it certainly did not. */
    private DeliveryOutcome choices(OutboundAction.SendMessage action) {
        String numbered = WhatsAppMessageRenderer.numbered(action.text().value(), action.choices());
        if (!WhatsAppMessageRenderer.fitsTemplate(action)) {
            return numberedText(action.to(), numbered);
        }
        String sid;
        try {
            sid = templates.sidFor(action.choices());
        } catch (RuntimeException noTemplate) {
            // Nothing was sent to the person yet.
            return numberedText(action.to(), numbered);
        }
        try {
            return created(creator(action.to())
                    .setContentSid(sid)
                    .setContentVariables(variables(action.text().value()))
                    .create(client));
        } catch (TwilioRefusal refusal) {
            if (refusal.status() != 400 || WhatsAppReply.failureOf(refusal.code()) != DeliveryFailure.INVALID_MESSAGE) {
                throw refusal;
            }
            templates.forget(action.choices());
            return numberedText(action.to(), numbered);
        }
    }

    private DeliveryOutcome numberedText(ConversationKey to, String numbered) {
        return numbered.length() > WhatsAppMessageRenderer.MAX_TEXT ? INVALID : text(to, numbered);
    }

    private DeliveryOutcome text(ConversationKey to, String body) {
        return created(creator(to).setBody(body).create(client));
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendTemplate(OutboundAction.SendTemplate action) {
        Optional<String> sid = settings.contentSid(action.template(), action.language());
        if (sid.isEmpty()) {
            return now(NOT_SUPPORTED);
        }
        return attempt(() -> {
            MessageCreator creator = creator(action.to()).setContentSid(sid.get());
            if (!action.variables().isEmpty()) {
                ObjectNode variables = MAPPER.createObjectNode();
                new TreeMap<>(action.variables()).forEach((name, value) -> variables.put(name, value.value()));
                creator.setContentVariables(variables.toString());
            }
            return created(creator.create(client));
        });
    }

    /** Blanks Twilio's copy of the words and deletes its files; the player's own screen is out of reach. */
    @Override
    public CompletionStage<DeliveryOutcome> redactAtSource(OutboundAction.RedactAtSource action) {
        String sid = action.message().value();
        if (!sid.matches("(SM|MM)[0-9a-fA-F]{32}")) {
            return now(INVALID);
        }
        return attempt(() -> {
                    Message.updater(settings.accountSid(), sid).setBody("").update(client);
                    if (sid.startsWith("MM")) {
                        for (Media media :
                                Media.reader(settings.accountSid(), sid).read(client)) {
                            Media.deleter(settings.accountSid(), sid, media.getSid())
                                    .delete(client);
                        }
                    }
                    return new Delivered(null);
                })
                .thenApply(WhatsAppSender::repeatable);
    }

    @Override
    public CompletionStage<DeliveryOutcome> showTyping(OutboundAction.ShowTyping action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> acknowledgeChoice(OutboundAction.AcknowledgeChoice action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> leaveGroup(OutboundAction.LeaveGroup action) {
        return now(NOT_SUPPORTED);
    }

    private MessageCreator creator(ConversationKey to) {
        PhoneNumber person = new PhoneNumber("whatsapp:" + to.user().value());
        WhatsAppSettings.Sender sender = settings.sender();
        MessageCreator creator =
                new MessageCreator(settings.accountSid(), person, sender.messagingServiceSid(), List.of());
        if (sender.messagingServiceSid().isEmpty()) {
            creator = new MessageCreator(settings.accountSid(), person, new PhoneNumber(sender.number()), List.of());
        }
        return creator.setStatusCallback(statusCallback);
    }

    private static String variables(String text) {
        // WhatsApp refuses a variable with more than one empty line or with tabs in it.
        String tidy = text.replace('\t', ' ').replaceAll("\n{3,}", "\n\n");
        return MAPPER.createObjectNode().put("1", tidy).toString();
    }

    private static DeliveryOutcome created(Message message) {
        if (message == null || message.getSid() == null) {
            return new Uncertain(DeliveryFailure.PLATFORM_DOWN);
        }
        return new Delivered(new PlatformMessageId(message.getSid()));
    }

    private CompletionStage<DeliveryOutcome> attempt(Supplier<DeliveryOutcome> call) {
        return CompletableFuture.supplyAsync(call, pool).exceptionally(WhatsAppReply::ofFailure);
    }

    /** What may be done twice without harm is tried again instead of being left in doubt. */
    private static DeliveryOutcome repeatable(DeliveryOutcome outcome) {
        return outcome.fold(
                done -> done,
                again -> again,
                uncertain -> new RetryAfter(Duration.ZERO, uncertain.cause(), RetryScope.MESSAGE),
                // Gone already is as good as redacted.
                never -> never.platformCode() == 20404 ? new Delivered(null) : never);
    }

    private static CompletionStage<DeliveryOutcome> now(DeliveryOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
