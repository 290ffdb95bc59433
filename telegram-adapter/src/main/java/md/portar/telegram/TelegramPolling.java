package md.portar.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.UpdateSource;
import md.portar.core.telemetry.LogFields;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Long polling by TelegramBots' session, kept away from its traps: the session's thread ends silently on a runtime exception
 * of the consumer or an update without id; it moves its offset before the consumer is done; one unreadable update blocks the
 * whole batch; it drops updates whose numbers start anew after a quiet week; it ignores {@code retry_after}; it starts by one
 * {@code deleteWebhook} that may fail. See ADR 0013.
 */
final class TelegramPolling implements UpdateSource {
    private static final Logger log = LoggerFactory.getLogger(TelegramPolling.class);
    private static final long CLOSE_SECONDS = 5;

    private final TelegramSettings settings;
    private final OkHttpClient http;
    private final TelegramUpdateParser parser;
    private final Clock clock;
    private final String account;
    private final TelegramPollPause pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ScheduledExecutorService thread;
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable BotSession session;

    TelegramPolling(
            TelegramSettings settings, OkHttpClient shared, TelegramUpdateParser parser, ChannelContext context) {
        this.settings = settings;
        this.parser = parser;
        this.clock = context.clock();
        this.account = context.account().value();
        this.pause = new TelegramPollPause(account);
        this.http = shared.newBuilder()
                .dispatcher(new Dispatcher())
                .readTimeout(settings.timeouts().poll().plus(settings.timeouts().request()))
                .callTimeout(settings.timeouts().poll().plus(settings.timeouts().request()))
                .addInterceptor(pause)
                .build();
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread poller = new Thread(work, "telegram-poll-" + account);
            poller.setDaemon(true);
            return poller;
        });
    }

    @Override
    public void start(Sink sink) {
        BotSession started = new BotSession(
                new ObjectMapper(),
                http,
                thread,
                settings.token().reveal(),
                settings::server,
                this::request,
                () -> pause,
                new Consumer(sink));
        session = started;
        thread.execute(() -> begin(started));
    }

    private GetUpdates request(int lastReceived) {
        int seconds = Math.toIntExact(settings.timeouts().poll().toSeconds());
        return new TelegramGetUpdates(lastReceived == 0 ? 0 : lastReceived + 1, seconds, this::answered);
    }

    private void answered(int updates) {
        lastAnswer = clock.instant();
        BotSession running = session;
        if (updates == 0 && running != null) {
            // All before is confirmed. After a week without updates their numbers start anew, possibly lower
            // (https://core.telegram.org/bots/api#update), and an old offset would discard them unseen.
            running.getLastReceivedUpdate().set(0);
        }
    }

    /** Takes the webhook away, which excludes polling, and lets the session run; again until it works. */
    private void begin(BotSession session) {
        while (isOpen()) {
            try {
                session.start();
                return;
            } catch (TelegramApiException e) {
                // Not passed on: it may hold the address, and with it the token.
                log.atWarn()
                        .addKeyValue(LogFields.ACCOUNT, account)
                        .log("Telegram did not take the webhook away; polling starts later");
                waitOpen(pause.nextBackOffMillis());
            }
        }
    }

    @Override
    public Optional<Instant> lastAnswer() {
        return Optional.ofNullable(lastAnswer);
    }

    @Override
    public void close() {
        closed.countDown();
        http.dispatcher().cancelAll();
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.atWarn().addKeyValue(LogFields.ACCOUNT, account).log("polling did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }

    private void waitOpen(long millis) {
        try {
            if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns only when the events are durable or polling has ended: the next request tells Telegram to forget them. */
    private final class Consumer implements LongPollingUpdateConsumer {
        private final Sink sink;

        Consumer(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void consume(List<Update> updates) {
            List<ChannelEvent> events = new ArrayList<>();
            updates.forEach(update -> events.add(parser.event(update)));
            TelegramPollPause sinkPause = new TelegramPollPause(account);
            while (isOpen() && !isKept(events)) {
                waitOpen(sinkPause.nextBackOffMillis());
            }
        }

        @Override
        public void close() {}

        private boolean isKept(List<ChannelEvent> events) {
            try {
                sink.accept(events);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (RuntimeException e) {
                // The loop's edge: an exception that leaves here ends polling without a word.
                log.atError()
                        .addKeyValue(LogFields.ACCOUNT, account)
                        .addKeyValue(LogFields.COUNT, events.size())
                        .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                        .log("updates could not be kept; trying again");
                return false;
            }
        }
    }
}
