package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.message.ConversationKey;

/** Five failed look-ups in 15 minutes lock a person. */
final class RememberingAttempts implements LookupAttempts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private final List<Instant> failures = new ArrayList<>();

    @Override
    public Optional<Duration> lockedFor(ConversationKey person, CaseNumber number, Instant now) {
        failures.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        return failures.size() < 5
                ? Optional.empty()
                : Optional.of(Duration.between(now, failures.get(0).plus(WINDOW)));
    }

    @Override
    public void failed(ConversationKey person, CaseNumber number, Instant now) {
        failures.add(now);
    }

    int count() {
        return failures.size();
    }
}
