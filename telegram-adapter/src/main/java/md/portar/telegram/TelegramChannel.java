package md.portar.telegram;

import java.util.Optional;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.MediaSource;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.channel.UpdateSource;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** One bot: its adapter and the ports beside it, all over one HTTP client. */
final class TelegramChannel implements Channel {
    private final OkHttpClient http;
    private final TelegramAdapter adapter;
    private final TelegramSender sender;
    private final TelegramSetup setup;
    private final TelegramMedia media;
    private final @Nullable TelegramPolling polling;

    TelegramChannel(TelegramSettings settings, ChannelContext context) {
        http = TelegramHttp.client(settings.timeouts());
        TelegramClient client = new OkHttpTelegramClient(http, settings.token().reveal(), settings.server());
        TelegramUpdateParser parser = new TelegramUpdateParser(context.account(), context.clock());
        sender = new TelegramSender(client, settings.timeouts().request().multipliedBy(2));
        adapter = new TelegramAdapter(settings, parser, sender);
        setup = new TelegramSetup(client, settings, context.webhookUrl());
        media = new TelegramMedia(client, http, settings);
        polling = settings.mode() == TelegramSettings.Mode.POLLING
                ? new TelegramPolling(settings, http, parser, context)
                : null;
    }

    @Override
    public ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    public Optional<MediaSource> media() {
        return Optional.of(media);
    }

    @Override
    public Optional<UpdateSource> updates() {
        return Optional.ofNullable(polling);
    }

    @Override
    public Optional<PlatformInquiry> inquiry() {
        return Optional.of(sender::probe);
    }

    @Override
    public Optional<ChannelSetup> setup() {
        return Optional.of(setup);
    }

    @Override
    public void close() {
        if (polling != null) {
            polling.close();
        }
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
