package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.OutboundAction.Speaker;

/**
 * How long a channel lets us write after the person's last message. The send path and the console ask the same function, so
 * that an agent is never shown a window that the send then finds closed.
 */
public final class ReplyWindow {
    private final Duration margin;

    /** Closes every window a little early, so that a message on its way does not arrive after its end. */
    public ReplyWindow(Duration margin) {
        this.margin = margin;
    }

    /**
     * When the window closes for this speaker; empty when the channel knows none.
     *
     * @param lastInbound when the person last wrote; a person who never wrote has no open window
     */
    public Optional<Instant> closesAt(
            ChannelCapabilities capabilities, Optional<Instant> lastInbound, Speaker speaker) {
        Optional<Duration> window = capabilities.window();
        if (window.isEmpty()) {
            return Optional.empty();
        }
        Duration length = window.get();
        if (speaker == Speaker.AGENT) {
            length = capabilities.agentWindow().orElse(length);
        }
        return Optional.of(lastInbound.orElse(Instant.EPOCH).plus(length).minus(margin));
    }

    public boolean isOpen(
            ChannelCapabilities capabilities, Optional<Instant> lastInbound, Speaker speaker, Instant now) {
        return closesAt(capabilities, lastInbound, speaker).map(now::isBefore).orElse(true);
    }
}
