package md.portar.whatsapp;

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

/** Twilio's answers and what each means. */
final class WhatsAppReplies {
    private static final DeliveryOutcome PAUSE =
            new RetryAfter(Duration.ofSeconds(30), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);

    private final List<DeliveryRow> rows = new ArrayList<>();
    private final OutboundAction hello;

    private WhatsAppReplies(ConversationKey to) {
        this.hello = Samples.hello(to);
    }

    static List<DeliveryRow> table(ConversationKey to) {
        WhatsAppReplies replies = new WhatsAppReplies(to);
        replies.never(DeliveryFailure.RECIPIENT_BLOCKED, 21211, 21610, 21614, 63003, 63014, 63015, 63024, 63033);
        replies.never(
                DeliveryFailure.INVALID_MESSAGE,
                21602,
                21604,
                21609,
                21617,
                21620,
                21655,
                21656,
                63005,
                63006,
                63013,
                63021,
                63030,
                63032,
                63049,
                20404);
        replies.never(DeliveryFailure.WINDOW_CLOSED, 63016);
        replies.never(DeliveryFailure.UNAUTHORISED, 21603, 63001, 63007, 63008);
        replies.row(401, 20003, new Undeliverable(DeliveryFailure.UNAUTHORISED, 20003));
        replies.row(429, 20429, PAUSE);
        replies.rows.add(new DeliveryRow(
                "Retry-After",
                replies.hello,
                aResponse().withStatus(429).withHeader("Retry-After", "7").withBody("{\"code\":20429}"),
                new RetryAfter(Duration.ofSeconds(7), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT)));
        for (int code : List.of(63017, 63018, 63038)) {
            replies.row(400, code, PAUSE);
        }
        for (int code : List.of(30008, 63009, 63010, 63012)) {
            replies.row(400, code, new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE));
        }
        replies.row(500, 20500, new Uncertain(DeliveryFailure.PLATFORM_DOWN));
        replies.row(503, 20503, new Uncertain(DeliveryFailure.PLATFORM_DOWN));
        replies.withoutCode(to);
        return replies.rows;
    }

    private void withoutCode(ConversationKey to) {
        rows.add(new DeliveryRow(
                "400 in HTML",
                hello,
                aResponse().withStatus(400).withBody("<html>"),
                new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0)));
        rows.add(new DeliveryRow(
                "302", hello, aResponse().withStatus(302), new Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0)));
        OutboundAction redaction =
                new OutboundAction.RedactAtSource(to, new PlatformMessageId("SM000000000000000000000000000000ff"));
        rows.add(new DeliveryRow(
                "redaction while in progress",
                redaction,
                aResponse().withStatus(400).withBody("{\"code\":20009}"),
                new RetryAfter(Duration.ofSeconds(60), DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE)));
        rows.add(new DeliveryRow(
                "redaction of what is gone",
                redaction,
                aResponse().withStatus(404).withBody("{\"code\":20404}"),
                new DeliveryOutcome.Delivered(null)));
        rows.add(new DeliveryRow(
                "redaction during an outage is tried again",
                redaction,
                aResponse().withStatus(503),
                new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE)));
    }

    private void never(DeliveryFailure failure, int... codes) {
        for (int code : codes) {
            row(400, code, new Undeliverable(failure, code));
        }
    }

    private void row(int status, int code, DeliveryOutcome expected) {
        String body = "{\"code\":" + code + ",\"message\":\"Invalid whatsapp:+15550100\",\"status\":" + status + "}";
        rows.add(new DeliveryRow(
                Integer.toString(code), hello, aResponse().withStatus(status).withBody(body), expected));
    }
}
