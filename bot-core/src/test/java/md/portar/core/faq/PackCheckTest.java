package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackCheckTest {
    private static final String FILE = "topics/kyc-how.yaml";

    @Test
    void theShippedPackHasNoMistake() {
        assertThat(PackCheck.check(PackFiles.builtIn()).all()).isEmpty();
    }

    @Test
    void theShippedPackIsComplete() {
        assertThat(BuiltInPack.CATALOGUE.topics().stream().filter(topic -> !topic.pseudo()))
                .hasSize(40)
                .allSatisfy(topic -> assertThat(topic.texts()).containsOnlyKeys(Language.values()));
        assertThat(BuiltInPack.CATALOGUE.topics().stream().filter(FaqTopic::pseudo))
                .hasSize(4);
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertProblem(new EditedPack().write(FILE, "id: kyc-how\nro: [unclosed\n"), FILE, "", "broken YAML in line");
    }

    @Test
    void aFileThatIsNotAMapIsNamed() {
        assertProblem(new EditedPack().write(FILE, "just words"), FILE, "", "must be a map");
    }

    @Test
    void aKeyGivenTwiceIsNamed() {
        EditedPack pack = new EditedPack();
        assertProblem(pack.write(FILE, pack.text(FILE) + "\nid: kyc-how\n"), FILE, "", "broken YAML");
    }

    @Test
    void aMissingTranslationIsNamed() {
        assertProblem(new EditedPack().cutFrom(FILE, "en:"), FILE, "en", "translation is missing");
    }

    @ParameterizedTest
    @CsvSource({"title, en.title", "long-title, en.long-title"})
    void aMissingTitleIsNamed(String key, String place) {
        EditedPack pack = new EditedPack();
        String text = pack.text(FILE);
        String broken = text.substring(0, text.indexOf("\nen:"))
                + text.substring(text.indexOf("\nen:")).replaceFirst("\n  " + key + ": [^\n]*", "");
        assertProblem(pack.write(FILE, broken), FILE, place, "is missing");
    }

    @Test
    void aMissingAnswerAndAnUnknownKeyAreNamed() {
        EditedPack pack = new EditedPack().replace(FILE, "  answer:", "  anwser:");
        assertProblem(pack, FILE, "ro.answer", "is missing");
        assertProblem(pack, FILE, "ro.anwser", "unknown key");
    }

    @Test
    void anAbsentFileIsNamed() {
        EditedPack pack = new EditedPack();
        assertProblem(
                pack.replace("pack.yaml", "  - kyc-how\n", "  - kyc-how\n  - absent-topic\n"),
                "topics/absent-topic.yaml",
                "",
                "file is missing");
    }

    @Test
    void aFileThatTheIndexForgotIsNamed() {
        EditedPack pack = new EditedPack().replace("pack.yaml", "  - kyc-how\n", "");
        assertProblem(pack.write(FILE, pack.text(FILE)), FILE, "", "is not named in pack.yaml");
    }

    @Test
    void anIdThatIsNotTheFileNameIsNamed() {
        assertProblem(new EditedPack().replace(FILE, "id: kyc-how", "id: kyc-who"), FILE, "id", "name of the file");
    }

    @ParameterizedTest
    @CsvSource({"title, 21, at most 20", "long-title, 41, at most 40"})
    void labelsThatDoNotFitAreNamed(String key, int length, String message) {
        EditedPack pack = new EditedPack();
        String text = pack.text(FILE).replaceFirst("\n  " + key + ": [^\n]*", "\n  " + key + ": " + "x".repeat(length));
        assertProblem(pack.write(FILE, text), FILE, "ro." + key, message);
    }

    @Test
    void anAnswerThatIsTooLongIsNamed() {
        assertProblem(inAnswer("word ".repeat(120)), FILE, "ro.answer", "at most 600");
    }

    @Test
    void anUnknownPlaceholderIsNamed() {
        assertProblem(inAnswer("{adress}"), FILE, "ro.answer", "unknown placeholder {adress}");
    }

    @Test
    void anUnknownRelatedTopicIsNamed() {
        assertProblem(
                new EditedPack().replace(FILE, "related: [", "related: [nowhere, "), FILE, "related", "no such topic");
    }

    @Test
    void aPhrasingOfTwoTopicsIsNamedWhateverItsSpelling() {
        assertProblem(
                new EditedPack().replace(FILE, "  phrasings:\n", "  phrasings:\n    - AM UITAT PAROLA!!\n"),
                "topics/kyc-how.yaml",
                "ro.phrasings[0]",
                "is also a phrasing of forgotten-password");
    }

    @Test
    void tooFewPhrasingsAreNamed() {
        String text = new EditedPack().text(FILE);
        int phrasings = text.indexOf("  phrasings:");
        int russian = text.indexOf("\nru:");
        String few =
                text.substring(0, phrasings) + "  phrasings:\n    - trimit buletinul unde\n" + text.substring(russian);
        assertProblem(new EditedPack().write(FILE, few), FILE, "ro.phrasings", "expected at least 25");
    }

    @Test
    void tooFewMessagesOfNoneAreNamed() {
        assertProblem(new EditedPack().write("none.yaml", "ro: [ce faci]"), "none.yaml", "ro", "expected at least 150");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Durează 48 de ore. | states the number 48",
                "Scrie la help@example.com. | states an address",
                "Scrie pe Telegram: @example | states an address",
                "Vezi https://example.com. | states a link",
                "Vezi t.me/example. | states a link",
                "Sună la +373 600 00 012. | states a telephone number",
                "Trimite parola contului. | asks for a password",
                "Scrie în chat codul din SMS. | asks for a password",
                "Укажите пароль и номер. | asks for a password",
                "Send us the CVV of the card. | asks for a password"
            })
    void factsOutsideTheContractAreNamed(String sentence, String message) {
        assertProblem(inAnswer(sentence), FILE, "ro.answer", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nu trimite parola nimănui.",
                "Никому не отправляйте код из SMS.",
                "Never send your PIN.",
                "1. Deschide."
            })
    void warningsAndStepsAreNoFacts(String sentence) {
        assertThat(AnswerFacts.objections(new TopicId("kyc-how"), sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Trimite-ne parola contului.", "Scrie aici codul primit prin SMS.", "Parola ta este Temp2031x."})
    void anAnswerThatAsksForASecretOrHoldsOneIsNamed(String sentence) {
        assertProblem(
                inAnswer(sentence),
                FILE,
                "ro.answer",
                "asks for a secret or holds one, which nobody may send a player");
    }

    @Test
    void cedillasAreNamed() {
        assertProblem(inAnswer("aşteaptă"), FILE, "ro.answer", "cedilla");
    }

    @Test
    void aBrokenPackIsRefusedWithAllItsMistakes() {
        EditedPack pack = inAnswer("{adress} 48").replace("topics/wagering.yaml", "related: [", "related: [nowhere, ");
        assertThatThrownBy(() -> FaqCatalogue.load(pack, OperatorTexts.none()))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("{adress}")
                .hasMessageContaining("48")
                .hasMessageContaining("topics/wagering.yaml:4: related: no such topic: nowhere");
    }

    @Test
    void operatorTextsFillPlaceholdersAndTheirAbsenceSaysWhereToLook() {
        PackSource source = new PackReader(PackFiles.builtIn(), new PackProblems()).read();
        OperatorTexts operator = OperatorTexts.of(Map.of("email", "help@example.org", "phone", " "));
        FaqCatalogue configured = FaqCatalogue.of(source, operator);
        String with = answer(configured, "email-how");
        String without = answer(BuiltInPack.CATALOGUE, "email-how");
        assertThat(with).contains("help@example.org");
        assertThat(without).doesNotContain("@").contains("Contact");
        assertThat(configured.topics())
                .allSatisfy(topic -> topic.texts()
                        .values()
                        .forEach(texts -> assertThat(texts.answer().value()).doesNotContain("{")));
    }

    private static String answer(FaqCatalogue catalogue, String topic) {
        return catalogue
                .topic(new TopicId(topic))
                .flatMap(one -> one.in(Language.RO))
                .orElseThrow()
                .answer()
                .value();
    }

    private static EditedPack inAnswer(String words) {
        EditedPack pack = new EditedPack();
        String text = pack.text(FILE).replaceFirst("\n  answer: \\|\n", "\n  answer: |\n    " + words + "\n");
        return pack.write(FILE, text);
    }

    @Test
    void everyMistakeIsNamedWithItsLine() {
        EditedPack pack = new EditedPack();
        String text = pack.text(FILE);
        String label = "a label that no button has room for";
        pack.write(FILE, text.replaceFirst("(?m)^  title: .*$", "  title: " + label) + "    - am uitat parola\n");
        List<String> lines = pack.text(FILE).lines().toList();
        assertThat(PackCheck.check(pack).all())
                .extracting(PackProblem::toString)
                .satisfiesExactly(
                        tooLong -> assertThat(tooLong)
                                .startsWith(FILE + ":" + (lines.indexOf("  title: " + label) + 1) + ": ro.title: has "),
                        twice -> assertThat(twice)
                                .startsWith(FILE + ":" + lines.size() + ": en.phrasings[")
                                .endsWith("\"am uitat parola\" is also a phrasing of forgotten-password"));
    }

    @Test
    void whatIsMissingIsNamedWithTheLineOfWhatItIsMissingFrom() {
        EditedPack pack = new EditedPack().write(FILE, "id: kyc-how\ncategory: x\nro:\n  title: Acte\n");
        assertThat(PackCheck.check(pack).all()).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo("ro.answer");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void brokenYamlHasALineOfItsOwn() {
        EditedPack pack = new EditedPack().write(FILE, "id: kyc-how\nro:\n  title: \"open\n");
        assertThat(PackCheck.check(pack).all())
                .filteredOn(problem -> problem.message().startsWith("broken YAML"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isGreaterThan(1));
    }

    private static void assertProblem(PackFiles pack, String file, String key, String message) {
        assertThat(PackCheck.check(pack).all()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.message()).contains(message);
        });
    }
}
