package md.portar.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar agents disable}. */
@Command(
        name = "disable",
        description = "Ends an agent's sessions and lets him in no more. Nothing is deleted.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  portar agents disable ana"})
final class AgentsDisableCommand implements Callable<Integer> {
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
        new AgentSwitch(name, store).turn(false, spec.commandLine().getOut());
        return 0;
    }
}
