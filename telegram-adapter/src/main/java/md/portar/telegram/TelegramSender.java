package md.portar.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Carries out one action by one call, or by two where the first one says where the second has to go. Thread-safe. */
final class TelegramSender implements OutboundAction.Visitor<CompletionStage<DeliveryOutcome>> {
    private static final DeliveryOutcome DONE = new Delivered(null);
    private static final DeliveryOutcome INVALID = new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0);
    private static final DeliveryOutcome NOT_SUPPORTED = new Undeliverable(DeliveryFailure.NOT_SUPPORTED, 0);
    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern MESSAGE = Pattern.compile("[0-9]{1,9}|1[0-9]{9}|20[0-9]{8}");

    private final TelegramClient client;
    private final Duration patience;

    /**
     * @param patience after this the outcome is uncertain even if the client library lost the call, which it does when an
     *     answer makes it fail where it does not expect to
     */
    TelegramSender(TelegramClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendMessage(OutboundAction.SendMessage action) {
        if (!isChat(action.to()) || !TelegramMessageRenderer.fits(action)) {
            return now(INVALID);
        }
        return following(
                chat(action.to()),
                chat -> call(
                        TelegramMessageRenderer.render(action, chat),
                        sent -> new Delivered(new PlatformMessageId(Integer.toString(sent.getMessageId())))));
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendTemplate(OutboundAction.SendTemplate action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> redactAtSource(OutboundAction.RedactAtSource action) {
        if (!isChat(action.to()) || !isMessage(action.message())) {
            return now(INVALID);
        }
        return call(DeleteMessage.builder()
                        .chatId(chat(action.to()))
                        .messageId(number(action.message()))
                        .build())
                .thenApply(answer -> repeatable(answer.outcome()));
    }

    @Override
    public CompletionStage<DeliveryOutcome> showTyping(OutboundAction.ShowTyping action) {
        if (!isChat(action.to())) {
            return now(INVALID);
        }
        return call(SendChatAction.builder()
                        .chatId(chat(action.to()))
                        .action("typing")
                        .build())
                .thenApply(TelegramReply::outcome);
    }

    @Override
    public CompletionStage<DeliveryOutcome> acknowledgeChoice(OutboundAction.AcknowledgeChoice action) {
        if (!isChat(action.to())) {
            return now(INVALID);
        }
        return call(AnswerCallbackQuery.builder()
                        .callbackQueryId(action.callback().value())
                        .build())
                .thenCompose(answer -> takeButtonsAway(action).thenApply(done -> answer.outcome()));
    }

    /** Only the look of an old message: whatever comes of it, the tap is answered. */
    private CompletionStage<?> takeButtonsAway(OutboundAction.AcknowledgeChoice action) {
        PlatformMessageId message = action.message();
        if (message == null || !isMessage(message)) {
            return now(DONE);
        }
        return call(EditMessageReplyMarkup.builder()
                .chatId(chat(action.to()))
                .messageId(number(message))
                .build());
    }

    @Override
    public CompletionStage<DeliveryOutcome> leaveGroup(OutboundAction.LeaveGroup action) {
        if (!isChat(action.to())) {
            return now(INVALID);
        }
        return following(
                        chat(action.to()),
                        chat -> call(LeaveChat.builder().chatId(chat).build()))
                .thenApply(outcome -> repeatable(outOfReach(outcome) ? DONE : outcome));
    }

    /** Asks who we are: every working bot is answered. */
    CompletionStage<DeliveryOutcome> probe() {
        return call(new GetMe()).thenApply(TelegramReply::outcome);
    }

    /** A group that became a supergroup has a new address; the first call was certainly refused. */
    private CompletionStage<DeliveryOutcome> following(
            String chat, Function<String, CompletableFuture<TelegramReply>> call) {
        return call.apply(chat)
                .thenCompose(answer -> answer.movedTo().isEmpty()
                        ? CompletableFuture.completedFuture(answer)
                        : call.apply(answer.movedTo().get()))
                .thenApply(TelegramReply::outcome);
    }

    private <T extends Serializable> CompletableFuture<TelegramReply> call(BotApiMethod<T> method) {
        return call(method, result -> new Delivered(null));
    }

    private <T extends Serializable> CompletableFuture<TelegramReply> call(
            BotApiMethod<T> method, Function<T, DeliveryOutcome> success) {
        try {
            return client.executeAsync(method)
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(result -> TelegramReply.success(success.apply(result)))
                    .exceptionally(TelegramReply::failure);
        } catch (TelegramApiException e) {
            // The library's own check of the parameters: nothing was sent.
            return CompletableFuture.completedFuture(TelegramReply.success(INVALID));
        }
    }

    /** What may be done twice without harm is tried again instead of being left in doubt. */
    private static DeliveryOutcome repeatable(DeliveryOutcome outcome) {
        return outcome.fold(
                done -> done,
                again -> again,
                uncertain -> new RetryAfter(Duration.ZERO, uncertain.cause(), RetryScope.MESSAGE),
                never -> never);
    }

    private static boolean outOfReach(DeliveryOutcome outcome) {
        return outcome.fold(d -> false, r -> false, u -> false, n -> n.cause() == DeliveryFailure.RECIPIENT_BLOCKED);
    }

    private static CompletionStage<DeliveryOutcome> now(DeliveryOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static boolean isChat(ConversationKey key) {
        return CHAT.matcher(chat(key)).matches();
    }

    private static String chat(ConversationKey key) {
        return key.user().value();
    }

    private static boolean isMessage(PlatformMessageId id) {
        return MESSAGE.matcher(id.value()).matches();
    }

    private static int number(PlatformMessageId id) {
        return Integer.parseInt(id.value());
    }
}
