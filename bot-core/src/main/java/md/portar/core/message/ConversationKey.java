package md.portar.core.message;

/** Who talks where; the unit of ordering, claiming and hand-off. */
public record ConversationKey(ChannelId channel, ChannelAccount account, PlatformUserId user) {}
