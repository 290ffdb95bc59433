package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import md.portar.core.faq.PackCheck;
import md.portar.core.faq.PackProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar faq check}: whether a pack can be used. */
@Command(
        name = "check",
        description = "Checks a pack of answers and names every mistake with its file and place.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar faq check", "  portar faq check --pack ./faq"})
final class FaqCheckCommand implements Callable<Integer> {
    @Option(names = "--pack", paramLabel = "DIR", description = "folder of the pack; without it, the one built in")
    private @Nullable String pack;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        PrintWriter out = spec.commandLine().getOut();
        List<PackProblem> problems;
        try {
            problems = PackCheck.check(FaqEngine.files(pack)).all();
        } catch (UncheckedIOException e) {
            throw new CommandProblem(pack + ": a part of the pack cannot be read");
        }
        problems.forEach(out::println);
        out.println(problems.isEmpty() ? "The pack is in order." : problems.size() + " problem(s).");
        return problems.isEmpty() ? 0 : 1;
    }
}
