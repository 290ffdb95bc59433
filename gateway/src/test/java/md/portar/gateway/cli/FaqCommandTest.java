package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaqCommandTest {
    private static final String TRAINING = """
            {"lang":"en","text":"how do I withdraw money","intent":"withdraw"}
            {"lang":"en","text":"withdraw my winnings","intent":"withdraw"}
            {"lang":"en","text":"when is my withdrawal paid","intent":"withdraw"}
            {"lang":"en","text":"how do I deposit money","intent":"deposit"}
            {"lang":"en","text":"add money to my account","intent":"deposit"}
            {"lang":"en","text":"deposit by bank card","intent":"deposit"}
            {"lang":"en","text":"I want to see my bonus","intent":"bonus"}
            {"lang":"en","text":"bonus rules","intent":"bonus"}
            {"lang":"en","text":"where is the welcome bonus","intent":"bonus"}
            {"lang":"en","text":"verify my identity","intent":"verification"}
            {"lang":"en","text":"which documents do you need","intent":"verification"}
            {"lang":"en","text":"send my passport photo","intent":"verification"}
            {"lang":"en","text":"what is the weather","intent":"OOS"}
            {"lang":"en","text":"tell me a joke","intent":"OOS"}
            """;

    @TempDir
    private Path folder;

    @Test
    void theBuiltInPackIsInOrder() {
        assertThat(Run.of("faq", "check")).isEqualTo(new Run(0, "The pack is in order." + System.lineSeparator(), ""));
    }

    @Test
    void aBrokenPackIsToldFileByFile() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "topics: [\n");
        Run run = Run.of("faq", "check", "--pack", folder.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("pack.yaml").contains("problem(s).");
        assertThat(run.err()).isEmpty();

        Run match = Run.of("faq", "match", file("m.jsonl", ""), "--pack", folder.toString());
        assertThat(match.exit()).isEqualTo(1);
        assertThat(match.err()).contains("portar: pack.yaml");
    }

    @Test
    void aMissingPackIsToldInOneLine() {
        String missing = folder.resolve("nothing").toString();
        assertThat(Run.of("faq", "check", "--pack", missing))
                .isEqualTo(new Run(1, "", "portar: " + missing + ": there is no such folder" + System.lineSeparator()));
    }

    @Test
    void messagesAreMatchedWithThePack() throws IOException {
        Run run = Run.of("faq", "match", file("m.jsonl", """
                {"id":"1","text":"Cum retrag banii?"}
                {"id":"2","text":"как вывести деньги"}
                {"id":"3"}
                {"id":"4","text":""}
                """));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("line 3 has no text under \"text\"");
        assertThat(run.json()).hasSize(3);
        JsonNode first = run.json().get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("id", "band", "topic", "confidence", "alternatives", "language");
        assertThat(first.path("band").asText()).isIn("ANSWER", "SUGGEST", "NONE");
        assertThat(first.path("topic").asText()).isEqualTo("withdrawal-how");
        assertThat(first.path("confidence").asDouble()).isBetween(0.0, 1.0);
        assertThat(first.path("alternatives")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(other -> {
            assertThat(other.path("topic").asText()).isNotEqualTo("withdrawal-how");
            assertThat(other.path("confidence").isNumber()).isTrue();
        });
        assertThat(first.path("language").asText()).isEqualTo("ro");
        assertThat(run.json().get(1).path("topic").asText()).isEqualTo("withdrawal-how");
        assertThat(run.json().get(1).path("language").asText()).isEqualTo("ru");
    }

    @Test
    void anyLabelledFileCanBeLearntFrom() throws IOException {
        Run run = Run.withInput(
                "{\"id\":7,\"text\":\"withdraw winnings please\"}",
                "faq",
                "match",
                "-",
                "--train",
                file("t.jsonl", TRAINING));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json().get(0).path("topic").asText()).isEqualTo("withdraw");
        assertThat(run.json().get(0).path("alternatives")).hasSize(3);
        assertThat(run.json().get(0).path("id").asInt()).isEqualTo(7);
    }

    @Test
    void badTrainingLinesAreToldAndTheOthersLearntFrom() throws IOException {
        String training = TRAINING + """
                {"lang":"xx","text":"a","intent":"b"}
                {"lang":"en","text":"hunter2secret"}
                nonsense
                """;
        Run run =
                Run.withInput("{\"text\":\"bonus rules\"}", "faq", "match", "-", "--train", file("t.jsonl", training));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().get(0).path("topic").asText()).isEqualTo("bonus");
        assertThat(run.json().get(0).path("id").isNull()).isTrue();
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err())
                .contains("line 15 has a \"lang\"", "line 16", "line 17")
                .doesNotContain("hunter2secret");
    }

    @Test
    void goodLinesAreAnsweredWhateverStandsBetweenThem() throws IOException {
        Path mixed = folder.resolve("mixed.jsonl");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"id\":1,\"text\":\"how do i withdraw\"}\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("{\"id\":2,\"text\":\"как вывести\"}\n".getBytes(Charset.forName("windows-1251")));
        bytes.writeBytes(("{\"id\":3,\"text\":\"" + "x".repeat(3_000_000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("{\"id\":4,\"text\":17}\n[]\n{\"id\":6\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("{\"id\":8,\"text\":\"forgot my password\"}".getBytes(StandardCharsets.UTF_8));
        Files.write(mixed, bytes.toByteArray());
        Run run = Run.of("faq", "match", mixed.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json())
                .extracting(line -> line.path("id").asInt())
                .contains(1, 8)
                .doesNotContain(2, 4, 6);
        assertThat(run.err()).contains("line 2 ", "line 4 ", "line 5 ", "line 6 ");
    }

    @Test
    void anEmptyFileIsScoredAsNothingAndAMissingOneTold() throws IOException {
        assertThat(Run.of("faq", "score", file("q.jsonl", "")).exit()).isZero();
        Run missing = Run.of("faq", "score", folder.resolve("nothing.jsonl").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err().lines()).hasSize(1);
    }

    @Test
    void thereMustBeSomethingToLearn() throws IOException {
        Run run = Run.withInput("", "faq", "match", "-", "--train", file("t.jsonl", ""));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("has no line with an intent to learn");
    }

    @Test
    void aPackAndATrainingFileExcludeEachOther() throws IOException {
        Run run = Run.of("faq", "match", "-", "--train", file("t.jsonl", TRAINING), "--pack", folder.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void aScoreCountsWhatWasRight() throws IOException {
        String questions = file("q.jsonl", """
                {"id":1,"lang":"en","text":"withdraw my winnings","topic":"withdraw","tags":["plain"]}
                {"id":2,"lang":"en","text":"bonus rules","topic":"verification","also":["bonus"]}
                {"id":3,"lang":"en","text":"bonus rules","topic":"deposit"}
                {"id":4,"lang":"en","text":"zzz qqq","topic":"OOS","tags":["far"]}
                """);
        String training = file("t.jsonl", TRAINING);
        Run run = Run.of("faq", "score", questions, "--train", training, "--json");
        assertThat(run.exit()).isZero();
        JsonNode report = run.json().get(0);
        assertThat(report.at("/all/messages").asInt()).isEqualTo(4);
        assertThat(report.at("/all/none").asInt()).isEqualTo(1);
        assertThat(report.at("/all/accuracyAt1").asDouble()).isEqualTo(2.0 / 3);
        assertThat(report.at("/tag/plain/accuracyAt1").asDouble()).isEqualTo(1.0);
        assertThat(report.at("/tag/far/accuracyAt1").isNull()).isTrue();
        assertThat(report.at("/language/en/rightLanguage").isNumber()).isTrue();
        assertThat(report.at("/tag/far/noneRecallAt5PercentRefused").isNumber()).isTrue();
        assertThat(report.at("/loadMillis").isIntegralNumber()).isTrue();
        assertThat(report.at("/millisP99").asDouble())
                .isGreaterThanOrEqualTo(report.at("/millisP50").asDouble());
        assertThat(report.at("/confusions"))
                .anySatisfy(confusion ->
                        assertThat(confusion.path("expected").asText()).isEqualTo("deposit"));

        Run table = Run.of("faq", "score", questions, "--train", training);
        assertThat(table.exit()).isZero();
        assertThat(table.out()).contains("acc@1", "0.6667", "deposit → ", "loaded in ");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(Run.of("faq").exit()).isEqualTo(2);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
