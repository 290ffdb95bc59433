package md.portar.gateway.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelId;
import md.portar.core.message.PlatformMessageId;

/** A channel that keeps what it should deliver until the terminal shows it. Thread-safe. */
final class ChatChannel implements Channel, ChannelAdapter {
    private final Kind kind;
    private final AtomicLong ids = new AtomicLong();
    private final List<OutboundAction> delivered = new ArrayList<>();

    ChatChannel(Kind kind) {
        this.kind = kind;
    }

    /** Which platform the terminal stands in for; limits as in the adapters. */
    enum Kind {
        TELEGRAM(4_096, 50, 64, true, true),
        WHATSAPP(1_600, 10, 20, true, false),
        MESSENGER(2_000, 13, 20, false, false);

        // A record of numbers and durations; the checker does not know Duration inside records of other modules.
        @SuppressWarnings("ImmutableEnumChecker")
        private final ChannelCapabilities capabilities;

        Kind(int text, int choices, int label, boolean redacts, boolean deletes) {
            capabilities = new ChannelCapabilities(
                    text, text, choices, label, null, null, redacts, deletes, true, Duration.ZERO, 10_000);
        }
    }

    @Override
    public ChannelId id() {
        return new ChannelId(kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public ChannelCapabilities capabilities() {
        return kind.capabilities;
    }

    /** Nothing comes in by HTTP here. */
    @Override
    public WebhookOutcome receive(WebhookRequest request) {
        return new WebhookOutcome.Refused(RefusalReason.UNSIGNED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> deliver(OutboundAction action) {
        synchronized (delivered) {
            delivered.add(action);
        }
        return CompletableFuture.completedStage(
                new DeliveryOutcome.Delivered(new PlatformMessageId("out-" + ids.incrementAndGet())));
    }

    /** What was delivered since the last call, in order. */
    List<OutboundAction> take() {
        synchronized (delivered) {
            List<OutboundAction> taken = List.copyOf(delivered);
            delivered.clear();
            return taken;
        }
    }

    @Override
    public ChannelAdapter adapter() {
        return this;
    }

    @Override
    public void close() {}
}
