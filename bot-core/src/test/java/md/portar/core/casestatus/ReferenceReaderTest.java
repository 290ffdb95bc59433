package md.portar.core.casestatus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceReaderTest {
    private final ReferenceReader reader = new ReferenceReader("C-10482");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C-10482 ID 123456|[C-10482]|[123456]|[]",
                "c10482, cont 123456|[C-10482]|[123456]|[]",
                "C 10482|[C-10482]|[]|[]",
                "С-10482|[C-10482]|[]|[]",
                "счёт 123456 обращение 10482|[10482]|[123456]|[]",
                "ID-ul contului 123456|[]|[123456]|[]",
                "numarul contului meu: 123456|[]|[123456]|[]",
                "№10482|[10482]|[]|[]",
                "my account id is 123456, request #10482|[10482]|[123456]|[]",
                "айди 123456|[]|[123456]|[]",
                "10482 123456|[]|[]|[10482, 123456]",
                "am depus 5000 lei|[]|[]|[5000]",
                "nimic aici 12|[]|[]|[]"
            })
    void numbersAreReadByWhatStandsBeforeThem(String words, String cases, String accounts, String unclear) {
        ReferenceReader.References references = reader.read(words);
        assertThat(references.cases()).hasToString(cases);
        assertThat(references.accounts()).hasToString(accounts);
        assertThat(references.unclear()).hasToString(unclear);
    }

    @Test
    void anExampleWithoutLettersHasNoPrefix() {
        assertThat(new ReferenceReader("10482").casePrefix()).isEmpty();
        assertThat(new ReferenceReader("10482").read("C-10482").cases()).containsExactly("C-10482");
    }
}
