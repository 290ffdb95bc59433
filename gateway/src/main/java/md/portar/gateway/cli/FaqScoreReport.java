package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows a {@link FaqScore} to a person or to a program. */
final class FaqScoreReport {
    private static final double HALF = 0.5;
    private static final double ALMOST_ALL = 0.99;

    private final FaqScore score;
    private final Duration loading;
    /** Of all messages, so that groups without a topic are measured by it as well. */
    private final double threshold;

    private final int mostConfusions;

    FaqScoreReport(FaqScore score, Duration loading, int mostConfusions) {
        this.score = score;
        this.loading = loading;
        this.threshold = score.all().fiveInAHundred();
        this.mostConfusions = mostConfusions;
    }

    void print(PrintWriter out) {
        TextTable table = TextTable.ofFigures(
                List.of("", "messages", "of none", "acc@1", "acc@3", "refused", "none", "none@5", "wrong", "language"));
        row(table, "all", score.all());
        group(table, "language", score.languages());
        group(table, "tag", score.tags());
        table.print(out);
        out.println();
        out.printf(
                Locale.ROOT,
                "loaded in %.2f s; a message takes %.3f ms (half), %.3f ms (99 in 100)%n",
                loading.toMillis() / 1e3,
                score.millis(HALF),
                score.millis(ALMOST_ALL));
        List<Map.Entry<FaqScore.Confusion, Integer>> confusions = score.confusions(mostConfusions);
        if (!confusions.isEmpty()) {
            out.println();
            TextTable mistakes = TextTable.ofFigures(List.of("expected → got", "times"));
            confusions.forEach(entry -> mistakes.row(List.of(
                    entry.getKey().expected() + " → " + entry.getKey().got(),
                    entry.getValue().toString())));
            mistakes.print(out);
        }
    }

    ObjectNode json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("all", figures(score.all()));
        ObjectNode languages = report.putObject("language");
        score.languages().forEach((name, figures) -> languages.set(name, figures(figures)));
        ObjectNode tags = report.putObject("tag");
        score.tags().forEach((name, figures) -> tags.set(name, figures(figures)));
        report.put("loadMillis", loading.toMillis());
        GuardScoreReport.share(report, "millisP50", score.millis(HALF));
        GuardScoreReport.share(report, "millisP99", score.millis(ALMOST_ALL));
        ArrayNode confusions = report.putArray("confusions");
        score.confusions(mostConfusions)
                .forEach(entry -> confusions
                        .addObject()
                        .put("expected", entry.getKey().expected())
                        .put("got", entry.getKey().got())
                        .put("times", entry.getValue()));
        return report;
    }

    private void group(TextTable table, String title, Map<String, FaqFigures> group) {
        if (!group.isEmpty()) {
            table.heading(title);
            group.forEach((name, figures) -> row(table, "  " + name, figures));
        }
    }

    private void row(TextTable table, String name, FaqFigures figures) {
        table.row(List.of(
                name,
                Long.toString(figures.messages()),
                Long.toString(figures.none()),
                TextTable.share(figures.accuracy()),
                TextTable.share(figures.accuracyAmongThree()),
                TextTable.share(figures.refused()),
                TextTable.share(figures.noneRecall()),
                TextTable.share(figures.noneBelow(threshold)),
                TextTable.share(figures.wrongSent()),
                TextTable.share(figures.rightLanguage())));
    }

    private ObjectNode figures(FaqFigures figures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("messages", figures.messages());
        node.put("none", figures.none());
        GuardScoreReport.share(node, "accuracyAt1", figures.accuracy());
        GuardScoreReport.share(node, "accuracyAt3", figures.accuracyAmongThree());
        GuardScoreReport.share(node, "refused", figures.refused());
        GuardScoreReport.share(node, "noneRecall", figures.noneRecall());
        GuardScoreReport.share(node, "noneRecallAt5PercentRefused", figures.noneBelow(threshold));
        GuardScoreReport.share(node, "wrongSent", figures.wrongSent());
        GuardScoreReport.share(node, "rightLanguage", figures.rightLanguage());
        return node;
    }
}
