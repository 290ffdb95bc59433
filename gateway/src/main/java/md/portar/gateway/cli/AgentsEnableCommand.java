package md.portar.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar agents enable}. */
@Command(
        name = "enable",
        description = "Lets a disabled agent in again.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  portar agents enable ana"})
final class AgentsEnableCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private AgentName name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        new AgentSwitch(name, store).turn(true, spec.commandLine().getOut());
        return 0;
    }
}
