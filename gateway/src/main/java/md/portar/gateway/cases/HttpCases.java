package md.portar.gateway.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.CaseNumber;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a help desk for cases. Everything but a well-formed answer about the very case that was asked for means that cases
 * cannot be told now: a wrong answer must neither reach a player nor count against him. Thread-safe.
 */
public final class HttpCases implements CaseDirectory, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpCases.class);
    private static final long LARGEST_ANSWER = 64 * 1024L;
    private static final int NOT_FOUND = 404;
    private static final int MOST_CACHED = 10_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofSeconds(20);

    private final HttpSourceSettings settings;
    private final CaseAnswer answers;
    private final Clock clock;
    private final OkHttpClient client;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final Map<CaseNumber, Cached> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseNumber, Cached> eldest) {
            return size() > MOST_CACHED;
        }
    };

    public HttpCases(HttpSourceSettings settings, Clock clock) {
        this.settings = settings;
        this.answers = new CaseAnswer(settings.fields());
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .callTimeout(settings.timeout())
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
        this.breaker = CircuitBreaker.of(
                "cases",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.retry = Retry.of(
                "cases",
                RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(PAUSE)
                        .retryOnException(problem -> problem instanceof Unreachable)
                        .build());
    }

    private record Cached(Optional<CaseRecord> answer, Instant until) {}

    @Override
    public Optional<CaseRecord> find(CaseNumber number) throws CasesUnavailable {
        Instant now = clock.instant();
        Cached known;
        synchronized (cache) {
            known = cache.get(number);
        }
        if (known != null && now.isBefore(known.until())) {
            return known.answer();
        }
        Optional<CaseRecord> answer = asked(number);
        synchronized (cache) {
            cache.put(number, new Cached(answer, now.plus(settings.cache())));
        }
        return answer;
    }

    private Optional<CaseRecord> asked(CaseNumber number) throws CasesUnavailable {
        if (!breaker.tryAcquirePermission()) {
            throw new CasesUnavailable("the help desk is given a rest");
        }
        long start = breaker.getCurrentTimestamp();
        try {
            Optional<CaseRecord> answer = retry.executeCallable(() -> ask(number));
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return answer;
        } catch (Exception problem) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), problem);
            String reason = problem instanceof Unusable unusable
                    ? unusable.reason
                    : problem.getClass().getSimpleName();
            log.atWarn().addKeyValue("reason", reason).log("The help desk cannot be asked for a case");
            throw new CasesUnavailable("the help desk cannot be asked");
        }
    }

    private Optional<CaseRecord> ask(CaseNumber number) throws Unusable {
        Request.Builder request = new Request.Builder().url(address(number)).header("Accept", "application/json");
        settings.headers().forEach((name, value) -> request.header(name, value.reveal()));
        try (Response response = client.newCall(request.build()).execute()) {
            if (response.code() == NOT_FOUND) {
                return Optional.empty();
            }
            if (response.code() >= 500 || response.code() == 429) {
                throw new Unreachable("status-" + response.code());
            }
            if (response.code() != 200) {
                throw new Unusable("status-" + response.code());
            }
            JsonNode body = answers.parse(bytes(response));
            return answers.read(body, number);
        } catch (IOException e) {
            // Its message may name the address, which may hold a key.
            throw new Unreachable("network");
        }
    }

    private HttpUrl address(CaseNumber number) {
        // The grammar of a case number holds nothing that would have to be escaped.
        return HttpUrl.get(settings.url().replace(HttpSourceSettings.NUMBER, number.value()));
    }

    private static byte[] bytes(Response response) throws IOException, Unusable {
        byte[] bytes = response.peekBody(LARGEST_ANSWER + 1).bytes();
        if (bytes.length > LARGEST_ANSWER) {
            throw new Unusable("too-large");
        }
        return bytes;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** An answer that says nothing about the case. */
    static class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unusable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /** No answer; asking again may help. */
    static final class Unreachable extends Unusable {
        private static final long serialVersionUID = 1L;

        Unreachable(String reason) {
            super(reason);
        }
    }
}
