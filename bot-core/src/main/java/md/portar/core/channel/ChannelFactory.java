package md.portar.core.channel;

import md.portar.core.message.ChannelId;
import md.portar.core.settings.SettingsSection;

/** Makes a channel's parts from its settings. Found by {@link java.util.ServiceLoader}; has a public no-argument constructor. */
public interface ChannelFactory {
    ChannelId id();

    /**
     * Makes one account's channel. Problems in the settings are reported into the section (all of them, with their keys);
     * the returned channel is then thrown away by the caller. Opens no connection and starts no thread that is not closed by
     * {@link Channel#close}.
     */
    Channel create(SettingsSection settings, ChannelContext context);
}
