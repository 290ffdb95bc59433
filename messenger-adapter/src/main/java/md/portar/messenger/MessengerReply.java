package md.portar.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.message.PlatformMessageId;

/**
 * What an answer of the Graph API means, by one table. Errors are told apart by code and subcode, since nearly all of them come
 * with HTTP 400 (Graph API, Handling Errors, read 2026-11-22).
 */
final class MessengerReply {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<Integer> TEMPORARY = Set.of(1, 2, 1200);
    private static final Set<Integer> APP_OR_PAGE_LIMIT = Set.of(4, 17, 32, 613);
    private static final Set<Integer> CREDENTIALS = Set.of(3, 190, 200, 368);
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(15);
    private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_/+=-]{1,64}");
    private static final int WINDOW = 2018278;
    private static final int NO_SUCH_USER = 2018001;
    private static final int SERVER_ERROR = 500;

    private MessengerReply() {}

    static DeliveryOutcome of(MessengerHttp.Answer answer) {
        Optional<JsonNode> body = json(answer.body());
        Optional<JsonNode> error = body.map(tree -> tree.path("error")).filter(JsonNode::isObject);
        if (error.isPresent()) {
            return failure(error.get(), pause(answer));
        }
        if (answer.status() >= SERVER_ERROR) {
            return new Uncertain(DeliveryFailure.PLATFORM_DOWN);
        }
        if (answer.status() == 429) {
            return new RetryAfter(pause(answer), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
        }
        if (answer.status() != 200) {
            return answer.status() == 401 || answer.status() == 403
                    ? new Undeliverable(DeliveryFailure.UNAUTHORISED, 0)
                    : new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0);
        }
        return body.flatMap(tree -> success(tree, answer.usage().percent()))
                .orElseGet(() -> new Uncertain(DeliveryFailure.PLATFORM_DOWN));
    }

    /** As {@link #of}, for a question: any JSON that is no error is a good answer. */
    static DeliveryOutcome ofProbe(MessengerHttp.Answer answer) {
        boolean plain = json(answer.body()).filter(tree -> !tree.has("error")).isPresent();
        return answer.status() == 200 && plain
                ? new Delivered(null, answer.usage().percent())
                : of(answer);
    }

    /** What an exception of the HTTP client means. */
    static DeliveryOutcome ofFailure(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        if (problem instanceof MessengerHttp.NeverLeft || cause instanceof MessengerHttp.NeverLeft) {
            return new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT);
        }
        return new Uncertain(DeliveryFailure.NETWORK);
    }

    /** How long to leave the page alone: what Meta asks for, else a moment. */
    private static Duration pause(MessengerHttp.Answer answer) {
        if (!answer.pause().isZero()) {
            return answer.pause();
        }
        Duration blocked = answer.usage().blockedFor();
        return blocked.isZero() ? LIMIT_PAUSE : blocked;
    }

    /** The trace id by which Meta finds a failed call; empty when there is none. */
    static Optional<String> trace(MessengerHttp.Answer answer) {
        return json(answer.body())
                .map(tree -> tree.path("error").path("fbtrace_id").asText())
                .filter(trace -> TRACE.matcher(trace).matches());
    }

    private static Optional<DeliveryOutcome> success(JsonNode tree, int load) {
        if (tree.path("message_id").isTextual()) {
            try {
                return Optional.of(new Delivered(
                        new PlatformMessageId(tree.path("message_id").asText()), load));
            } catch (IllegalArgumentException strangeId) {
                return Optional.of(new Delivered(null, load));
            }
        }
        // A sender action answers with the recipient only.
        return tree.path("recipient_id").isTextual() ? Optional.of(new Delivered(null, load)) : Optional.empty();
    }

    private static DeliveryOutcome failure(JsonNode error, Duration pause) {
        int code = error.path("code").asInt();
        int subcode = error.path("error_subcode").asInt();
        if (TEMPORARY.contains(code) || error.path("is_transient").asBoolean()) {
            return new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE);
        }
        if (APP_OR_PAGE_LIMIT.contains(code)) {
            return new RetryAfter(pause, DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
        }
        if (code == 10) {
            return new Undeliverable(
                    subcode == WINDOW ? DeliveryFailure.WINDOW_CLOSED : DeliveryFailure.UNAUTHORISED, code);
        }
        if (CREDENTIALS.contains(code) || (code == 100 && isProof(error))) {
            return new Undeliverable(DeliveryFailure.UNAUTHORISED, code);
        }
        if (code == 551 || (code == 100 && subcode == NO_SUCH_USER)) {
            return new Undeliverable(DeliveryFailure.RECIPIENT_BLOCKED, code);
        }
        return new Undeliverable(DeliveryFailure.INVALID_MESSAGE, code);
    }

    /** A wrong {@code appsecret_proof} has no code of its own; the phrase is constant. */
    private static boolean isProof(JsonNode error) {
        return error.path("message").asText().contains("appsecret_proof");
    }

    private static Optional<JsonNode> json(String body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            // Not kept: its message quotes the answer.
            return Optional.empty();
        }
    }
}
