package md.portar.gateway.oncall;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts notices as JSON, one attempt each; repeating is the caller's. What a page says or where it points is never followed, and
 * nothing of an answer is kept but its status. Thread-safe.
 */
public final class HttpOnCall implements OnCallReceiver, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long LARGEST_ANSWER = 64 * 1024L;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final OnCallSettings settings;
    private final String console;
    private final OkHttpClient client;

    /** @param console where agents open the console */
    public HttpOnCall(OnCallSettings settings, URI console) {
        this(settings, console, LONGEST);
    }

    HttpOnCall(OnCallSettings settings, URI console, Duration longest) {
        this.settings = settings;
        this.console = console.toString().replaceAll("/+$", "") + "/console";
        this.client = new OkHttpClient.Builder()
                .callTimeout(longest)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    @Override
    public Attempt tell(OnCallNotice notice) {
        String concern = notice.concern().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String link = console + "/c/" + notice.conversation().value();
        ObjectNode body = MAPPER.createObjectNode()
                .put("kind", "safety-request")
                .put("concern", concern)
                .put("channel", notice.channel().value())
                .put("conversation", notice.conversation().value())
                .put("language", notice.language().code())
                .put("at", written(notice.requestedAt()))
                .put("console", link)
                .put("text", "Portar: a player asks for protection (" + concern + "): " + link);
        return post(body, notice.key());
    }

    /** Posts a notice that says it is a test. */
    public Attempt test(UUID key, Instant now) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("kind", "test")
                .put("at", written(now))
                .put("console", console)
                .put("text", "Portar: a test of the on-call notice. Nobody asks for protection.");
        return post(body, key);
    }

    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Attempt post(ObjectNode body, UUID key) {
        Request.Builder request = new Request.Builder()
                .url(settings.url().reveal())
                .header("Idempotency-Key", key.toString())
                .post(RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON));
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        try (Response response = client.newCall(request.build()).execute()) {
            return new Attempt(result(response), response.code());
        } catch (InterruptedIOException e) {
            return new Attempt(Result.SLOW, 0);
        } catch (IOException e) {
            // Its message may name the address.
            return new Attempt(Result.NETWORK, 0);
        }
    }

    private static Result result(Response response) throws IOException {
        if (response.isRedirect()) {
            return Result.REDIRECTED;
        }
        if (response.code() >= 500 || response.code() == 429) {
            return Result.FAILED;
        }
        if (!response.isSuccessful()) {
            return Result.REFUSED;
        }
        // Read, so that a cut answer counts as none. A page that says 200 to everything is no receiver.
        return response.peekBody(LARGEST_ANSWER).string().stripLeading().startsWith("<") ? Result.PAGE : Result.TAKEN;
    }

    /** What an attempt came to, for an operator. */
    public static String inWords(Attempt attempt) {
        return switch (attempt.result()) {
            case TAKEN -> "it took the notice (status " + attempt.status() + ")";
            case NETWORK -> "it cannot be reached, its certificate is not valid, or it cut the connection";
            case SLOW -> "it did not answer within " + LONGEST.toSeconds() + " s";
            case REDIRECTED -> "it points to another address (status " + attempt.status() + "), which is not followed";
            case REFUSED -> "it refuses the notice (status " + attempt.status() + "); are address and token right?";
            case FAILED -> "it has trouble of its own (status " + attempt.status() + ")";
            case PAGE -> "a page for people answers at this address, not a receiver";
        };
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
