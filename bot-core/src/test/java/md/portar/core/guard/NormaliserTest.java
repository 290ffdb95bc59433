package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    @ParameterizedTest
    @CsvSource({
        "Parolă,parola",
        "ȘŞșş ȚŢ,ssss tt",
        "ÎÂ,ia",
        "Ёлка,елка",
        "йод,йод",
        "ｐａｓｓ,pass",
        "1️⃣2️⃣,12",
        "①②,12",
        "𝟒𝟖,48",
        "p\u200ba\u00adr,par",
        "«a»,\"a\"",
        "—,-",
        "••••,****",
        "ﬁ,fi",
        "№5,#5",
        "🅿🅰,pa",
        "🇵🇮🇳,pin"
    })
    void whatLooksTheSameBecomesTheSame(String text, String folded) {
        NormText norm = Normaliser.fold(text);

        assertThat(norm.slice(0, norm.length)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"a\u200bb1️⃣ﬁ", "Șț😀x"})
    void everyFoldedCharacterKnowsItsPlace(String text) {
        NormText norm = Normaliser.fold(text);

        for (int i = 0; i < norm.length; i++) {
            assertThat(norm.from[i]).isLessThan(norm.to[i]);
            assertThat(norm.to[i]).isLessThanOrEqualTo(text.length());
        }
    }
}
