package md.portar.telegram;

import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelFactory;
import md.portar.core.message.ChannelId;
import md.portar.core.settings.SettingsSection;

/** Makes Telegram channels, one for each bot. */
public final class TelegramChannelFactory implements ChannelFactory {
    static final ChannelId ID = new ChannelId("telegram");

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(SettingsSection settings, ChannelContext context) {
        return new TelegramChannel(TelegramSettings.read(settings), context);
    }
}
