package md.portar.messenger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import md.portar.core.channel.OutboundAction;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.channel.DeliveryRow;
import md.portar.core.testkit.channel.Samples;

/** The Graph API's answers and what each means. */
final class MessengerReplies {
    private static final DeliveryOutcome PAUSE =
            new RetryAfter(Duration.ofSeconds(15), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
    private static final DeliveryOutcome TEMPORARY =
            new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE);

    private final List<DeliveryRow> rows = new ArrayList<>();
    private final OutboundAction hello;

    private MessengerReplies(ConversationKey to) {
        this.hello = Samples.hello(to);
    }

    static List<DeliveryRow> table(ConversationKey to) {
        MessengerReplies replies = new MessengerReplies(to);
        replies.temporary();
        replies.permanent();
        replies.withoutErrorObject();
        return replies.rows;
    }

    private void temporary() {
        error(500, 1, 0, "An unknown error occurred", TEMPORARY);
        error(500, 2, 0, "An unexpected error has occurred.", TEMPORARY);
        error(400, 1200, 0, "(#1200) Temporary send message failure.", TEMPORARY);
        for (int limit : List.of(4, 17, 32, 613)) {
            error(400, limit, 0, "(#" + limit + ") limit reached", PAUSE);
        }
        rows.add(new DeliveryRow(
                "is_transient",
                hello,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":{\"code\":99,\"is_transient\":true,\"message\":\"x\"}}"),
                TEMPORARY));
    }

    private void permanent() {
        error(400, 10, 2018278, "(#10) outside of allowed window", never(DeliveryFailure.WINDOW_CLOSED, 10));
        error(400, 10, 0, "(#10) no permission", never(DeliveryFailure.UNAUTHORISED, 10));
        error(403, 200, 0, "(#200) Requires pages_messaging", never(DeliveryFailure.UNAUTHORISED, 200));
        error(400, 3, 0, "(#3) capability missing", never(DeliveryFailure.UNAUTHORISED, 3));
        error(400, 190, 463, "Session has expired", never(DeliveryFailure.UNAUTHORISED, 190));
        error(400, 190, 467, "Token was revoked", never(DeliveryFailure.UNAUTHORISED, 190));
        error(400, 368, 0, "temporarily blocked for policies", never(DeliveryFailure.UNAUTHORISED, 368));
        error(400, 100, 2018001, "(#100) No matching user", never(DeliveryFailure.RECIPIENT_BLOCKED, 100));
        error(400, 100, 0, "(#100) text too long", never(DeliveryFailure.INVALID_MESSAGE, 100));
        error(400, 100, 1, "Invalid appsecret_proof provided", never(DeliveryFailure.UNAUTHORISED, 100));
        error(400, 551, 1545041, "(#551) not available", never(DeliveryFailure.RECIPIENT_BLOCKED, 551));
        error(400, 2018109, 0, "attachment size exceeded", never(DeliveryFailure.INVALID_MESSAGE, 2018109));
    }

    private void withoutErrorObject() {
        rows.add(new DeliveryRow("429 without error", hello, aResponse().withStatus(429), PAUSE));
        rows.add(new DeliveryRow(
                "Retry-After",
                hello,
                aResponse().withStatus(429).withHeader("Retry-After", "7"),
                new RetryAfter(Duration.ofSeconds(7), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT)));
        rows.add(new DeliveryRow(
                "blocked for minutes",
                hello,
                aResponse()
                        .withStatus(400)
                        .withHeader(
                                "X-Business-Use-Case-Usage",
                                "{\"1\":[{\"type\":\"messenger\",\"call_count\":100,\"estimated_time_to_regain_access\":3}]}")
                        .withBody("{\"error\":{\"code\":4,\"message\":\"limit\"}}"),
                new RetryAfter(Duration.ofMinutes(3), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT)));
        rows.add(new DeliveryRow(
                "sent near the limit",
                hello,
                aResponse()
                        .withHeader("X-App-Usage", "{\"call_count\":28,\"total_time\":81,\"total_cputime\":5}")
                        .withBody("{\"recipient_id\":\"7\",\"message_id\":\"m_near\"}"),
                new DeliveryOutcome.Delivered(new PlatformMessageId("m_near"), 81)));
        rows.add(new DeliveryRow(
                "sent with a header that says nothing",
                hello,
                aResponse().withHeader("X-App-Usage", "{").withBody("{\"message_id\":\"m_odd\"}"),
                new DeliveryOutcome.Delivered(new PlatformMessageId("m_odd"), 0)));
        rows.add(new DeliveryRow(
                "401 without error", hello, aResponse().withStatus(401), never(DeliveryFailure.UNAUTHORISED, 0)));
        rows.add(new DeliveryRow(
                "400 without error", hello, aResponse().withStatus(400), never(DeliveryFailure.INVALID_MESSAGE, 0)));
        rows.add(new DeliveryRow(
                "redirect", hello, aResponse().withStatus(302), never(DeliveryFailure.INVALID_MESSAGE, 0)));
        rows.add(new DeliveryRow(
                "500 without error", hello, aResponse().withStatus(500), new Uncertain(DeliveryFailure.PLATFORM_DOWN)));
    }

    private void error(int status, int code, int subcode, String message, DeliveryOutcome expected) {
        String body = "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code
                + (subcode == 0 ? "" : ",\"error_subcode\":" + subcode) + ",\"fbtrace_id\":\"Atest\"}}";
        rows.add(new DeliveryRow(
                code + "/" + subcode, hello, aResponse().withStatus(status).withBody(body), expected));
    }

    private static DeliveryOutcome never(DeliveryFailure cause, int code) {
        return new Undeliverable(cause, code);
    }
}
