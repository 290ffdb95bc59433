package md.portar.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar faq}: the pack of answers and its matcher. */
@Command(
        name = "faq",
        description =
                "Checks the pack of answers, answers the lines of a file, scores a labelled file, lists what had no answer.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {FaqCheckCommand.class, FaqMatchCommand.class, FaqScoreCommand.class, FaqMissesCommand.class})
final class FaqCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: check, match, score or misses");
    }
}
