package md.portar.gateway.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can go wrong between the gateway and a platform. */
public enum FaultKind {
    RATE_LIMIT(Duration.ofSeconds(3), "Too many requests", "Sends are refused with 429 and a time to wait."),
    TIMEOUT_AFTER(
            Duration.ofSeconds(60),
            "Delivered, then silence",
            "The message arrives, the answer to the gateway never does."),
    SERVER_ERROR(Duration.ZERO, "Server error", "Sends are refused with status 500."),
    HTML_502(Duration.ZERO, "Bad gateway page", "Sends are answered with 502 and an HTML page."),
    HALF_BODY(Duration.ZERO, "Half an answer", "The message arrives, the answer is cut in the middle."),
    BLACK_HOLE(Duration.ofSeconds(60), "Black hole", "Calls are accepted, ignored and never answered."),
    DELAY(Duration.ofSeconds(4), "Slow", "Each call takes four seconds longer."),
    OUTAGE(
            Duration.ofMinutes(1),
            "Outage",
            "Every call to the platform is cut off, for a minute or until switched off."),
    DUPLICATE(Duration.ZERO, "Duplicate webhook", "What the player does is reported twice."),
    REORDER(Duration.ofSeconds(2), "Swapped order", "A webhook is held back until the next one has passed it."),
    BAD_SIGNATURE(Duration.ZERO, "Forged signature", "Webhooks carry a wrong signature; the gateway must refuse them."),
    LATE(Duration.ofHours(25), "Old message", "Messages arrive dated 25 hours ago, as after a long outage."),
    JUMP(Duration.ofHours(25), "Jump 25 hours", "The platform's clock runs 25 hours ahead: reply windows are over.");

    private final Duration usual;
    private final String title;
    private final String explanation;

    FaultKind(Duration usual, String title, String explanation) {
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
