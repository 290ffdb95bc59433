package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertKept;
import static md.portar.core.guard.Guards.screen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretGuardTest {
    @Test
    void twoFindingsMayShareOneCharacterAsWritten() {
        String text = "parola parola parola\u2150parola parola parola ";
        Screening screening = SecretGuard.standard().screen(UntrustedText.of(text));
        assertThat(screening.findings()).extracting(Finding::rule).doesNotContain(SecretGuard.FAILURE);
    }

    @Test
    void aFailureInsideWithholdsTheText() {
        SecretGuard broken = SecretGuard.with(new Rules(LexiconReader.read(List.of("en")), Issuers.read()) {
            @Override
            List<Hit> find(Analysis analysis) {
                throw new IllegalStateException("broken on purpose");
            }
        });

        Screening screening = broken.screen(UntrustedText.of("hello there"));
        assertThat(screening.whole()).isTrue();
        assertThat(screening.findings()).extracting(Finding::rule).containsExactly(SecretGuard.FAILURE);
        assertThat(screening.text().value()).doesNotContain("hello");
        assertThat(broken.reviewOutgoing(UntrustedText.of("hello there")).sendable())
                .isFalse();
    }

    @Test
    void markersSurviveAndAreNeverFound() {
        assertKept("parola mea e ⟦PASSWORD⟧ si cvv ⟦CVV⟧", "parola mea e ⟦PASSWORD⟧ si cvv ⟦CVV⟧");
        assertThat(screen("⟦PIN⟧").blocked()).isFalse();
    }

    @Test
    void bracketsSomebodyTypedAreNoMarker() {
        assertThat(screen("pin ⟦4821⟧").blocked()).isTrue();
    }

    @Test
    void whatIsBeyondTheLimitIsWithheld() {
        String text = "ok ".repeat(2000) + "parola mea e florin22";
        Screening screening = screen(text);

        assertThat(screening.text().value()).endsWith(Markers.REST).doesNotContain("florin22");
        assertThat(screen(screening.text().value()).text()).isEqualTo(screening.text());
    }

    @Test
    void aCardThatCrossesTheLimitIsNotKeptInPart() {
        String text = "x ".repeat(2044) + "4111 1111 1111 1111";

        assertThat(screen(text).text().value()).doesNotContain("4111");
    }

    @Test
    void findingsTellWhereInTheTextAsReceived() {
        Finding finding = screen("🔑 p\u200barola e Livada_2018!").findings().get(0);

        assertThat(finding.position()).isEqualTo("🔑 p\u200barola e ".length());
        assertThat(finding.length()).isEqualTo("Livada_2018".length());
    }

    @Test
    void readingBackMasksOldRows() {
        assertThat(Guards.GUARD.rescreen("pin 4821").value()).isEqualTo("pin ⟦PIN⟧");
    }
}
