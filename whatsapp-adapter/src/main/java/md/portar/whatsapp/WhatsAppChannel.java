package md.portar.whatsapp;

import com.twilio.http.TwilioRestClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.MediaSource;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.PlatformInquiry;

/** One sender: its adapter and the ports beside it, all over one HTTP client. */
final class WhatsAppChannel implements Channel {
    /** The SDK blocks a thread for each send; the outbox keeps at most this many under way. */
    private static final int THREADS = 64;

    private final TwilioHttp http;
    private final ThreadPoolExecutor pool;
    private final WhatsAppAdapter adapter;
    private final WhatsAppMedia media;
    private final WhatsAppInquiry inquiry;
    private final WhatsAppSetup setup;
    private final List<MessageTemplate> templates;

    WhatsAppChannel(WhatsAppSettings settings, ChannelContext context) {
        http = new TwilioHttp(settings.limits(), settings.servers());
        pool = pool();
        TwilioRestClient client = new QuietTwilioClient(
                settings.accountSid(), settings.authTokens().get(0).reveal(), http);
        adapter = new WhatsAppAdapter(
                settings,
                context.webhookUrl(),
                new WhatsAppUpdateParser(context.account(), context.clock()),
                new WhatsAppSender(settings, context.webhookUrl(), client, pool));
        media = new WhatsAppMedia(settings, http.client());
        inquiry = new WhatsAppInquiry(settings, client, pool);
        templates = settings.offered();
        setup = new WhatsAppSetup(settings, context.webhookUrl(), client, pool);
    }

    private static ThreadPoolExecutor pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "whatsapp-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
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
        return Optional.of(inquiry);
    }

    @Override
    public Optional<List<MessageTemplate>> templates() {
        return Optional.of(templates);
    }

    @Override
    public Optional<ChannelSetup> setup() {
        return Optional.of(setup);
    }

    @Override
    public void close() {
        pool.shutdown();
        http.close();
    }
}
