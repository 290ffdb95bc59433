package md.portar.core.casestatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.guard.SecretGuard;
import md.portar.core.settings.Secret;
import org.junit.jupiter.api.Test;

class CaseLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:10:00Z");
    private static final CaseNumber NUMBER = new CaseNumber("C-10482");
    private static final AccountId ACCOUNT = new AccountId("123456");
    private final CaseLink links = new CaseLink(Secret.of("a secret of sixteen or more"));

    private String link() {
        return links.parameter(NUMBER, ACCOUNT, NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void aLinkNamesItsCaseUntilItExpires() {
        assertThat(links.read(link(), NOW)).contains(new CaseLookup.Claim(NUMBER, ACCOUNT));
        assertThat(links.read(link(), NOW.plus(Duration.ofDays(14)))).isPresent();
        assertThat(links.read(link(), NOW.plus(Duration.ofDays(14).plusHours(1))))
                .isEmpty();
    }

    @Test
    void theLongestLinkFitsTheMessengersParameters() {
        String longest = links.parameter(
                new CaseNumber("ABCD-1234567890"), new AccountId("ABC123456789012"), NOW.plus(Duration.ofDays(365)));
        assertThat(longest).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9_-]+");
        assertThat(links.read(longest, NOW)).isPresent();
    }

    @Test
    void everyChangedCharacterMakesALinkWorthless() {
        String link = link();
        for (int at = 2; at < link.length(); at++) {
            char other = link.charAt(at) == 'A' ? 'B' : 'A';
            String forged = link.substring(0, at) + other + link.substring(at + 1);
            assertThat(links.read(forged, NOW)).as("character %d", at).isEmpty();
        }
        assertThat(links.read(link.substring(0, link.length() - 4), NOW)).isEmpty();
        assertThat(links.read("c_" + "A".repeat(40), NOW)).isEmpty();
        assertThat(links.read("payments", NOW)).isEmpty();
    }

    @Test
    void anotherSecretReadsNothing() {
        assertThat(new CaseLink(Secret.of("another secret, long enough")).read(link(), NOW))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseLink(Secret.of("short")));
    }

    @Test
    void theGuardLetsLinksThrough() {
        SecretGuard guard = SecretGuard.standard();
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            CaseNumber number = new CaseNumber("C-" + (10_000 + random.nextInt(90_000)));
            AccountId account = new AccountId(Integer.toString(100_000 + random.nextInt(900_000)));
            String link = links.parameter(number, account, NOW.plus(Duration.ofHours(random.nextInt(2_000))));
            for (String written : new String[] {"/start " + link, "start " + link, link}) {
                assertThat(guard.rescreen(written).value()).isEqualTo(written);
            }
        }
    }
}
