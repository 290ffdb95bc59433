package md.portar.core.conversation;

import java.time.Instant;
import md.portar.core.channel.ChannelCapabilities;

/** What a turn may know besides the conversation and the messages. */
public record Surroundings(Instant now, ChannelCapabilities capabilities) {}
