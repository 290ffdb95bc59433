package md.portar.gateway.cli;

import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The sign-in name of an agent on the command line. */
final class AgentName {
    @Parameters(paramLabel = "NAME", description = "sign-in name: lower-case letters, digits, dot and dash")
    @SuppressWarnings("NullAway.Init") // set by picocli before use
    private String name;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before use
    private CommandSpec spec;

    AgentId id() {
        try {
            return new AgentId(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "NAME: expected 2 to 32 lower-case letters, digits, dots and dashes, a letter first");
        }
    }

    /** The agent of this name. */
    Agent find(AgentDirectory agents) throws CommandProblem {
        AgentId id = id();
        return agents.find(id)
                .orElseThrow(() -> new CommandProblem("there is no agent " + id.value() + "; 'agents list' shows all"));
    }
}
