package md.portar.whatsapp;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.ChannelSetup.SetupStep.Result;

/**
 * Checks the credentials. The address of incoming messages of a WhatsApp sender is set in Twilio's console (Messaging, Senders,
 * WhatsApp senders); the API that this adapter uses cannot set it, so it says what to enter.
 */
final class WhatsAppSetup implements ChannelSetup {
    private final WhatsAppSettings settings;
    private final URI webhookUrl;
    private final TwilioRestClient client;
    private final Executor pool;

    WhatsAppSetup(WhatsAppSettings settings, URI webhookUrl, TwilioRestClient client, Executor pool) {
        this.settings = settings;
        this.webhookUrl = webhookUrl;
        this.client = client;
        this.pool = pool;
    }

    @Override
    public CompletionStage<List<SetupStep>> register() {
        return credentials().thenApply(step -> List.of(step, byHand("enter " + webhookUrl)));
    }

    @Override
    public CompletionStage<List<SetupStep>> inspect() {
        return credentials().thenApply(List::of);
    }

    @Override
    public CompletionStage<List<SetupStep>> remove() {
        return CompletableFuture.completedFuture(List.of(byHand("clear the address")));
    }

    private static SetupStep byHand(String what) {
        return new SetupStep(
                "Set the webhook",
                Result.WARN,
                "In Twilio's console, under the WhatsApp sender, " + what + " for incoming messages (HTTP POST).");
    }

    private CompletableFuture<SetupStep> credentials() {
        String name = "Read the account";
        return CompletableFuture.supplyAsync(
                        () -> Account.fetcher(settings.accountSid()).fetch(client), pool)
                .thenApply(account -> new SetupStep(name, Result.OK, ""))
                .exceptionally(problem -> new SetupStep(
                        name,
                        Result.FAIL,
                        WhatsAppReply.ofFailure(problem)
                                .fold(
                                        done -> "Twilio's answer was not understood.",
                                        again -> "Twilio was not reached or asks to wait; try again.",
                                        uncertain -> "Twilio does not answer properly right now; try again.",
                                        never -> "Twilio refused (code " + never.platformCode()
                                                + "); look at account-sid and auth-token.")));
    }
}
