package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.List;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.OutboundAction;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.channel.DeliveryRow;
import md.portar.core.testkit.channel.Samples;

/** The answers of the Bot API and what they mean, one row each. */
final class TelegramAnswers {
    static final DeliveryOutcome DONE = new DeliveryOutcome.Delivered(null);
    static final DeliveryOutcome UNCLEAR = new DeliveryOutcome.Uncertain(DeliveryFailure.PLATFORM_DOWN);
    static final OutboundAction HELLO = Samples.hello(TelegramHarness.PERSON);
    static final OutboundAction REDACT =
            new OutboundAction.RedactAtSource(TelegramHarness.PERSON, new PlatformMessageId("17"));
    static final OutboundAction TYPING = new OutboundAction.ShowTyping(TelegramHarness.PERSON, null);
    static final OutboundAction ACKNOWLEDGE = new OutboundAction.AcknowledgeChoice(
            TelegramHarness.PERSON, new PlatformMessageId("4382000000000000001"), new PlatformMessageId("130"));
    static final OutboundAction LEAVE = new OutboundAction.LeaveGroup(TelegramHarness.GROUP);

    private TelegramAnswers() {}

    static List<DeliveryRow> table() {
        return List.of(
                row("text is empty", HELLO, 400, "Bad Request: message text is empty", never(400)),
                row("too long", HELLO, 400, "Bad Request: message is too long", never(400)),
                row("markup", HELLO, 400, "Bad Request: can't parse entities: unclosed", never(400)),
                row("button", HELLO, 400, "Bad Request: BUTTON_DATA_INVALID", never(400)),
                row("no such chat", HELLO, 400, "Bad Request: chat not found", blocked(400)),
                row("nothing to change", HELLO, 400, "Bad Request: message is not modified: same content", DONE),
                row("blocked", HELLO, 403, "Forbidden: bot was blocked by the user", blocked(403)),
                row("deactivated", HELLO, 403, "Forbidden: user is deactivated", blocked(403)),
                row("never wrote", HELLO, 403, "Forbidden: bot can't initiate conversation with a user", blocked(403)),
                row("wrong token", HELLO, 401, "Unauthorized", unauthorised(401)),
                row("no such bot", HELLO, 404, "Not Found", unauthorised(404)),
                row("conflict", HELLO, 409, "Conflict: terminated by other request", busy()),
                row("request too large", HELLO, 413, "Request Entity Too Large", never(413)),
                row("server error", HELLO, 500, "Internal Server Error", busy()),
                new DeliveryRow("flood", HELLO, flood("{\"retry_after\": 3}"), later(3)),
                new DeliveryRow("flood without a time", HELLO, flood("{}"), later(0)),
                new DeliveryRow("typing in a flood", TYPING, flood("{\"retry_after\": 7}"), later(7)),
                new DeliveryRow("gateway page", HELLO, page(502), UNCLEAR),
                new DeliveryRow("gateway page with flood status", HELLO, page(429), limited(0)),
                new DeliveryRow(
                        "gateway page with a time to wait",
                        HELLO,
                        page(429).withHeader("Retry-After", "9"),
                        limited(9)),
                new DeliveryRow("gateway page about the size", HELLO, page(413), never(413)),
                new DeliveryRow("gateway page of a firewall", HELLO, page(403), busy()),
                row("already deleted", REDACT, 400, "Bad Request: message to delete not found", DONE),
                row("too old to delete", REDACT, 400, "Bad Request: message can't be deleted for everyone", never(400)),
                row("deleting in an outage", REDACT, 500, "Internal Server Error", busy()),
                new DeliveryRow("deleting behind a broken gateway", REDACT, page(502), again()),
                new DeliveryRow("deleted", REDACT, TelegramHarness.ok("true"), DONE),
                new DeliveryRow("typing", TYPING, TelegramHarness.ok("true"), DONE),
                new DeliveryRow("tap acknowledged", ACKNOWLEDGE, TelegramHarness.ok("true"), DONE),
                row("tap too old", ACKNOWLEDGE, 400, "Bad Request: query is too old and response timeout", DONE),
                new DeliveryRow("left", LEAVE, TelegramHarness.ok("true"), DONE),
                row("not a member", LEAVE, 403, "Forbidden: bot is not a member of the supergroup chat", DONE),
                row("leaving in an outage", LEAVE, 500, "Internal Server Error", busy()));
    }

    static ResponseDefinitionBuilder error(int code, String description, String parameters) {
        String body = """
                {"ok": false, "error_code": %d, "description": "%s", "parameters": %s}""".formatted(code, description, parameters);
        return aResponse()
                .withStatus(code)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static DeliveryRow row(
            String name, OutboundAction action, int code, String description, DeliveryOutcome expected) {
        return new DeliveryRow(name, action, error(code, description, "{}"), expected);
    }

    private static ResponseDefinitionBuilder flood(String parameters) {
        return error(429, "Too Many Requests: retry after 3", parameters);
    }

    private static ResponseDefinitionBuilder page(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body><h1>Sorry</h1></body></html>");
    }

    private static DeliveryOutcome never(int code) {
        return new DeliveryOutcome.Undeliverable(DeliveryFailure.INVALID_MESSAGE, code);
    }

    private static DeliveryOutcome blocked(int code) {
        return new DeliveryOutcome.Undeliverable(DeliveryFailure.RECIPIENT_BLOCKED, code);
    }

    private static DeliveryOutcome unauthorised(int code) {
        return new DeliveryOutcome.Undeliverable(DeliveryFailure.UNAUTHORISED, code);
    }

    private static DeliveryOutcome later(int seconds) {
        return new DeliveryOutcome.RetryAfter(
                Duration.ofSeconds(seconds), DeliveryFailure.RATE_LIMITED, RetryScope.CONVERSATION);
    }

    private static DeliveryOutcome limited(int seconds) {
        return new DeliveryOutcome.RetryAfter(
                Duration.ofSeconds(seconds), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
    }

    private static DeliveryOutcome busy() {
        return new DeliveryOutcome.RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.ACCOUNT);
    }

    private static DeliveryOutcome again() {
        return new DeliveryOutcome.RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE);
    }
}
