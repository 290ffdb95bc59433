package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardReportTest {
    @Test
    void countsPerLanguageKindAndTag() {
        GuardReport report = new GuardReport();
        report.add("ro", true, Set.of(SecretKind.PIN), List.of("spaced"), verdict(SecretKind.PIN));
        report.add("ro", true, Set.of(SecretKind.PIN), List.of("spaced"), verdict());
        report.add("en", false, Set.of(), List.of("question"), verdict(SecretKind.OTP));
        report.add("en", false, Set.of(), List.of("question"), verdict());

        assertThat(report.total().recall()).isEqualTo(0.5);
        assertThat(report.total().precision()).isEqualTo(0.5);
        assertThat(report.total().f1()).isCloseTo(0.5, within(1e-9));
        assertThat(report.total().falsePositiveRate()).isEqualTo(0.5);
        assertThat(java.util.Objects.requireNonNull(report.languages().get("ro"))
                        .recall())
                .isEqualTo(0.5);
        assertThat(java.util.Objects.requireNonNull(report.kinds().get("PIN")).recall())
                .isEqualTo(0.5);
        assertThat(java.util.Objects.requireNonNull(report.kinds().get("OTP")).precision())
                .isZero();
        assertThat(report.table()).contains("tag spaced", "language en", "kind CARD_NUMBER");
    }

    @Test
    void aConversationHasOneVerdictPerMessage() {
        GuardScorer scorer = new GuardScorer(SecretGuard.standard());
        List<GuardVerdict> verdicts = scorer.judge(List.of(
                new GuardScorer.Utterance(GuardScorer.Speaker.USER, UntrustedText.of("my pin is")),
                new GuardScorer.Utterance(GuardScorer.Speaker.USER, UntrustedText.of("4821")),
                new GuardScorer.Utterance(GuardScorer.Speaker.AGENT, UntrustedText.of("What is your password?"))));

        assertThat(verdicts).extracting(GuardVerdict::label).containsExactly("ALLOW", "BLOCK", "BLOCK");
        assertThat(verdicts.get(2).rules()).containsExactly("outgoing.asks-password");
    }

    private static GuardVerdict verdict(SecretKind... kinds) {
        return new GuardVerdict(kinds.length > 0, Set.of(kinds), List.of(), ScreenedText.EMPTY);
    }
}
