package md.portar.core.channel;

import java.util.concurrent.CompletionStage;
import md.portar.core.message.ChannelId;

/** One account of a platform. Thread-safe; keeps no state between calls; never retries. */
public interface ChannelAdapter {
    ChannelId id();

    ChannelCapabilities capabilities();

    /**
     * Verifies and parses one webhook request. Runs on the event loop: no blocking, no I/O. Nothing is parsed before the
     * signature holds; what cannot be parsed becomes {@link ChannelEvent.Ignored}, never an exception.
     */
    WebhookOutcome receive(WebhookRequest request);

    /**
     * Makes one attempt to carry out an action. The stage always completes normally; every platform reply is mapped to an
     * outcome. A request that left without a clear answer is {@link DeliveryOutcome.Uncertain}, not a retry.
     */
    CompletionStage<DeliveryOutcome> deliver(OutboundAction action);
}
