package md.portar.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.message.ConversationKey;

/** The accounts in use, known once the engine has started. Thread-safe. */
final class Channels {
    /** What can be assumed of a channel that is not known (yet): short plain text. */
    private static final ChannelCapabilities LEAST =
            new ChannelCapabilities(1_000, 600, 0, 20, null, null, true, false, false, Duration.ZERO, 1);

    private volatile Map<ChannelKey, Channel> byKey = Map.of();

    void use(Map<ChannelKey, Channel> channels) {
        byKey = Map.copyOf(channels);
    }

    Map<ChannelKey, Channel> all() {
        return byKey;
    }

    Optional<Channel> of(ConversationKey conversation) {
        return Optional.ofNullable(byKey.get(ChannelKey.of(conversation)));
    }

    /** The templates that the conversation's channel may send; empty where it knows none. */
    Optional<List<MessageTemplate>> templates(ConversationKey conversation) {
        return of(conversation).flatMap(Channel::templates);
    }

    ChannelCapabilities capabilities(ConversationKey conversation) {
        return of(conversation).map(channel -> channel.adapter().capabilities()).orElse(LEAST);
    }
}
