package md.portar.messenger;

import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelFactory;
import md.portar.core.message.ChannelId;
import md.portar.core.settings.SettingsSection;

/** Makes Messenger channels, one for each Facebook page. */
public final class MessengerChannelFactory implements ChannelFactory {
    static final ChannelId ID = new ChannelId("messenger");

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(SettingsSection settings, ChannelContext context) {
        return new MessengerChannel(MessengerSettings.read(settings), context);
    }
}
