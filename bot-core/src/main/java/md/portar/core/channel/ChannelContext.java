package md.portar.core.channel;

import java.net.URI;
import java.time.Clock;
import md.portar.core.message.ChannelAccount;

/**
 * What an adapter may know of its surroundings.
 *
 * @param account the account's name in the configuration
 * @param webhookUrl the public URL of this account's webhook, exactly as registered with the platform
 * @param clock the time
 */
public record ChannelContext(ChannelAccount account, URI webhookUrl, Clock clock) {}
