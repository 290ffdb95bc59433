package md.portar.gateway.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import md.portar.core.handoff.Agent;
import md.portar.core.message.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar agents list}. */
@Command(
        name = "list",
        description = "Lists the agents.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  portar agents list --config portar.yaml"})
final class AgentsListCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        List<Agent> agents;
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            agents = opened.engine().agents().all();
        }
        if (agents.isEmpty()) {
            spec.commandLine().getOut().println("There are no agents; 'agents add' adds one.");
            return 0;
        }
        TextTable table = TextTable.ofWords(List.of("name", "public name", "role", "languages", "state"));
        for (Agent agent : agents) {
            table.row(List.of(
                    agent.id().value(),
                    agent.publicName().value(),
                    agent.role().name().toLowerCase(Locale.ROOT),
                    agent.languages().stream().sorted().map(Language::code).collect(Collectors.joining(",")),
                    agent.disabled() ? "disabled" : "active"));
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }
}
