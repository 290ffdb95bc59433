package md.portar.gateway.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import md.portar.core.casestatus.CaseFile;
import md.portar.core.casestatus.CaseFileProblem;
import md.portar.core.casestatus.CaseImport;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.store.StoreUnavailable;

/**
 * {@code PUT /api/cases/{number}} for one case and {@code PUT /api/cases} for many, one JSON object a line, all or none. Asked
 * again with the same content they change nothing. Only on the private listener, only with a token of scope {@code cases:write}.
 */
public final class CaseRoutes {
    private static final int LARGEST_CASE = 4 * 1024;
    private static final int LARGEST_LIST = 1024 * 1024;
    private static final int MOST_PROBLEMS = 20;
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Vertx vertx;
    private final ApiTokens tokens;
    private final CaseImport cases;
    private final ZoneId zone;

    /** @param zone in which times without an offset are meant */
    public CaseRoutes(Vertx vertx, ApiTokens tokens, CaseImport cases, ZoneId zone) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.cases = cases;
        this.zone = zone;
    }

    /** Adds the routes, unless no token is given out. */
    public void addTo(Router router) {
        if (tokens.isEmpty()) {
            return;
        }
        router.put("/api/cases/:number").handler(context -> {
            String number = context.pathParam("number").toUpperCase(Locale.ROOT);
            take(context, LARGEST_CASE, body -> withNumber(body, number));
        });
        router.put("/api/cases").handler(context -> take(context, LARGEST_LIST, Function.identity()));
        router.route("/api/*")
                .last()
                .handler(context -> answer(context.request(), 404, error("there is nothing here")));
    }

    private void take(RoutingContext context, int most, Function<byte[], byte[]> lines) {
        HttpServerRequest request = context.request();
        ApiTokens.Access access = tokens.access(request.getHeader("Authorization"), ApiTokens.Scope.CASES_WRITE);
        if (access != ApiTokens.Access.GRANTED) {
            boolean unknown = access == ApiTokens.Access.UNKNOWN;
            if (unknown) {
                request.response().putHeader("WWW-Authenticate", "Bearer");
            }
            answer(request, unknown ? 401 : 403, error(unknown ? "a token is needed" : "the token is not for this"));
            return;
        }
        if (request.getHeader("Content-Encoding") != null) {
            answer(request, 415, error("compressed bodies are not taken"));
            return;
        }
        BoundedBody.read(vertx, request, most, SLOWEST_BODY)
                .onSuccess(body -> vertx.executeBlocking(() -> store(lines.apply(body)), false)
                        .onSuccess(outcome -> answer(request, outcome.status(), outcome.body()))
                        .onFailure(problem -> answer(
                                request,
                                problem instanceof StoreUnavailable ? 503 : 500,
                                error("the cases could not be stored"))))
                .onFailure(problem -> {
                    request.response().putHeader("Connection", "close");
                    boolean rejected = problem instanceof BoundedBody.Rejected;
                    int status = rejected ? ((BoundedBody.Rejected) problem).status() : 400;
                    answer(request, status, error(status == 413 ? "the body is too large" : "the body did not arrive"));
                    vertx.setTimer(1_000, id -> request.connection().close());
                });
    }

    private record Outcome(int status, JsonObject body) {}

    private Outcome store(byte[] lines) throws IOException {
        List<CaseRecord> records = new ArrayList<>();
        CaseFile.Report report =
                new CaseFile(zone).read(new ByteArrayInputStream(lines), CaseFile.Format.JSONL, records::add);
        if (!report.isClean()) {
            JsonArray problems = new JsonArray();
            report.problems().stream()
                    .limit(MOST_PROBLEMS)
                    .map(CaseFileProblem::message)
                    .forEach(problems::add);
            return new Outcome(400, error("nothing was stored").put("problems", problems));
        }
        int changed = cases.store(records);
        return new Outcome(200, new JsonObject().put("cases", records.size()).put("changed", changed));
    }

    /** The one case of the address as a line; anything but an object is left as it is, for the reader to refuse. */
    private static byte[] withNumber(byte[] body, String number) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node instanceof ObjectNode object) {
                String inside = object.path("number").asText(number).toUpperCase(Locale.ROOT);
                // Two numbers that differ are a mistake; a value that is no number is refused below.
                object.put("number", inside.equals(number) ? number : "");
                return JSON.writeValueAsBytes(object);
            }
        } catch (IOException notJson) {
            // Its message may quote the body.
        }
        return "not an object".getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject error(String what) {
        return new JsonObject().put("error", what);
    }

    private static void answer(HttpServerRequest request, int status, JsonObject body) {
        if (!request.response().ended() && !request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(body.encode());
        }
    }
}
