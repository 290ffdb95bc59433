package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The word lists are data: these are their tests. */
class LexiconFilesTest {
    private static final Set<Role> EVERYWHERE = EnumSet.of(
            Role.PASSWORD,
            Role.PIN,
            Role.CVV,
            Role.OTP,
            Role.CODE,
            Role.CARD,
            Role.SEED,
            Role.SMS,
            Role.VERIFY,
            Role.BACKSIDE,
            Role.REF,
            Role.PROMO,
            Role.ERROR,
            Role.POSTAL,
            Role.PHONE,
            Role.MONEY,
            Role.UNIT,
            Role.LOGIN,
            Role.PART,
            Role.COPULA,
            Role.POSS,
            Role.NEG,
            Role.CHANGE,
            Role.USE,
            Role.TO,
            Role.STOP,
            Role.ASK);

    @ParameterizedTest
    @ValueSource(strings = {"ro", "ru", "en"})
    void everyLanguageHasEveryKind(String language) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (lines(language).stream().anyMatch(line -> line.startsWith(role.key() + ":"))) {
                found.add(role);
            }
        }
        assertThat(found).containsAll(EVERYWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ro", "ru", "en"})
    void noLineSaysAWordTwice(String language) {
        for (String line : lines(language)) {
            List<String> words = words(line);
            assertThat(words).as(line.substring(0, line.indexOf(':'))).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ro", "ru", "en"})
    void wordsAreWrittenFolded(String language) {
        for (String line : lines(language)) {
            for (String word : words(line)) {
                NormText folded = Normaliser.fold(word);
                assertThat(folded.slice(0, folded.length)).isEqualTo(word);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ro", "ru", "en"})
    void everyNumberFromZeroToHundredHasItsWords(String language) {
        Set<Integer> values = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (String line : LexiconReader.lines(LexiconReader.FOLDER + language + ".num")) {
            String[] parts = line.split("\\s+");
            values.add(NumberWords.plainValue(NumberWords.parseEntry(parts[0])));
            for (int i = 1; i < parts.length; i++) {
                assertThat(words.add(parts[i])).as(parts[i]).isTrue();
            }
        }
        for (int value = 0; value <= 20; value++) {
            assertThat(values).contains(value);
        }
        assertThat(values).contains(30, 40, 50, 60, 70, 80, 90);
    }

    private static List<String> lines(String language) {
        return LexiconReader.lines(LexiconReader.FOLDER + language + ".lex");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        if (!line.startsWith("/")) {
            words.addAll(List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")));
        }
        return words;
    }
}
