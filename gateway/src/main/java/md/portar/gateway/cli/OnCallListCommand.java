package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import md.portar.core.store.OnCallNotices.Untold;
import md.portar.gateway.oncall.HttpOnCall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar on-call list}. */
@Command(
        name = "list",
        description = "Lists requests for protection that those on call were not told of, newest first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar on-call list --config portar.yaml"})
final class OnCallListCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST = 200;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        List<Untold> untold;
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            untold = opened.store()
                    .unitOfWork()
                    .read(tx -> opened.store().onCallNotices().untold(tx, MOST));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (untold.isEmpty()) {
            out.println("Nothing waits and nothing was given up.");
            return 0;
        }
        TextTable table = TextTable.ofWords(
                List.of("asked at", "concern", "channel", "conversation", "attempts", "state", "the receiver, last"));
        for (Untold each : untold) {
            table.row(List.of(
                    TIME.format(each.notice().requestedAt().atZone(ZoneId.systemDefault())),
                    each.notice().concern().name().toLowerCase(Locale.ROOT),
                    each.notice().channel().value(),
                    Long.toString(each.notice().conversation().value()),
                    Integer.toString(each.attempts()),
                    each.givenUp() ? "given up" : "waits",
                    each.last().map(HttpOnCall::inWords).orElse("")));
        }
        table.print(out);
        return 0;
    }
}
