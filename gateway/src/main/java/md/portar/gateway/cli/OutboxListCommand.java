package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.UndeliveredMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar outbox list}. Shows no words: a terminal keeps what it showed. */
@Command(
        name = "list",
        description = "Lists messages that were given up, newest first, and how many there are of each kind.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar outbox list --config portar.yaml",
            "  portar outbox list --channel whatsapp --cause window_closed"
        })
final class OutboxListCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private UndeliveredFilter filter;

    @Option(names = "--limit", paramLabel = "N", description = "how many lines at most (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        if (limit < 1) {
            throw new CommandProblem("--limit: expected 1 or more");
        }
        List<UndeliveredMessage> messages;
        List<Undelivered.Count> counts;
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            messages = opened.engine().undelivered().list(filter.filter(), Optional.empty(), limit);
            counts = opened.engine().undelivered().counts();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (messages.isEmpty()) {
            out.println(counts.isEmpty() ? "Nothing is undelivered." : "Nothing undelivered fits.");
            return 0;
        }
        TextTable table = TextTable.ofWords(
                List.of("number", "given up", "channel", "conversation", "by", "cause", "code", "attempts"));
        for (UndeliveredMessage message : messages) {
            table.row(List.of(
                    Long.toString(message.number()),
                    TIME.format(message.givenUpAt().atZone(ZoneId.systemDefault())),
                    message.channel().value(),
                    Long.toString(message.conversation().value()),
                    message.byAgent() ? "agent" : "bot",
                    word(message.cause()),
                    message.platformCode() == 0 ? "" : Integer.toString(message.platformCode()),
                    Integer.toString(message.attempts())));
        }
        table.print(out);
        out.println();
        TextTable totals = TextTable.ofWords(List.of("channel", "cause", "messages"));
        for (Undelivered.Count count : counts) {
            totals.row(List.of(count.channel().value(), word(count.cause()), Integer.toString(count.messages())));
        }
        totals.print(out);
        return 0;
    }

    static String word(DeliveryFailure cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
