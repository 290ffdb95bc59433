package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertFinds;
import static md.portar.core.guard.Guards.assertKept;
import static md.portar.core.guard.Guards.assertPasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111", "4222222222222", "5555555555554444", "5105105105105100", "2223003122003222",
                "378282246310005", "371449635398431", "30569309025904", "36227206271667", "6011111111111117",
                "3530111333300000", "6200000000000005", "6759649826438453", "2200000000000004"
            })
    void publishedTestNumbersOfEveryNetworkAreCards(String number) {
        assertFinds(SecretKind.CARD_NUMBER, number, "plata cu " + number + " nu trece");
        assertPasses(number.substring(0, number.length() - 1)
                + (char) ('0' + (number.charAt(number.length() - 1) - '0' + 1) % 10));
    }

    @Test
    void groupsAreJoinedOverShortGaps() {
        assertKept("card 4111 1111 1111 1111 ok", "card ⟦CARD_NUMBER⟧ ok");
        assertKept("4111-1111-1111-1111", "⟦CARD_NUMBER⟧");
        assertKept("4111\n1111\n1111\n1111", "⟦CARD_NUMBER⟧");
        assertKept("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "⟦CARD_NUMBER⟧");
        assertKept("4111/1111/1111/1111", "⟦CARD_NUMBER⟧");
    }

    @Test
    void disguisesAreSeenThrough() {
        assertFinds(
                SecretKind.CARD_NUMBER,
                "４１１１ １１１１ １１１１ １１１１",
                "4111\u200b1111\u200b1111\u200b1111",
                "4lll llll llll llll 4111 1111 1111 1111");
        assertFinds(SecretKind.CARD_NUMBER, "5555 5555 5555 4444".replace("0", "O"));
        assertFinds(SecretKind.CARD_NUMBER, "four one one one one one one one one one one one one one one one");
    }

    @Test
    void aNumberOnNoNetworkIsACardOnlyWhenCalledOne() {
        assertFinds(SecretKind.CARD_NUMBER, "cardul meu 9306 6409 7024 5226");
        assertPasses("id plata 9306 6409 7024 5226 nu apare");
    }

    @Test
    void otherLongNumbersPass() {
        assertPasses(
                "4111 1111 1111 1112",
                "IBAN MD24AG000225100013104168",
                "+373 600 00 017",
                "4111 **** **** 1111",
                "IDNP 2000000000017",
                "https://example.com/4111111111111111");
    }

    @Test
    void theCodeBehindNumberAndExpiryIsFound() {
        assertThat(Guards.screen("4111111111111111\n12/28\n641").kinds())
                .containsExactly(SecretKind.CVV, SecretKind.CARD_NUMBER);
    }
}
