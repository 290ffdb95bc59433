package md.portar.gateway.cli;

import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.Undelivered;
import md.portar.core.message.ChannelId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which undelivered messages a command is about. */
final class UndeliveredFilter {
    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "only this channel: telegram, whatsapp or messenger")
    private @Nullable String channel;

    @Option(names = "--cause", paramLabel = "CAUSE", description = "only this cause: ${COMPLETION-CANDIDATES}")
    private @Nullable DeliveryFailure cause;

    Undelivered.Filter filter() throws CommandProblem {
        try {
            return new Undelivered.Filter(channel == null ? null : new ChannelId(channel), cause);
        } catch (IllegalArgumentException notAChannel) {
            throw new CommandProblem("--channel: expected a channel's name, such as telegram");
        }
    }
}
