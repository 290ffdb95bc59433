package md.portar.gateway.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.pipeline.OnCallStanding;
import md.portar.core.store.OnCallNotices.Standing;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.Test;

class OnCallNoteTest {
    private static final Instant NOW = FixedClock.MONDAY;

    private static Optional<String> note(Standing counts, Optional<Attempt> problem) {
        return OnCallNote.of(new OnCallStanding(counts, problem), NOW);
    }

    @Test
    void whatIsBeingToldIsNoNews() {
        assertThat(OnCallNote.of(OnCallStanding.QUIET, NOW)).isEmpty();
        assertThat(note(new Standing(1, Optional.of(NOW.minusSeconds(5)), 0), Optional.empty()))
                .isEmpty();
    }

    @Test
    void whatWaitsForLongIsSaidAlsoWhenOnlyAnotherNodeKnowsWhy() {
        assertThat(note(new Standing(2, Optional.of(NOW.minusSeconds(61)), 0), Optional.empty()))
                .contains("requests for protection that those on call were not told of yet: 2");
    }

    @Test
    void theReceiversAnswerAndWhatWasGivenUpAreSaid() {
        assertThat(note(new Standing(1, Optional.of(NOW), 3), Optional.of(new Attempt(Result.REFUSED, 404)))
                        .orElseThrow())
                .contains("not told of yet: 1;", "status 404", "given up within a week: 3");
    }
}
