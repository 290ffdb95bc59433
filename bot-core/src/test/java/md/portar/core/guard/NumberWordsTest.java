package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    @ParameterizedTest
    @CsvSource({
        "o suta douazeci si trei,123",
        "trei mii doua sute una,3201",
        "patruzeci si opt douazeci si unu,4821",
        "patru opt doi unu,4821",
        "dublu sapte dublu trei,7733",
        "doua sute saizeci si una,261",
        "cincisprezece paispe,1514",
        "zero patruzeci si opt,048",
        "сто двадцать три,123",
        "три тысячи двести один,3201",
        "сорок восемь двадцать один,4821",
        "дважды семь дважды три,7733",
        "пятьсот шестьдесят три,563",
        "ноль сорок восемь,048",
        "tri sem odin vosem,3718",
        "one hundred and twenty three,123",
        "forty eight twenty one,4821",
        "double seven double three,7733",
        "nine oh four oh,9040",
        "three thousand two hundred one,3201",
        "triple five zero eight two,555082",
        "a hundred and five,105"
    })
    void wordsBecomeTheDigitsOneWouldType(String words, String digits) {
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold(words));

        assertThat(analysis.numbers).hasSize(1);
        assertThat(analysis.numbers.get(0).digits()).isEqualTo(digits);
        assertThat(analysis.numbers.get(0).spelled()).isTrue();
    }
}
