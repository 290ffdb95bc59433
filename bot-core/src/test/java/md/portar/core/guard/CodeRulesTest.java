package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertFinds;
import static md.portar.core.guard.Guards.assertKept;
import static md.portar.core.guard.Guards.assertPasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeRulesTest {
    @Test
    void pinsInEveryLanguageAndWriting() {
        assertFinds(
                SecretKind.PIN,
                "pinul meu e 4821",
                "мой пин 4821",
                "my pin is 4821",
                "4821 e pinul",
                "4821 это пин",
                "pin: 4.8.2.1",
                "pin⃣ 4️⃣8️⃣2️⃣1️⃣".replace("n⃣", "n"),
                "ріn 4821",
                "moi pin 4821",
                "schimba pinul in 4821",
                "pin patru opt doi unu",
                "пин сорок восемь двадцать один",
                "my pin is forty eight twenty one",
                "pin double four double two");
    }

    @Test
    void securityCodesInEveryLanguageAndWriting() {
        assertFinds(
                SecretKind.CVV,
                "cvv 583",
                "цвв 583",
                "cvc is 583",
                "codul din spate 583",
                "три цифры сзади 583",
                "the 3 digits on the back 583",
                "cvv-ul este o sută douăzeci și trei",
                "cvv сто двадцать три",
                "c v v 5-8-3",
                "cvv 5O3");
    }

    @Test
    void oneTimeCodesInEveryLanguageAndWriting() {
        assertFinds(
                SecretKind.OTP,
                "codul din sms e 739150",
                "код из смс 739150",
                "sms code 739150",
                "am primit codul 739150",
                "G-739150 is your sign in code",
                "codul de recuperare 4GHT-77QA-PLM2",
                "https://example.com/reset?token=Zk3vQ81nPw0Lr5",
                "otpauth://totp/Example:test.user?secret=JBSWY3DPEHPK3PXP",
                "cheia de configurare KRSX G5CT MVRX EZLU");
    }

    @Test
    void theNearestQualifierWins() {
        assertKept("tichet 483920, pinul 4821", "tichet 483920, pinul ⟦PIN⟧");
        assertKept("case 771806, i said my pin is 3517", "case 771806, i said my pin is ⟦PIN⟧");
        assertPasses("numarul tichetului cu parola e 90317", "case number for the pin problem: 60433");
    }

    @Test
    void unitsAmountsDatesAndMasksVeto() {
        assertPasses(
                "pin blocat dupa 300 incercari",
                "codul n-a venit de 2000 minute",
                "cod de 1500 lei",
                "код не приходит 1200 секунд",
                "parola am schimbat-o pe 14.03.2031",
                "pin **** 12",
                "cvv ***",
                "$1250 on card, pin blocked",
                "code at 18:45");
    }

    @Test
    void codesThatAreNoSecretPass() {
        assertPasses(
                "cod promo VARA2026",
                "bonus code 7777",
                "код ошибки 5013",
                "error code 5014",
                "codul postal 3101",
                "country code 373",
                "codul biletului 884120",
                "swift code EXMPMD2X",
                "cod client 100442",
                "код купона 12345678",
                "voucher code 44XY-9921");
    }

    @Test
    void enumerationsAreFoundWhole() {
        assertThat(Guards.screen("am incercat pinul 1470 si 1407").findings()).hasSize(2);
        assertThat(Guards.screen("backup codes: 7h2k-9dlp 3f8q-x0zc").findings())
                .hasSize(2);
    }

    @Test
    void codesToldInHalves() {
        assertFinds(
                SecretKind.OTP,
                "first half of the code is 310, second half 774",
                "первая половинка кода 771, вторая 304");
        assertFinds(SecretKind.PIN, "jumatatea intai a pinului 61, a doua 07");
        assertPasses("in prima jumatate a anului am depus 300, in a doua 450, iar parola mi-a mers mereu");
    }

    @Test
    void aNumberSaidBehindToBeASecretIsOne() {
        assertFinds(SecretKind.PIN, "ticket says 4471, that's the pin", "на чеке записано 7731, это мой пин");
        assertFinds(
                SecretKind.OTP,
                "mi-a aparut 448190, acesta este codul de confirmare",
                "7h2k-55vd, this is a backup code");
        assertPasses("ticket 8842, it's a pin question", "заявка 44719, это про код подтверждения");
    }
}
