package md.portar.messenger;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client for the Graph API. It sends a request at most once (OkHttp would quietly repeat a POST on a broken
 * connection, and the person would read the message twice), and it tells a request that never left from one whose answer got
 * lost.
 */
final class MessengerHttp implements AutoCloseable {
    // OkHttp's default of 5 requests per host would make every conversation wait for five slow ones.
    private static final int CONCURRENT_REQUESTS = 64;
    private static final int IDLE_SECONDS = 45;
    /** An answer of the Send API has some hundred bytes; of a longer one the rest is dropped. */
    private static final long LARGEST_ANSWER = 256 * 1024;

    private final OkHttpClient client;

    MessengerHttp(MessengerSettings.Limits limits) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONCURRENT_REQUESTS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_REQUESTS);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONCURRENT_REQUESTS, IDLE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.request())
                .writeTimeout(limits.request())
                .callTimeout(limits.request())
                .followRedirects(false)
                .addInterceptor(MessengerHttp::tellWhetherItLeft)
                .addNetworkInterceptor(MessengerHttp::leaveOnce)
                .build();
    }

    /**
     * What came back.
     *
     * @param usage what the usage headers tell
     * @param pause what {@code Retry-After} asks for; zero when it asks for nothing
     */
    record Answer(int status, String body, MessengerUsage usage, Duration pause) {}

    /** Completes with the answer, or exceptionally with an I/O exception; {@link NeverLeft} when nothing was sent. */
    CompletableFuture<Answer> call(Request request) {
        CompletableFuture<Answer> future = new CompletableFuture<>();
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                future.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    future.complete(new Answer(
                            response.code(),
                            response.peekBody(LARGEST_ANSWER).string(),
                            MessengerUsage.of(
                                    response.header("X-App-Usage"), response.header("X-Business-Use-Case-Usage")),
                            pause(response.header("Retry-After"))));
                } catch (IOException e) {
                    future.completeExceptionally(e);
                }
            }
        });
        return future;
    }

    OkHttpClient client() {
        return client;
    }

    private static Duration pause(@Nullable String seconds) {
        return seconds != null && seconds.matches("[0-9]{1,5}")
                ? Duration.ofSeconds(Integer.parseInt(seconds))
                : Duration.ZERO;
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
        return chain.proceed(chain.request());
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Whether any byte of a request may have left. */
    private static final class Departure {
        private final AtomicBoolean happened = new AtomicBoolean();
    }

    /** No connection was made, so the platform certainly did not get the request. */
    static final class NeverLeft extends IOException {
        private static final long serialVersionUID = 1L;

        NeverLeft() {
            super("not connected");
        }
    }
}
