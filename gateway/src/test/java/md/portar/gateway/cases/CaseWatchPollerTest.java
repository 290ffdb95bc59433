package md.portar.gateway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import md.portar.core.casestatus.CaseDirectory.CasesUnavailable;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.CaseWatching;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import org.junit.jupiter.api.Test;

class CaseWatchPollerTest {
    private final List<CaseNumber> watched = IntStream.range(0, 250)
            .mapToObj(i -> new CaseNumber("C-" + (10_000 + i)))
            .toList();
    private final List<CaseNumber> seen = new ArrayList<>();
    private final CaseWatching watching = new CaseWatching() {
        @Override
        public int seen(CaseRecord now) {
            seen.add(now.number());
            return 0;
        }

        @Override
        public List<CaseNumber> watched(String after, int limit) {
            return watched.stream()
                    .filter(number -> number.value().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }
    };

    private static CaseRecord record(CaseNumber number) {
        return new CaseRecord(number, new AccountId("123456"), CaseStatus.RECEIVED, Instant.EPOCH);
    }

    @Test
    void everyWatchedCaseIsLookedAtOnce() {
        try (CaseWatchPoller poller = new CaseWatchPoller(number -> Optional.of(record(number)), watching)) {
            poller.round();
        }
        assertThat(seen).containsExactlyElementsOf(watched);
    }

    @Test
    void aSourceThatDoesNotAnswerEndsTheRound() {
        int[] asked = new int[1];
        try (CaseWatchPoller poller = new CaseWatchPoller(
                number -> {
                    asked[0]++;
                    throw new CasesUnavailable("down");
                },
                watching)) {
            poller.round();
        }
        assertThat(asked[0]).isEqualTo(1);
        assertThat(seen).isEmpty();
    }
}
