package md.portar.gateway.config;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelFactory;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.settings.SettingsSection;

/** All configured channel accounts. */
public final class Channels implements AutoCloseable {
    private final Map<ChannelId, Map<ChannelAccount, Channel>> channels;

    private Channels(Map<ChannelId, Map<ChannelAccount, Channel>> channels) {
        this.channels = channels;
    }

    /** Makes every account that the settings name; mistakes of all of them go into the sections. */
    public static Channels create(SettingsSection root, URI publicUrl, Clock clock) {
        Map<String, ChannelFactory> factories = new TreeMap<>();
        ServiceLoader.load(ChannelFactory.class)
                .forEach(found -> factories.put(found.id().value(), found));
        SettingsSection section = root.section("channels");
        Map<ChannelId, Map<ChannelAccount, Channel>> channels = new LinkedHashMap<>();
        section.sections().forEach((name, accounts) -> {
            ChannelFactory factory = factories.get(name);
            if (factory == null) {
                section.problem(
                        name, "is not a channel of this build; there are " + String.join(", ", factories.keySet()));
                return;
            }
            channels.put(factory.id(), accounts(factory, accounts, publicUrl, clock));
        });
        if (channels.isEmpty()) {
            root.problem("channels", "at least one channel account is needed, such as channels.telegram.main");
        }
        return new Channels(channels);
    }

    private static Map<ChannelAccount, Channel> accounts(
            ChannelFactory factory, SettingsSection section, URI publicUrl, Clock clock) {
        Map<ChannelAccount, Channel> accounts = new LinkedHashMap<>();
        section.sections().forEach((name, settings) -> {
            try {
                ChannelAccount account = new ChannelAccount(name);
                URI webhook = URI.create(
                        publicUrl.toString().replaceAll("/+$", "") + "/webhooks/" + factory.id() + "/" + account);
                Channel channel = factory.create(settings, new ChannelContext(account, webhook, clock));
                accounts.put(account, channel);
                channel.templates().ifPresent(templates -> TemplateWords.check(templates, settings));
            } catch (IllegalArgumentException badName) {
                section.problem(name, "an account is named with lower-case letters, digits and dashes");
            }
        });
        return accounts;
    }

    public Map<ChannelId, Map<ChannelAccount, Channel>> all() {
        return channels;
    }

    public Optional<Channel> find(ChannelId channel, ChannelAccount account) {
        return Optional.ofNullable(channels.getOrDefault(channel, Map.of()).get(account));
    }

    public Optional<ChannelAdapter> adapter(ChannelId channel, ChannelAccount account) {
        return find(channel, account).map(Channel::adapter);
    }

    @Override
    public void close() {
        channels.values().forEach(accounts -> accounts.values().forEach(Channel::close));
    }
}
