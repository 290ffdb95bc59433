package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** What holds for any text at all. */
class GuardPropertiesTest {
    private static final SecretGuard GUARD = SecretGuard.standard();
    private static final List<String> PIECES = List.of(
            "parola",
            "parola mea e",
            "пароль",
            "мой пароль",
            "password is",
            "my pin",
            "pinul",
            "пин",
            "cvv",
            "cod",
            "код из смс",
            "code",
            "otp",
            "card",
            "cardul",
            "карта",
            "4111 1111 1111 1111",
            "5555",
            "4444",
            "12/28",
            "123",
            "4821",
            "florin22",
            "\"soarele\"",
            ":",
            "=",
            ",",
            ".",
            "\n",
            "-",
            "/",
            "⟦PIN⟧",
            "⟦PASSWORD⟧",
            "⟦",
            "⟧",
            "patru opt",
            "double seven",
            "сто двадцать",
            "nu",
            "не",
            "lei",
            "минут",
            "ticket",
            "test@example.com",
            "https://example.com/reset?token=Ab3dE5fG7",
            "p a r o l a",
            "1️⃣2️⃣3️⃣",
            "\u200b",
            "e\u0301",
            "seed phrase",
            "один два три",
            "schimba",
            "in",
            "to",
            "на",
            "?",
            "c\nv2\nv\n6\nc",
            "a/",
            "gfhjkm",
            "parolamea",
            "trei ori",
            "login",
            "'");

    @Property(tries = 3000)
    void screeningTwiceIsScreeningOnce(@ForAll("messages") String text) {
        ScreenedText once = GUARD.screen(UntrustedText.of(text)).text();
        Screening twice = GUARD.screen(UntrustedText.of(once.value()));

        assertThat(twice.text()).isEqualTo(once);
        assertThat(twice.blocked()).isFalse();
    }

    @Property(tries = 3000)
    void arbitraryTextNeverFailsAndFindingsLieInside(@ForAll String text) {
        Screening screening = GUARD.screen(UntrustedText.of(text));

        assertThat(screening.findings()).allSatisfy(finding -> {
            assertThat(finding.rule()).isNotEqualTo(SecretGuard.FAILURE);
            assertThat(finding.position()).isBetween(0, text.length());
            assertThat(finding.position() + finding.length()).isBetween(0, text.length());
        });
    }

    @Property(tries = 2000)
    void composedTextNeverFailsAndFindingsLieInside(@ForAll("messages") String text) {
        arbitraryTextNeverFailsAndFindingsLieInside(text);
    }

    @Property(tries = 1000)
    void conversationsNeverFail(@ForAll("messages") String first, @ForAll("messages") String second) {
        Instant at = Instant.EPOCH;
        ConversationContext context =
                ConversationContext.empty().afterOutgoing(CatalogueText.of(first), Expectation.NONE, at);
        Screening heard = GUARD.screen(UntrustedText.of(second), context, new TurnId("1"), at);
        Screening again = GUARD.screen(UntrustedText.of(first), heard.after(), new TurnId("2"), at);

        assertThat(again.findings()).noneMatch(finding -> finding.rule().equals(SecretGuard.FAILURE));
        assertThat(GUARD.reviewOutgoing(UntrustedText.of(first)).screening().findings())
                .noneMatch(finding -> finding.rule().equals(SecretGuard.FAILURE));
    }

    @Property(tries = 150)
    void longTextsTakeMilliseconds(@ForAll("pieces") String piece, @ForAll("pieces") String other) {
        String text = (piece + " " + other + " ").repeat(4096).substring(0, 4096);
        UntrustedText untrusted = UntrustedText.of(text);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> GUARD.screen(untrusted));
    }

    @Property(tries = 200)
    void whatIsBeyondTheLimitIsNeverKept(@ForAll("pieces") String piece) {
        String text = (piece + " x ").repeat(5000);
        String kept = GUARD.screen(UntrustedText.of(text)).text().value();

        assertThat(kept.length()).isLessThan(text.length());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> word = Arbitraries.oneOf(
                Arbitraries.of(PIECES),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(19),
                Arbitraries.strings().withCharRange('a', 'z').withChars("01_!#").ofMaxLength(9),
                Arbitraries.strings().ofMaxLength(4));
        Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", "", "\n", ", ");
        return word.list()
                .ofMaxSize(14)
                .flatMap(words -> gap.list().ofSize(words.size()).map(gaps -> joined(words, gaps)));
    }

    private static String joined(List<String> words, List<String> gaps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(words.get(i)).append(gaps.get(i));
        }
        return text.toString();
    }
}
