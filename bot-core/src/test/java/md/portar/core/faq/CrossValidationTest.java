package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;

/** What the model makes of messages it was not trained on: its own pack in turns, and a public data set where it is present. */
class CrossValidationTest {
    private static final double ANSWER = 0.75;

    @Test
    void thePackIsLearntWellEnoughToPredictItsOwnUnseenPhrasings() {
        PackSource pack = new PackReader(PackFiles.builtIn(), new PackProblems()).read();
        List<Calibration.Judged> judged = Calibration.judge(FaqMatcher.examples(pack), Vocabulary.of(pack.concepts()));
        Map<String, int[]> byLanguage = new TreeMap<>();
        List<Double> topics = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        int wrongSent = 0;
        double[] said = new double[10];
        double[] happened = new double[10];
        for (Calibration.Judged one : judged) {
            double confidence = Confidence.shipped().of(one.signals());
            wrongSent += confidence >= ANSWER && !one.right() ? 1 : 0;
            int bin = (int) Math.min(9, confidence * 10);
            said[bin] += confidence;
            happened[bin] += one.right() ? 1 : 0;
            if (one.example().isNone()) {
                none.add(confidence);
                continue;
            }
            topics.add(confidence);
            int[] n = byLanguage.computeIfAbsent(one.example().language().code(), key -> new int[2]);
            n[0]++;
            n[1] += one.right() ? 1 : 0;
        }
        double recall = noneRecall(topics, none);
        double error = calibrationError(said, happened, judged.size());
        double wrong = (double) wrongSent / judged.size();
        byLanguage.forEach((language, n) ->
                System.out.printf("pack, five folds: %s %.3f of %d%n", language, (double) n[1] / n[0], n[0]));
        System.out.printf(
                "pack, five folds: none caught %.3f, wrong sent %.3f, calibration error %.3f%n", recall, wrong, error);
        assertThat(byLanguage.values())
                .allSatisfy(n -> assertThat((double) n[1] / n[0]).isGreaterThan(0.84));
        assertThat(recall).isGreaterThan(0.83);
        assertThat(wrong).isLessThan(0.035);
        assertThat(error).as("refit the numbers of Confidence.shipped()").isLessThan(0.04);
    }

    @Test
    void aPublicDataSetIsLearntByTheSameEngine() throws IOException {
        Path folder = Path.of("..", "..", "shared", "corpora");
        if (!Files.isDirectory(folder)) {
            folder = Path.of("..", "shared", "corpora");
        }
        boolean present = Files.isRegularFile(folder.resolve("clinc150-train.jsonl"));
        assumeTrue(present, "skipped: the public data sets are not beside the project");
        LabelMatcher matcher = LabelMatcher.train(read(folder.resolve("clinc150-train.jsonl")));
        List<Double> inside = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        int right = 0;
        LanguageGuess english = new LanguageGuess(Language.EN, true, false, false);
        for (Example example : read(folder.resolve("clinc150-test.jsonl"))) {
            LabelMatch.Candidate best = matcher.match(example.text(), english).best();
            (example.isNone() ? outside : inside).add(best.confidence());
            right += best.label().equals(example.label()) ? 1 : 0;
        }
        double accuracy = (double) right / inside.size();
        double recall = noneRecall(inside, outside);
        System.out.printf("CLINC150, ten phrasings: right %.3f, none caught at 5 %% refusals %.3f%n", accuracy, recall);
        assertThat(accuracy).isGreaterThan(0.85);
        assertThat(recall).isGreaterThan(0.69);
    }

    /** The share of strangers below the confidence under which one in twenty good questions falls. */
    private static double noneRecall(List<Double> inside, List<Double> outside) {
        inside.sort(Comparator.naturalOrder());
        double threshold = inside.get(inside.size() / 20);
        return (double) outside.stream().filter(one -> one < threshold).count() / outside.size();
    }

    private static double calibrationError(double[] said, double[] happened, int all) {
        double error = 0;
        for (int bin = 0; bin < said.length; bin++) {
            error += Math.abs(said[bin] - happened[bin]) / all;
        }
        return error;
    }

    private static List<Example> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            examples.add(new Example(row.get("text").asText(), row.get("intent").asText(), Language.EN));
        }
        return examples;
    }
}
