package md.portar.gateway.oncall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.pipeline.OnCallStanding;

/** What an operator is told in the health report when those on call are not told. */
public final class OnCallNote {
    private OnCallNote() {}

    /** Empty when all is well. */
    public static Optional<String> of(OnCallStanding standing) {
        List<String> parts = new ArrayList<>();
        standing.problem()
                .ifPresent(problem -> parts.add("requests for protection that those on call were not told of yet: "
                        + standing.counts().waiting() + "; the receiver: " + HttpOnCall.inWords(problem)));
        int givenUp = standing.counts().givenUp();
        if (givenUp > 0) {
            parts.add("given up within a week: " + givenUp + "; see 'portar on-call list'");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
