package md.portar.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar agents}: who may use the console. */
@Command(
        name = "agents",
        description = "Adds, lists and disables the people who work in the console.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            AgentsAddCommand.class,
            AgentsListCommand.class,
            AgentsLinkCommand.class,
            AgentsDisableCommand.class,
            AgentsEnableCommand.class
        })
final class AgentsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: add, list, link, disable or enable");
    }
}
