package md.portar.whatsapp;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * The Twilio SDK's HTTP over OkHttp. Sends a request at most once: the SDK would repeat a POST three times on any 5xx and OkHttp
 * on a broken connection, and the person would read the message as often. Tells a request that never left from one whose answer
 * got lost, and takes the servers from the settings, which the SDK has fixed.
 */
final class TwilioHttp extends HttpClient {
    private static final int CONCURRENT_REQUESTS = 64;
    private static final int IDLE_SECONDS = 45;
    private static final long LARGEST_ANSWER = 512 * 1024;
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final WhatsAppSettings.Servers servers;

    TwilioHttp(WhatsAppSettings.Limits limits, WhatsAppSettings.Servers servers) {
        this.servers = servers;
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .connectionPool(new ConnectionPool(CONCURRENT_REQUESTS, IDLE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.request())
                .writeTimeout(limits.request())
                .callTimeout(limits.request())
                .followRedirects(false)
                .addInterceptor(TwilioHttp::tellWhetherItLeft)
                .addNetworkInterceptor(TwilioHttp::leaveOnce)
                .build();
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONCURRENT_REQUESTS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_REQUESTS);
        return dispatcher;
    }

    OkHttpClient client() {
        return client;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** One try. Answers that are no success become {@link TwilioRefusal}, so that the SDK does not have to understand them. */
    @Override
    public Response makeRequest(Request request) {
        try (okhttp3.Response response = client.newCall(translated(request)).execute()) {
            String body = response.peekBody(LARGEST_ANSWER).string();
            if (!response.isSuccessful()) {
                throw TwilioRefusal.of(response.code(), body, response.header("Retry-After"));
            }
            return new Response(body, response.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private okhttp3.Request translated(Request request) {
        okhttp3.Request.Builder translated = new okhttp3.Request.Builder().url(address(request));
        if (request.requiresAuthentication()) {
            translated.header("Authorization", request.getAuthString());
        }
        String method = request.getMethod().toString();
        return translated.method(method, body(request, method)).build();
    }

    private HttpUrl address(Request request) {
        HttpUrl official = Objects.requireNonNull(HttpUrl.get(request.constructURL()));
        URI server = official.host().startsWith("content.") ? servers.content() : servers.api();
        HttpUrl base = Objects.requireNonNull(HttpUrl.get(server));
        return official.newBuilder()
                .scheme(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
    }

    private static @Nullable RequestBody body(Request request, String method) {
        if (method.equals("GET") || method.equals("DELETE")) {
            return null;
        }
        if (request.getContentType() == ContentType.JSON) {
            return RequestBody.create(request.getBody().getBytes(StandardCharsets.UTF_8), JSON);
        }
        FormBody.Builder form = new FormBody.Builder();
        for (Map.Entry<String, java.util.List<String>> field :
                request.getPostParams().entrySet()) {
            field.getValue().forEach(value -> form.add(field.getKey(), value));
        }
        return form.build();
    }

    private static okhttp3.Response tellWhetherItLeft(Interceptor.Chain chain) throws IOException {
        Departure departure = new Departure();
        okhttp3.Request request =
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
    private static okhttp3.Response leaveOnce(Interceptor.Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null && departure.happened.getAndSet(true)) {
            // Of all I/O exceptions OkHttp takes this one for final.
            throw new ProtocolException("a request is sent once");
        }
        return chain.proceed(chain.request());
    }

    void close() {
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
