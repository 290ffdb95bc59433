package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import md.portar.core.handoff.Agent;

/** Lets an agent in, or not. */
record AgentSwitch(AgentName name, StoreOption store) {
    void turn(boolean on, PrintWriter out) throws CommandProblem {
        name.id();
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            Agent agent = name.find(opened.engine().agents());
            if (agent.disabled() != on) {
                out.println(agent.id().value() + " was " + (on ? "active" : "disabled") + " already.");
                return;
            }
            opened.engine()
                    .agents()
                    .save(new Agent(
                            agent.id(),
                            agent.publicName(),
                            agent.role(),
                            agent.languages(),
                            agent.interfaceLanguage(),
                            !on));
            out.println(agent.id().value() + " is " + (on ? "active" : "disabled") + " now.");
        }
    }
}
