package md.portar.gateway.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong between the gateway and a platform. Kinds named earlier strike first when several are on. */
public enum FaultKind {
    OUTAGE(Strikes.CALLS, Duration.ofMinutes(1), "Outage", "Every call to the platform is reset."),
    BLACK_HOLE(Strikes.CALLS, Duration.ofSeconds(60), "Black hole", "Calls are accepted, ignored and never answered."),
    UNAUTHORISED(Strikes.CALLS, Duration.ZERO, "Unauthorised", "Calls are refused as if the token had been withdrawn."),
    RATE_LIMIT(
            Strikes.SENDS,
            Duration.ofSeconds(3),
            "Too many requests",
            "Sends are refused with 429 and a time to wait."),
    TIMEOUT_AFTER(
            Strikes.SENDS,
            Duration.ofSeconds(60),
            "Delivered, then silence",
            "The message arrives, the answer to the gateway never does."),
    CUT_AFTER(
            Strikes.SENDS,
            Duration.ZERO,
            "Delivered, then cut",
            "The message arrives, the connection is cut before the answer."),
    SERVER_ERROR(Strikes.SENDS, Duration.ZERO, "Server error", "Sends are refused with status 500."),
    HTML_502(Strikes.SENDS, Duration.ZERO, "Bad gateway page", "Sends are answered with 502 and an HTML page."),
    HALF_BODY(Strikes.SENDS, Duration.ZERO, "Half an answer", "The message arrives, the answer is cut in the middle."),
    EMPTY_BODY(Strikes.SENDS, Duration.ZERO, "Empty answer", "The message arrives, the answer has no body."),
    RESET(Strikes.SENDS, Duration.ZERO, "Reset", "The connection is reset before the message is taken."),
    DELAY(Strikes.SENDS, Duration.ofSeconds(4), "Slow", "Each send takes four seconds longer."),
    DUPLICATE(Strikes.WEBHOOKS, Duration.ZERO, "Duplicate webhook", "What the player does is reported twice."),
    REORDER(
            Strikes.WEBHOOKS,
            Duration.ofSeconds(2),
            "Swapped order",
            "A webhook is held back until the next one has passed it."),
    BAD_SIGNATURE(
            Strikes.WEBHOOKS,
            Duration.ZERO,
            "Forged signature",
            "Webhooks carry a wrong signature; the gateway must refuse them."),
    LATE(
            Strikes.WEBHOOKS,
            Duration.ofHours(25),
            "Old message",
            "Messages arrive dated 25 hours ago, as after a long outage."),
    JUMP(
            Strikes.CLOCK,
            Duration.ofHours(25),
            "Jump 25 hours",
            "The platform's clock runs 25 hours ahead: reply windows are over.");

    /** Where a kind acts. */
    enum Strikes {
        /** Any call of the gateway. */
        CALLS,
        /** Calls that put a message on a screen. */
        SENDS,
        WEBHOOKS,
        CLOCK
    }

    private final Strikes strikes;
    private final Duration usual;
    private final String title;
    private final String explanation;

    FaultKind(Strikes strikes, Duration usual, String title, String explanation) {
        this.strikes = strikes;
        this.usual = usual;
        this.title = title;
        this.explanation = explanation;
    }

    /** The name in fault requests: {@code rate-limit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The usual time to wait, delay or jump. */
    public Duration usual() {
        return usual;
    }

    Strikes strikes() {
        return strikes;
    }

    String title() {
        return title;
    }

    String explanation() {
        return explanation;
    }

    static Optional<FaultKind> find(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
