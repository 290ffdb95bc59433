package md.portar.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.UndeliveredMessage;
import org.jspecify.annotations.Nullable;

/** Undelivered messages in memory, newest first. Thread-safe. */
public final class FakeUndelivered implements Undelivered {
    private final List<UndeliveredMessage> messages = new ArrayList<>();
    private Replay answer = Replay.DONE;

    public synchronized void add(UndeliveredMessage message) {
        messages.add(0, message);
    }

    /** What sending again comes to from now on. */
    public synchronized void answer(Replay changed) {
        answer = changed;
    }

    @Override
    public synchronized List<UndeliveredMessage> list(Filter filter, Optional<Long> before, int limit) {
        return messages.stream()
                .filter(message -> message.number() < before.orElse(Long.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Count> counts() {
        return messages.stream()
                .map(message -> new Count(message.channel(), message.cause(), 1))
                .toList();
    }

    @Override
    public synchronized Replay replay(long number, @Nullable AgentId agent) {
        if (answer != Replay.DONE) {
            return answer;
        }
        return drop(number, agent) ? Replay.DONE : Replay.GONE;
    }

    @Override
    public synchronized boolean drop(long number, @Nullable AgentId agent) {
        return messages.removeIf(message -> message.number() == number);
    }
}
