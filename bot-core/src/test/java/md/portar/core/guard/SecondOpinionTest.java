package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionTest {
    /** No rule has an opinion on these words; a model that learnt them has. */
    private static final String TAUGHT = "cardul zmurg 9090 blarf";

    private static final SecretGuard RULES = SecretGuard.with(Rules.standard(), SecondOpinion.silent());
    private static final OpinionModel MODEL = OpinionLearner.learn(examples(), new byte[32]);
    private static final SecretGuard GUARD = SecretGuard.with(Rules.standard(), SecondOpinion.of(MODEL));

    @Test
    void findsWhatNoRuleFindsAndSaysSo() {
        Screening screening = screen(TAUGHT);

        assertThat(RULES.screen(UntrustedText.of(TAUGHT)).blocked()).isFalse();
        assertThat(screening.findings()).extracting(Finding::rule).containsExactly("scored.pin");
        assertThat(screening.text().value()).isEqualTo("cardul zmurg ⟦PIN⟧ blarf");
        assertThat(screen("cardul plonk 9090 blarf").blocked()).isFalse();
    }

    @Test
    void whatCouldBeSeveralThingsIsWithheldWhole() {
        Screening screening = screen(TAUGHT + " sau zmurg 7070 blarf");

        assertThat(screening.text().value()).isEqualTo(Markers.of(SecretKind.PIN));
        assertThat(screening.whole()).isTrue();
    }

    @Test
    void saysNothingAboutWhatIsLeftOfRedactedText() {
        assertThat(screen(TAUGHT + ", mai demult zmurg ⟦PIN⟧ blarf").blocked()).isFalse();
    }

    @Test
    void isNotAskedAboutStoredWordsNorAboutThoseThatLeave() {
        assertThat(GUARD.rescreen(TAUGHT).value()).isEqualTo(TAUGHT);
        assertThat(GUARD.reviewOutgoing(UntrustedText.of(TAUGHT)).sendable()).isTrue();
    }

    @Test
    void whereItIsSilentTheRulesStillSpeak() {
        assertThat(RULES.screen(UntrustedText.of("pinul meu e 4821")).kinds()).containsExactly(SecretKind.PIN);
    }

    @Test
    void itsGuessIsNoReasonForTheNext() {
        ConversationContext after = screen("zmurg 9090 blarf zmurg card").after();

        assertThat(after.strength).isNotEqualTo(ConversationContext.Strength.ANNOUNCED);
    }

    @Test
    void numbersThatWeWroteAreNoSecret() {
        ConversationContext after = Guards.afterBot("Ați primit cererea 9090.");

        Screening screening = GUARD.screen(UntrustedText.of(TAUGHT), after, new TurnId("turn"), Instant.EPOCH);
        assertThat(screening.blocked()).isFalse();
    }

    @Test
    void longTextsHaveABoundedNumberOfCandidates() {
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold("parola ab3cd ".repeat(400)));

        assertThat(SecondOpinion.candidates(analysis, ConversationContext.empty()))
                .hasSize(256);
    }

    @Test
    void digitsTellingOneAfterTheOtherAreOneCandidate() {
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold("pe spate: 2, apoi 0, apoi 6"));

        assertThat(SecondOpinion.candidates(analysis, ConversationContext.empty()))
                .filteredOn(candidate -> candidate.shape() == Candidate.Shape.DICTATED)
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.number()).extracting(Num::digits).isEqualTo("206"));
    }

    @Test
    void whatWasWrittenIsReadAgainAndAnythingElseRefused() {
        OpinionModel model = OpinionModel.shipped();
        byte[] written = model.written();

        assertThat(OpinionModel.read(written).written()).isEqualTo(written);
        assertThat(written.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> OpinionModel.read(new byte[written.length])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OpinionModel.read(new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void learnsTheSameFromTheSame() {
        assertThat(OpinionLearner.learn(examples(), new byte[32]).written()).isEqualTo(MODEL.written());
    }

    @Test
    void theBuildTrainsOnceAndAgainWhenAMessageIsAdded(@TempDir Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (String source : List.of("md/portar/core/guard", "md/portar/guard", "md/portar/faq-pack")) {
            Files.createDirectories(classes.resolve(source));
        }
        Path labelled = Files.createDirectories(folder.resolve("labelled"));
        Path file = labelled.resolve("few.jsonl");
        Files.writeString(file, "{\"text\": \"pinul 4821\", \"label\": \"BLOCK\", \"kinds\": [\"PIN\"]}\n");
        Path model = classes.resolve(OpinionModel.RESOURCE.substring(1));
        String[] arguments = {classes.toString(), labelled.toString()};

        OpinionTraining.main(arguments);
        byte[] first = Files.readAllBytes(model);
        Files.setLastModifiedTime(model, FileTime.fromMillis(0));
        OpinionTraining.main(arguments);

        assertThat(Files.getLastModifiedTime(model).toMillis()).isZero();
        Files.writeString(file, Files.readString(file) + "{\"text\": \"pinul nu merge\", \"label\": \"ALLOW\"}\n");
        OpinionTraining.main(arguments);
        assertThat(Files.readAllBytes(model)).isNotEqualTo(first);
    }

    @Test
    void nothingIsLearntFromTheHalfThatIsOnlyReported() throws IOException {
        Path training = Path.of("src", "main", "guard-training");
        Set<String> reported = Stream.of("ro", "ru", "en")
                .flatMap(language -> LabelledMessages.lines("report/" + language + ".jsonl").stream())
                .map(SecondOpinionTest::plain)
                .collect(Collectors.toSet());
        List<Path> files;
        try (Stream<Path> listed = Files.list(training)) {
            files = listed.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }

        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode message = LabelledMessages.json(line);
                assertThat(!message.has("text") || !reported.contains(plain(message)))
                        .as(message.get("id").asText())
                        .isTrue();
            }
        }
    }

    private static String plain(JsonNode line) {
        NormText text = Normaliser.fold(line.get("text").asText());
        return text.slice(0, text.length).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static OpinionExample example(String text, boolean secret) {
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold(text));
        Set<SecretKind> kinds = secret ? Set.of(SecretKind.PIN) : Set.of();
        return OpinionExample.of(analysis, ConversationContext.empty(), secret, kinds, List.of());
    }

    private static List<OpinionExample> examples() {
        List<OpinionExample> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            examples.add(example("cardul zmurg " + (1000 + 37 * i) + " blarf", true));
            examples.add(example("cardul plonk " + (1000 + 41 * i) + " blarf", false));
            examples.add(example("cardul zmurg blarf", false));
        }
        return examples;
    }

    private static Screening screen(String text) {
        return GUARD.screen(UntrustedText.of(text));
    }
}
