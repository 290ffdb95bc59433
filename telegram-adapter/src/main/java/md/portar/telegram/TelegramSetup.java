package md.portar.telegram;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.ChannelSetup.SetupStep.Result;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Registers the webhook and the command menu, and looks at what is registered. */
final class TelegramSetup implements ChannelSetup {
    /** More updates waiting than this means that the webhook does not keep up. */
    private static final int MANY_PENDING = 100;

    private final TelegramClient client;
    private final TelegramSettings settings;
    private final URI webhookUrl;

    TelegramSetup(TelegramClient client, TelegramSettings settings, URI webhookUrl) {
        this.client = client;
        this.settings = settings;
        this.webhookUrl = webhookUrl;
    }

    @Override
    public CompletionStage<List<SetupStep>> register() {
        List<Supplier<CompletableFuture<SetupStep>>> steps = new ArrayList<>();
        steps.add(this::registerWebhook);
        steps.add(() -> setCommands("command menu, default", Language.EN, null));
        for (Language language : Language.values()) {
            steps.add(() -> setCommands("command menu, " + language.code(), language, language.code()));
        }
        steps.add(() -> step(
                "no command menu in groups",
                DeleteMyCommands.builder()
                        .scope(new BotCommandScopeAllGroupChats())
                        .build()));
        return inOrder(steps);
    }

    private CompletableFuture<SetupStep> registerWebhook() {
        TelegramSettings.WebhookSecrets secrets = settings.webhookSecrets();
        if (settings.mode() == TelegramSettings.Mode.POLLING || secrets == null) {
            return step("webhook taken away, since this bot polls", new DeleteWebhook());
        }
        SetWebhook webhook = SetWebhook.builder()
                .url(webhookUrl.toString())
                .secretToken(secrets.current().reveal())
                .allowedUpdates(TelegramGetUpdates.ALLOWED)
                .maxConnections(settings.webhookConnections())
                .build();
        return report("webhook", client.executeAsync(webhook), done -> ok("webhook"));
    }

    private CompletableFuture<SetupStep> setCommands(String name, Language words, @Nullable String languageCode) {
        return step(
                name,
                SetMyCommands.builder()
                        .commands(TelegramCommands.in(words))
                        .scope(new BotCommandScopeAllPrivateChats())
                        .languageCode(languageCode)
                        .build());
    }

    @Override
    public CompletionStage<List<SetupStep>> inspect() {
        return inOrder(List.of(
                () -> call("bot", new GetMe(), TelegramSetup::judgeBot),
                () -> call("webhook", new GetWebhookInfo(), this::judgeWebhook)));
    }

    @Override
    public CompletionStage<List<SetupStep>> remove() {
        return inOrder(List.of(() -> step("webhook taken away", new DeleteWebhook())));
    }

    private static SetupStep judgeBot(User bot) {
        return Boolean.TRUE.equals(bot.getCanJoinGroups())
                ? new SetupStep("bot", Result.WARN, "switch off joining groups: BotFather, /setjoingroups, Disable")
                : ok("bot");
    }

    private SetupStep judgeWebhook(WebhookInfo found) {
        String registered = found.getUrl() == null ? "" : found.getUrl();
        if (settings.mode() == TelegramSettings.Mode.POLLING) {
            return registered.isEmpty()
                    ? ok("webhook")
                    : new SetupStep("webhook", Result.FAIL, "a webhook is registered, which excludes polling");
        }
        if (!registered.equals(webhookUrl.toString())) {
            return new SetupStep("webhook", Result.FAIL, "another address is registered, or none: run the set-up");
        }
        List<String> kinds = found.getAllowedUpdates();
        if (kinds == null || !kinds.containsAll(TelegramGetUpdates.ALLOWED)) {
            return new SetupStep("webhook", Result.FAIL, "some kinds of updates are not asked for: run the set-up");
        }
        Integer pending = found.getPendingUpdatesCount();
        if (pending != null && pending > MANY_PENDING) {
            return new SetupStep("webhook", Result.WARN, pending + " updates are waiting: is the address reachable?");
        }
        return found.getLastErrorDate() == null
                ? ok("webhook")
                : new SetupStep(
                        "webhook",
                        Result.WARN,
                        "Telegram could not deliver an update at "
                                + java.time.Instant.ofEpochSecond(found.getLastErrorDate()));
    }

    private CompletableFuture<SetupStep> step(String name, BotApiMethod<Boolean> method) {
        return call(name, method, done -> ok(name));
    }

    private <T extends Serializable> CompletableFuture<SetupStep> call(
            String name, BotApiMethod<T> method, Function<T, SetupStep> judge) {
        try {
            return report(name, client.executeAsync(method), judge);
        } catch (TelegramApiException e) {
            return CompletableFuture.completedFuture(
                    new SetupStep(name, Result.FAIL, "the request is not valid: check the settings"));
        }
    }

    private static <T> CompletableFuture<SetupStep> report(
            String name, CompletableFuture<T> answer, Function<T, SetupStep> judge) {
        return answer.thenApply(judge).exceptionally(failure -> failed(name, failure));
    }

    private static SetupStep failed(String name, Throwable failure) {
        String advice = TelegramReply.failure(failure)
                .outcome()
                .fold(
                        done -> "nothing to do",
                        later -> later.cause() + ": try again later",
                        unclear -> unclear.cause() + ": is api-url right and reachable? Try again",
                        never -> never.cause() + " (" + never.platformCode() + "): check token and public-url");
        return new SetupStep(name, Result.FAIL, advice);
    }

    private static SetupStep ok(String name) {
        return new SetupStep(name, Result.OK, "");
    }

    /** One after the other, because Telegram limits how fast these may come. */
    private static CompletionStage<List<SetupStep>> inOrder(List<Supplier<CompletableFuture<SetupStep>>> steps) {
        CompletableFuture<List<SetupStep>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (Supplier<CompletableFuture<SetupStep>> next : steps) {
            all = all.thenCompose(done -> next.get().thenApply(step -> {
                done.add(step);
                return done;
            }));
        }
        return all.thenApply(List::copyOf);
    }
}
