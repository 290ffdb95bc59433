package md.portar.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar on-call}: who is told of requests for protection. */
@Command(
        name = "on-call",
        description =
                "Tries whether those on call can be told of requests for protection, and shows what they were not told.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {OnCallTestCommand.class, OnCallListCommand.class})
final class OnCallCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: test or list");
    }
}
