package md.portar.gateway.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import md.portar.core.handoff.Agent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar agents link}. */
@Command(
        name = "link",
        description = "Prints another link that signs an agent in once.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  portar agents link ana"})
final class AgentsLinkCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private AgentName name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private SignInLinks links;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        name.id();
        Clock clock = Clock.systemUTC();
        try (StoreOption.Opened opened = store.open(clock)) {
            Agent agent = name.find(opened.engine().agents());
            if (agent.disabled()) {
                throw new CommandProblem(agent.id().value() + " is disabled; 'agents enable' changes that");
            }
            links.print(agent.id(), opened, clock, spec.commandLine().getOut());
        }
        return 0;
    }
}
