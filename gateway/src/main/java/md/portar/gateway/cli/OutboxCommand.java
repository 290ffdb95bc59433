package md.portar.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar outbox}: messages that were given up. */
@Command(
        name = "outbox",
        description = "Shows messages that could not be delivered, sends them again or drops them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {OutboxListCommand.class, OutboxReplayCommand.class, OutboxDropCommand.class})
final class OutboxCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, replay or drop");
    }
}
