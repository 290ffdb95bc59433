package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import md.portar.core.handoff.Undelivered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar outbox drop}. */
@Command(
        name = "drop",
        description = "Deletes messages that were given up; in their conversations they stay as failed.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar outbox drop 4711", "  portar outbox drop --all --cause recipient_blocked"})
final class OutboxDropCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private UndeliveredSelection selection;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        PrintWriter out = spec.commandLine().getOut();
        int done = 0;
        int all = 0;
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            Undelivered undelivered = opened.engine().undelivered();
            for (long number : selection.numbers(undelivered)) {
                all++;
                if (undelivered.drop(number, null)) {
                    done++;
                } else {
                    out.println(number + ": there is no such undelivered message");
                }
            }
        }
        out.println(done + " of " + all + " are dropped.");
        return done == all ? 0 : 1;
    }
}
