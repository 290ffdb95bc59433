package md.portar.core.conversation;

import java.time.Instant;
import java.util.Optional;

/** Who answers. Transitions are methods; an illegal one throws {@link IllegalStateException}. */
public sealed interface ConversationState {
    /** Short name as stored: {@code BOT, QUEUED, ASSIGNED, RESOLVED}. */
    Name name();

    /** The bot answers everything. */
    record WithBot() implements ConversationState {
        @Override
        public Name name() {
            return Name.BOT;
        }
    }

    /** The player waits for a person; the bot keeps guarding and answers about the queue. */
    record WaitingForAgent(Priority priority, Instant since) implements ConversationState {
        @Override
        public Name name() {
            return Name.QUEUED;
        }
    }

    /** A person answers; the bot only guards. */
    record WithAgent(AgentId agent) implements ConversationState {
        @Override
        public Name name() {
            return Name.ASSIGNED;
        }
    }

    /** The person closed it; the next message goes to the bot unless the player reopens. */
    record Closed(Instant at) implements ConversationState {
        @Override
        public Name name() {
            return Name.RESOLVED;
        }
    }

    /** The states' names. */
    enum Name {
        BOT,
        QUEUED,
        ASSIGNED,
        RESOLVED
    }

    /** To the queue: from the bot, back from an agent, or reopened. */
    default WaitingForAgent queue(Priority priority, Instant since) {
        return new WaitingForAgent(priority, since);
    }

    /** An agent takes it: from the queue, or from the bot by a take-over. */
    default WithAgent assign(AgentId agent) {
        if (name() == Name.QUEUED || name() == Name.BOT) {
            return new WithAgent(agent);
        }
        throw new IllegalStateException("cannot assign from " + name());
    }

    /** Back to the bot: cancelled by the player, or after closing. */
    default WithBot returnToBot() {
        if (name() == Name.ASSIGNED) {
            throw new IllegalStateException("an agent has to resolve or release first");
        }
        return new WithBot();
    }

    /** Closed by the agent. */
    default Closed resolve(Instant at) {
        if (name() != Name.ASSIGNED) {
            throw new IllegalStateException("cannot resolve from " + name());
        }
        return new Closed(at);
    }

    /** The agent who has it, if any. */
    default Optional<AgentId> assignee() {
        return this instanceof WithAgent with ? Optional.of(with.agent()) : Optional.empty();
    }
}
