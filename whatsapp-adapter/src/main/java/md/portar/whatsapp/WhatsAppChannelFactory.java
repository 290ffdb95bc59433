package md.portar.whatsapp;

import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelFactory;
import md.portar.core.message.ChannelId;
import md.portar.core.settings.SettingsSection;

/** Makes WhatsApp channels, one for each sender at Twilio. */
public final class WhatsAppChannelFactory implements ChannelFactory {
    static final ChannelId ID = new ChannelId("whatsapp");

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(SettingsSection settings, ChannelContext context) {
        return new WhatsAppChannel(WhatsAppSettings.read(settings), context);
    }
}
