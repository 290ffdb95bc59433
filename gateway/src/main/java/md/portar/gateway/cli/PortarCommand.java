package md.portar.gateway.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import md.portar.core.store.StoreUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code portar}: without a command it shows what there is. */
@Command(
        name = "portar",
        description = "Messenger support-bot gateway: Telegram, WhatsApp and Messenger into one bot core.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:something is wrong, and it is said what", "2:the command was not understood"},
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ScreenCommand.class,
            FaqCommand.class,
            CasesCommand.class,
            AgentsCommand.class,
            OutboxCommand.class,
            OnCallCommand.class,
            ChatCommand.class,
            InitCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class PortarCommand implements Runnable {
    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    private PortarCommand(InputStream in) {
        this.in = in;
    }

    /** The command line, ready to execute, on the streams of the process. */
    public static CommandLine commandLine() {
        CommandLine commandLine = commandLine(System.in);
        commandLine.setOut(utf8(FileDescriptor.out));
        commandLine.setErr(utf8(FileDescriptor.err));
        return commandLine;
    }

    /** The command line with another standard input. */
    static CommandLine commandLine(InputStream in) {
        CommandLine commandLine = new CommandLine(new PortarCommand(in));
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command));
        commandLine.setParameterExceptionHandler(new Misunderstanding());
        commandLine.setExecutionStrategy(PortarCommand::execute);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(true);
        return commandLine;
    }

    /** What a command's standard input is. */
    static InputStream input(CommandSpec spec) {
        return ((PortarCommand) spec.root().userObject()).in;
    }

    /** A terminal set to another encoding is rarer than a service started without any locale. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16), true);
    }

    private static int execute(ParseResult parsed) {
        CommandLine root = parsed.commandSpec().commandLine();
        try {
            return new RunLast().execute(parsed);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            root.getErr().println("portar: unexpected failure (" + e.getClass().getName() + ")");
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            root.getOut().flush();
            root.getErr().flush();
        }
    }

    private static int explain(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof CommandProblem known) {
            known.lines().forEach(line -> err.println("portar: " + line));
        } else if (problem instanceof StoreUnavailable) {
            err.println("portar: the store does not answer: " + problem.getMessage());
        } else {
            // A trace or message of an unexpected exception could quote what was read.
            err.println("portar: unexpected failure (" + problem.getClass().getName() + ") in '"
                    + command.getCommandName() + "'. This is a defect; please report it.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Says in two lines what was not understood. Values are left out: a store's address may hold a password. */
    private static final class Misunderstanding implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException problem, String[] args) {
            CommandLine command = problem.getCommandLine();
            PrintWriter err = command.getErr();
            String message = String.valueOf(problem.getMessage());
            err.println("portar: "
                    + message.replaceAll("(--?[A-Za-z-]+=)[^'\\s]*", "$1…").replaceAll("jdbc:[^'\\s]*", "jdbc:…"));
            if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
                err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            }
            err.flush();
            return CommandLine.ExitCode.USAGE;
        }
    }
}
