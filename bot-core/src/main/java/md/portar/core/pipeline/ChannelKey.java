package md.portar.core.pipeline;

import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;

/** One account of a channel. */
public record ChannelKey(ChannelId channel, ChannelAccount account) {
    /** The account through which a conversation runs. */
    public static ChannelKey of(ConversationKey conversation) {
        return new ChannelKey(conversation.channel(), conversation.account());
    }
}
