package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource({
        "вывод, vyvod",
        "вывод, vivod",
        "вывод, wyvod",
        "хочу, xochu",
        "хочу, khochu",
        "вход, vxod",
        "можно, mozhno",
        "можно, mojno",
        "ещё, еще",
        "щука, shchuka",
        "цена, tsena",
        "юля, yulya",
        "мой, moj",
        "мой, moy",
        "новый, novyj",
        "чат, chat",
        "код, cod",
        "бонус, bonus",
        "карта, carta",
        "счёт, schet",
        "що, що",
        "гроші, groshi"
    })
    void spellingsOfOneWordSoundTheSame(String first, String second) {
        assertThat(sounds(first)).isEqualTo(sounds(second));
    }

    @ParameterizedTest
    @CsvSource({"вывод, ввод", "depun, retrag", "cont, conturi", "login, logout", "час, чат"})
    void differentWordsStayDifferent(String first, String second) {
        assertThat(sounds(first)).isNotEqualTo(sounds(second));
    }

    @ParameterizedTest
    @CsvSource({
        "așteptare, asteptare", "aşteptare, asteptare", "țară, tara", "ţară, tara", "î, i", "â, a", "ВЫВОД, vyvod",
        "heeeelp, help", "nuuu, nu", "can't, can not", "24/7, 24 7", "500, 0", "ce😂faci, ce faci", "s-au, s au"
    })
    void foldsLetters(String text, String folded) {
        assertThat(String.join(" ", Fold.words(text))).isEqualTo(folded);
    }

    @Test
    void hasNoWordsInPunctuationAndSmileys() {
        assertThat(Fold.words("?!… 👍🏽 —")).isEmpty();
        assertThat(Fold.words("")).isEmpty();
    }

    @Test
    void looksOnlyAtTheBeginningOfVeryLongMessages() {
        assertThat(Fold.words("a".repeat(10) + " " + "b ".repeat(100_000))).hasSizeLessThan(Fold.LONGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "retragerea, retragere",
        "documente, document",
        "verificarea, verificare",
        "документы, документ",
        "карту, карта",
        "messages, message",
        "documents, document"
    })
    void formsOfOneWordShareAStem(String first, String second) {
        assertThat(stem(first)).isEqualTo(stem(second));
    }

    @ParameterizedTest
    @CsvSource({
        "witdrawal, withdrawal, true",
        "passwrod, password, true",
        "verifcation, verification, true",
        "pasword, word, false",
        "account, amount, false",
        "abcd, badc, false"
    })
    void knowsOneSlip(String typed, String meant, boolean oneSlip) {
        assertThat(Spelling.isOneSlip(typed, meant)).isEqualTo(oneSlip);
    }

    private static String sounds(String text) {
        return String.join(" ", FeatureReader.sounds(text));
    }

    private static String stem(String word) {
        return Stem.of(FeatureReader.sounds(word).get(0));
    }

    @Test
    void shorthandOfOneAlphabetIsNotReadInAnother() {
        assertThat(Fold.words("thx, u r great")).containsExactly("thanks", "you", "are", "great");
        assertThat(Fold.words("ты у им")).containsExactly("ty", "u", "im");
        assertThat(Fold.words("спс")).isEqualTo(Fold.words("sps")).containsExactly("spasibo");
    }
}
