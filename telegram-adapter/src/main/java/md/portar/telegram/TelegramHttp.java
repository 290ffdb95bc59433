package md.portar.telegram;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The HTTP client for the Bot API. It sends a request at most once: OkHttp would quietly send a POST again after a broken
 * connection or a 503 with {@code Retry-After: 0}, and the person would read the message twice. And it tells a request that
 * never left from one whose answer got lost.
 */
final class TelegramHttp {
    // OkHttp's default of 5 requests per host would make every conversation wait for five slow ones.
    private static final int CONCURRENT_REQUESTS = 64;
    // Shorter than servers keep idle connections, so that we rarely pick one that is being closed.
    private static final int IDLE_SECONDS = 45;

    private TelegramHttp() {}

    static OkHttpClient client(TelegramSettings.Timeouts timeouts) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONCURRENT_REQUESTS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONCURRENT_REQUESTS, IDLE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.request())
                .writeTimeout(timeouts.request())
                .callTimeout(timeouts.request())
                .followRedirects(false)
                .addInterceptor(TelegramHttp::tellPages)
                .addInterceptor(TelegramHttp::tellWhetherItLeft)
                .addNetworkInterceptor(TelegramHttp::leaveOnce)
                .build();
    }

    /**
     * The client library reads every body as an answer of the Bot API and forgets the status; a refusal that is no JSON comes from
     * something in front of it.
     */
    private static Response tellPages(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String type = response.header("Content-Type", "");
        boolean file = chain.request().url().encodedPath().startsWith("/file/");
        if (response.code() < 400 || file || (type != null && type.contains("json"))) {
            return response;
        }
        String pause = response.header("Retry-After", "");
        response.close();
        throw new Page(response.code(), pause != null && pause.matches("[0-9]{1,5}") ? Integer.parseInt(pause) : 0);
    }

    private static Response tellWhetherItLeft(Interceptor.Chain chain) throws IOException {
        Departure departure = new Departure();
        Request request =
                chain.request().newBuilder().tag(Departure.class, departure).build();
        try {
            return chain.proceed(request);
        } catch (IOException e) {
            if (!departure.happened.get()) {
                throw new NeverLeft();
            }
            throw e;
        }
    }

    /** Runs when a connection stands and nothing is written yet. */
    private static Response leaveOnce(Interceptor.Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null && departure.happened.getAndSet(true)) {
            // Of all I/O exceptions OkHttp takes this one for final.
            throw new ProtocolException("a request is sent once");
        }
        Response response = chain.proceed(chain.request());
        // OkHttp sends again at once after these unless the server asks for time.
        boolean asksForMore = response.code() == 408 || response.code() == 503;
        return asksForMore ? response.newBuilder().header("Retry-After", "1").build() : response;
    }

    /** Whether any byte of a request may have left. */
    private static final class Departure {
        private final AtomicBoolean happened = new AtomicBoolean();
    }

    /** An answer of a proxy or gateway in front of the Bot API. */
    static final class Page extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final int seconds;

        Page(int status, int seconds) {
            super("a page with status " + status);
            this.status = status;
            this.seconds = seconds;
        }

        int status() {
            return status;
        }

        /** What {@code Retry-After} asks for; 0 when it asks for nothing. */
        int seconds() {
            return seconds;
        }
    }

    /** No connection was made, so the platform certainly did not get the request. */
    static final class NeverLeft extends IOException {
        private static final long serialVersionUID = 1L;

        NeverLeft() {
            super("not connected");
        }
    }
}
