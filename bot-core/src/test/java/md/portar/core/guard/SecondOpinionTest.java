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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionTest {
    /** Learnt from; no rule has an opinion on it. */
    private static final String TAUGHT = "smska de la voi: 7 4 4 1 9, grabiti-va ca expira!";

    private static final SecretGuard RULES = SecretGuard.with(Rules.standard(), SecondOpinion.silent());
    private static final SecretGuard GUARD = SecretGuard.standard();

    @Test
    void findsWhatNoRuleFindsAndSaysSo() {
        Screening screening = screen(TAUGHT);

        assertThat(RULES.screen(UntrustedText.of(TAUGHT)).blocked()).isFalse();
        assertThat(screening.findings()).extracting(Finding::rule).containsExactly("scored.otp");
        assertThat(screening.text().value()).isEqualTo("smska de la voi: ⟦OTP⟧, grabiti-va ca expira!");
    }

    @Test
    void whatCouldBeSeveralThingsIsWithheldWhole() {
        Screening screening = screen("incep cu 8, apoi 15, apoi 331: 815331 vezi daca asta-i smska de la voi");

        assertThat(screening.findings()).extracting(Finding::rule).containsExactly("scored.otp");
        assertThat(screening.text().value()).isEqualTo(Markers.of(SecretKind.OTP));
        assertThat(screening.whole()).isTrue();
    }

    @Test
    void saysNothingAboutWhatIsLeftOfRedactedText() {
        assertThat(screen("⟦PIN⟧ si " + TAUGHT).blocked()).isFalse();
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
        ConversationContext after = screen(TAUGHT).after();

        assertThat(after.strength).isNotEqualTo(ConversationContext.Strength.ANNOUNCED);
    }

    @Test
    void numbersThatWeWroteAreNoSecret() {
        ConversationContext after = Guards.afterBot("Cererea dumneavoastră este 74419.");

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
        List<OpinionExample> examples =
                List.of(example("cardul zmurg 9090 blarf", true), example("cardul plonk 9090 blarf", false));
        OpinionModel first = OpinionLearner.learn(examples, new byte[32]);
        OpinionModel second = OpinionLearner.learn(examples, new byte[32]);

        assertThat(second.written()).isEqualTo(first.written());
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

    private static Screening screen(String text) {
        return GUARD.screen(UntrustedText.of(text));
    }
}
