package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertFinds;
import static md.portar.core.guard.Guards.assertKept;
import static md.portar.core.guard.Guards.assertPasses;

import org.junit.jupiter.api.Test;

/** Keywords and values that do not look like themselves. */
class DisguisesTest {
    @Test
    void aKeywordTypedWithTheOtherKeyboardLayoutIsRead() {
        assertFinds(SecretKind.PASSWORD, "gfhjkm barsik77", "vjq gfhjkm: barsik", "зфыыцщкв: rapid900");
        assertPasses("gfhjkm yt gjl[jlbn");
        assertKept("gfhjkm barsik77", "gfhjkm ⟦PASSWORD⟧");
    }

    @Test
    void wordsTypedWithoutSpacesAreTakenApart() {
        assertFinds(SecretKind.PASSWORD, "parolameaeflorin22", "mypasswordiskitten44", "мойпарольбарсик77");
        assertFinds(SecretKind.PIN, "mypinis4821", "pinulmeue4821");
        assertPasses("parolamea nu merge", "mypassword doesn't work", "parolelenoastre", "passwordless");
    }

    @Test
    void codesTypedWithoutSpacesAreTakenApart() {
        assertFinds(SecretKind.PIN, "pin3391wrong", "пин7718неверный", "pinul7718gresit", "4471pin blocked");
        assertFinds(SecretKind.CVV, "cvc118exp1127", "цвв904срок0630");
        assertFinds(SecretKind.OTP, "codulsms448120", "кодсмс448120", "smscode502934");
        assertFinds(SecretKind.CARD_NUMBER, "card5555555555554444visa");
        assertPasses("pinul3incercari", "code500free", "error404code", "промокод500руб", "pinterest2024");
    }

    @Test
    void cyrillicKeywordsDrawnWithLatinLettersAreRead() {
        assertFinds(SecretKind.PASSWORD, "MOU napoJIb Barsuk44");
        assertFinds(SecretKind.PIN, "nuH 5519 He npuHuMaeT");
        assertFinds(SecretKind.CVV, "CBB 640");
        assertPasses("napoJIb He npuxoDuT", "nAPoJIb 3a6bIJI, noMoruTe");
    }

    @Test
    void lettersTypedTwiceAreOne() {
        assertFinds(SecretKind.PIN, "мой пинн 4821");
        assertPasses("pinned chat with 4821 views");
    }

    @Test
    void lettersOfTwoAlphabetsAreReadByShapeAndBySound() {
        assertFinds(SecretKind.PASSWORD, "pаrоль: Моlоdо77", "пaрoль барсик");
        assertFinds(SecretKind.PIN, "пинул меу есте 7229");
    }

    @Test
    void anOrdinaryWordInLeetIsNoPassword() {
        assertPasses("p4rola nu m3rge", "parol v0sstanovil");
    }

    @Test
    void lettersThatLookLikeDigitsAreDigits() {
        assertFinds(SecretKind.CARD_NUMBER, "4Ill llll 1111 IIII");
        assertFinds(SecretKind.CVV, "CVV 97З");
        assertFinds(SecretKind.OTP, "codul de confirmare 5S1 O37");
        assertPasses("codul expira in 120s");
    }

    @Test
    void aKeywordSpelledOverLinesIsRead() {
        assertFinds(SecretKind.PIN, "P\nI\nN\n6\n4\n4\n9");
    }
}
