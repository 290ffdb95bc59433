package md.portar.gateway.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar}: without a command it shows what there is. */
@Command(
        name = "portar",
        description = "Messenger support-bot gateway: Telegram, WhatsApp and Messenger into one bot core.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:something is wrong, and it is said what", "2:the command was not understood"},
        subcommands = {DemoCommand.class, ServeCommand.class, VersionCommand.class, CommandLine.HelpCommand.class})
public final class PortarCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** The command line, ready to execute. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new PortarCommand());
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(true);
        return commandLine;
    }

    private static int explain(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof CommandProblem known) {
            known.lines().forEach(line -> err.println("portar: " + line));
        } else {
            // A trace or message of an unexpected exception could quote what was read.
            err.println("portar: unexpected failure (" + problem.getClass().getName() + ") in '"
                    + command.getCommandName() + "'. This is a defect; please report it.");
            if (System.getenv("PORTAR_TRACE") != null) {
                problem.printStackTrace(err);
            }
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
