package md.portar.messenger;

import java.util.Optional;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.MediaSource;
import md.portar.core.channel.PlatformInquiry;

/** One page: its adapter and the ports beside it, all over one HTTP client. */
final class MessengerChannel implements Channel {
    private final MessengerHttp http;
    private final MessengerAdapter adapter;
    private final MessengerSender sender;
    private final MessengerSetup setup;
    private final MessengerMedia media;

    MessengerChannel(MessengerSettings settings, ChannelContext context) {
        http = new MessengerHttp(settings.limits());
        MessengerGraph graph = new MessengerGraph(settings);
        sender = new MessengerSender(http, graph, settings.humanAgent());
        adapter = new MessengerAdapter(
                settings, new MessengerUpdateParser(context.account(), settings.pageId(), settings.appId()), sender);
        setup = new MessengerSetup(http, graph);
        media = new MessengerMedia(http, settings.api());
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
    public Optional<PlatformInquiry> inquiry() {
        return Optional.of(sender::probe);
    }

    @Override
    public Optional<ChannelSetup> setup() {
        return Optional.of(setup);
    }

    @Override
    public void close() {
        http.close();
    }
}
