package md.portar.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskThread;
import md.portar.core.message.ChannelId;
import md.portar.gateway.console.view.BubbleView;
import md.portar.gateway.console.view.RowView;
import md.portar.gateway.console.view.Segment;
import md.portar.gateway.console.view.ThreadView;
import md.portar.gateway.console.view.ThreadView.Banner;
import md.portar.gateway.console.view.Words;

/** Turns what the desk says into what a page shows. Thread-safe. */
final class DeskPictures {
    private static final int LIMIT_OF_OTHERS = 2_000;
    /** What the platforms take in one message; the desk decides, this only shows the counter in time. */
    private static final Map<String, Integer> LIMITS = Map.of("telegram", 4_096, "whatsapp", 1_600, "messenger", 2_000);

    private final AgentNames names;
    private final Clock clock;

    DeskPictures(AgentNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    RowView row(DeskRow row, Words words) {
        String name = row.customer().value();
        return new RowView(
                row.number().value(),
                row.version(),
                new RowView.Customer(
                        name,
                        Initials.of(name),
                        Initials.hue(row.number().value()),
                        row.channel().value(),
                        words.channel(row.channel().value()),
                        row.language()),
                row.state(),
                row.priority(),
                row.assignee().map(AgentId::value).orElse(""),
                names.of(row.assignee()),
                row.waitingSince(),
                words.duration(since(row.waitingSince().orElse(row.lastActivity()))),
                Segment.of(row.preview()),
                row.lastActivity());
    }

    ThreadView thread(DeskThread thread, AgentId me, Words words, Optional<Banner> banner) {
        DeskRow row = thread.row();
        List<BubbleView> bubbles = new ArrayList<>();
        TreeSet<SecretKind> secrets = new TreeSet<>();
        for (DeskMessage message : thread.messages()) {
            bubbles.add(bubble(message, row, words));
            secrets.addAll(message.secrets());
        }
        ThreadView.Mode mode = mode(thread, me);
        return new ThreadView(
                row(row, words),
                mode,
                bubbles,
                thread.more(),
                row.reason().map(reason -> words.of("reason", reason)).orElse(""),
                thread.replyUntil(),
                thread.replyUntil().map(until -> left(until, words)).orElse(""),
                LIMITS.getOrDefault(row.channel().value(), LIMIT_OF_OTHERS),
                thread.templates()
                        .filter(some -> mode == ThreadView.Mode.CLOSED)
                        .map(some -> TemplatePictures.of(some, row, names.publicName(me), words)),
                secrets.stream().map(kind -> words.of("secret", kind)).toList(),
                banner);
    }

    BubbleView bubble(DeskMessage message, DeskRow row, Words words) {
        String kinds = kinds(message, words);
        return new BubbleView(
                message.seq(),
                message.at(),
                kind(message.author()),
                author(message, row, words),
                row.language(),
                Segment.of(message.text()),
                message.choices().stream().map(SafeText::value).toList(),
                message.withheld() ? words.get("hidden.message", kinds) : "",
                guard(message, row, words),
                message.edited(),
                delivery(message, row, words),
                again(message, row));
    }

    private static BubbleView.Delivery delivery(DeskMessage message, DeskRow row, Words words) {
        return message.delivery()
                .map(state -> new BubbleView.Delivery(
                        state.name().toLowerCase(Locale.ROOT),
                        sign(state),
                        words.of("delivery", state) + why(message, row, words)))
                .orElse(BubbleView.Delivery.NONE);
    }

    /** Not only that it failed, but what from. */
    private static String why(DeskMessage message, DeskRow row, Words words) {
        return message.failure()
                .map(cause -> ": " + failure(cause, row.channel(), words))
                .orElse("");
    }

    static String failure(DeliveryFailure cause, ChannelId channel, Words words) {
        return words.of("failure", cause).replace("{0}", words.channel(channel.value()));
    }

    /** An agent's own words that failed, or of which nobody knows, are sent again by a person and not by themselves. */
    private static String again(DeskMessage message, DeskRow row) {
        boolean open = message.delivery()
                .filter(state -> state == DeskMessage.Delivery.FAILED || state == DeskMessage.Delivery.UNKNOWN)
                .isPresent();
        boolean possible =
                open && message.author() == DeskMessage.Author.AGENT && row.state() == ConversationState.Name.ASSIGNED;
        return possible ? "/console/c/" + row.number().value() + "/again/" + message.seq() : "";
    }

    /** How long ago something was. */
    Duration since(Instant instant) {
        return Duration.between(instant, clock.instant());
    }

    private ThreadView.Mode mode(DeskThread thread, AgentId me) {
        ConversationState.Name state = thread.row().state();
        return switch (state) {
            case BOT -> ThreadView.Mode.BOT;
            case QUEUED -> ThreadView.Mode.QUEUED;
            case RESOLVED -> ThreadView.Mode.RESOLVED;
            case ASSIGNED -> {
                if (!thread.row().assignee().equals(Optional.of(me))) {
                    yield ThreadView.Mode.OTHER;
                }
                boolean closed = thread.replyUntil()
                        .map(until -> !until.isAfter(clock.instant()))
                        .orElse(false);
                yield closed ? ThreadView.Mode.CLOSED : ThreadView.Mode.MINE;
            }
        };
    }

    private String left(Instant until, Words words) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            return words.get("js.left.closed");
        }
        // Near its end in minutes, because an hour more or less matters then.
        boolean minutes = left.toHours() == 1;
        return words.get(
                "js.left.open",
                minutes ? words.get("js.short.minute", Long.toString(left.toMinutes())) : words.duration(left));
    }

    private static String kind(DeskMessage.Author author) {
        return author.name().toLowerCase(Locale.ROOT);
    }

    private String author(DeskMessage message, DeskRow row, Words words) {
        return switch (message.author()) {
            case CUSTOMER -> row.customer().value();
            case BOT -> words.get("bubble.bot");
            case AGENT, NOTE -> names.of(message.agent());
            case EVENT -> words.get("bubble.system");
        };
    }

    private static String kinds(DeskMessage message, Words words) {
        List<String> kinds = new TreeSet<>(message.secrets())
                .stream().map(kind -> words.of("secret", kind)).toList();
        return String.join(", ", kinds);
    }

    private static String guard(DeskMessage message, DeskRow row, Words words) {
        if (message.secrets().isEmpty()) {
            return "";
        }
        String channel = words.channel(row.channel().value());
        return message.redaction()
                .map(redaction -> words.of("guard", redaction).replace("{0}", channel))
                .orElseGet(() -> words.get("guard.none"));
    }

    private static String sign(DeskMessage.Delivery state) {
        return switch (state) {
            case QUEUED -> "◔";
            case SENT -> "✓";
            case DELIVERED, READ -> "✓✓";
            case FAILED -> "✗";
            case UNKNOWN -> "?";
        };
    }
}
