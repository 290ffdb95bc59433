package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertFinds;
import static md.portar.core.guard.Guards.assertPasses;

import org.junit.jupiter.api.Test;

/** Numbers that nothing names. */
class ToldCodesTest {
    @Test
    void whatCameIsACode() {
        assertFinds(SecretKind.OTP, "739150 пришло", "G-739150", "Use 739150 to sign in", "sms 1: 739150");
        assertFinds(SecretKind.OTP, "банк прислал мне цифры 739150, я их ввёл, время вышло");
        assertFinds(SecretKind.OTP, "739150 thats from the message", "ce fac cu 739150 care a venit acum?");
        assertPasses("pun 739150 la numar de telefon si zice invalid");
        assertPasses("n-am primit cod la contul 100234", "somebody called from 555-0147 about an sms code");
    }

    @Test
    void sixDigitsThatWereTypedAndRefusedAreACode() {
        assertFinds(SecretKind.OTP, "introduc 739150 si zice expirat", "739150 doesn't work, resend");
        assertPasses("am jucat biletul 739150 si nu merge", "typed my id 739150 says not found");
    }

    @Test
    void whatOpensAnAppIsItsPin() {
        assertFinds(SecretKind.PIN, "2580 opens the app", "deschid aplicatia cu doi cinci opt zero");
        assertFinds(SecretKind.PIN, "в банкомате жму 4821 говорит неверно");
        assertPasses("aplicatia nu se deschide de la versiunea 2580");
    }

    @Test
    void digitsOneByOneAreACodeWhereverItWasNamed() {
        assertFinds(SecretKind.CVV, "раз вы просите три циферки с изнанки, то они 5 1 8");
        assertPasses("pasii 1 2 3 facuti, parola tot nu");
    }

    @Test
    void aCodeToldInPartsIsOneCode() {
        assertFinds(SecretKind.OTP, "the code has nine first, then 1 7 7, then a five and a five");
        assertFinds(SecretKind.CARD_NUMBER, "scriu cardul: 4111 apoi 1111 apoi inca o data 1111 si la urma tot 1111");
    }

    @Test
    void repeatedDigitsAreCounted() {
        assertFinds(SecretKind.PIN, "pin is 7 three times then 2", "pinul meu unu de trei ori apoi doi");
        assertFinds(SecretKind.CVV, "ввожу cvv тремястами двадцатью семью", "cvv e de trei ori 4");
    }

    @Test
    void numbersOfOtherThingsAreNoCodes() {
        assertPasses(
                "3 bilete: 70019, 70020, 70021, toate fara cod de confirmare",
                "what does code 4032 mean",
                "codul companiei 1003600 nu se vede",
                "in jocul Olympus 1000 imi cere cod",
                "code for account 100234 never came",
                "E-1407 la pasul cu cvc",
                "по пину можно снимать до 4000?");
    }

    @Test
    void theCodeAfterAnExpiryNeedsNoNameOfItsOwn() {
        assertFinds(SecretKind.CVV, "12/27 731", "cardul expira 12/27 iar codul 731");
        assertPasses("It's like that since 6/16/1975", "card 12/27 expira");
    }
}
