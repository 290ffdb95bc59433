package md.portar.gateway.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.pipeline.OnCallStanding;

/** What an operator is told in the health report when those on call are not told. */
public final class OnCallNote {
    /** Longer than telling takes when all is well; another node may know why it does not. */
    private static final Duration USUAL = Duration.ofMinutes(1);

    private OnCallNote() {}

    /** Empty when all is well. */
    public static Optional<String> of(OnCallStanding standing, Instant now) {
        List<String> parts = new ArrayList<>();
        boolean late = standing.counts()
                .oldest()
                .filter(since -> since.plus(USUAL).isBefore(now))
                .isPresent();
        if (late || standing.problem().isPresent()) {
            parts.add("requests for protection that those on call were not told of yet: "
                    + standing.counts().waiting());
        }
        standing.problem().ifPresent(problem -> parts.add("the receiver: " + HttpOnCall.inWords(problem)));
        int givenUp = standing.counts().givenUp();
        if (givenUp > 0) {
            parts.add("given up within a week: " + givenUp + "; see 'portar on-call list'");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
