package md.portar.core.testkit.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.message.ConversationKey;

/** Ordinary outbound actions, and waiting for what becomes of them. */
public final class Samples {
    private Samples() {}

    public static OutboundAction.SendMessage hello(ConversationKey to) {
        return text(to, CatalogueText.of("Hello from Example."));
    }

    public static OutboundAction.SendMessage text(ConversationKey to, SafeText text) {
        return new OutboundAction.SendMessage(to, text, List.of(), OutboundAction.Speaker.BOT);
    }

    /** A message with as many choices, ids {@code choice.1}, {@code choice.2} … */
    public static OutboundAction.SendMessage withChoices(ConversationKey to, int count) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            choices.add(new Choice("choice." + i, CatalogueText.of("Choice " + i)));
        }
        return new OutboundAction.SendMessage(
                to, CatalogueText.of("Please choose."), choices, OutboundAction.Speaker.BOT);
    }

    /** What a stage completes with, within half a minute; one that completes exceptionally fails the test. */
    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("deliver() must always complete normally", e);
        } catch (TimeoutException e) {
            throw new AssertionError("deliver() gave no outcome in half a minute", e);
        }
    }
}
