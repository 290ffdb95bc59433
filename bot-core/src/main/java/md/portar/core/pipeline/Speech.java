package md.portar.core.pipeline;

import java.util.List;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.ClientMessageId;
import org.jspecify.annotations.Nullable;

/** Something to be said to the player. */
record Speech(
        SafeText text,
        List<Choice> choices,
        Expectation expects,
        @Nullable AgentId agent,
        @Nullable ClientMessageId clientId) {
    Speech {
        choices = List.copyOf(choices);
    }

    static Speech byBot(SafeText text, List<Choice> choices, Expectation expects) {
        return new Speech(text, choices, expects, null, null);
    }

    static Speech byBot(SafeText text) {
        return byBot(text, List.of(), Expectation.NONE);
    }

    static Speech byBot(SystemTexts.Line line) {
        return byBot(line.text(), line.choices(), Expectation.NONE);
    }

    static Speech byAgent(AgentId agent, ClientMessageId id, SafeText text) {
        return new Speech(text, List.of(), Expectation.NONE, agent, id);
    }

    Speaker speaker() {
        return agent == null ? Speaker.BOT : Speaker.AGENT;
    }
}
