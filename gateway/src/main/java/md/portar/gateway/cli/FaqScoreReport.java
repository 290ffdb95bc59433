package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** Shows a {@link FaqScore} to a person or to a program. */
final class FaqScoreReport {
    private final FaqScore score;
    private final int mostConfusions;

    FaqScoreReport(FaqScore score, int mostConfusions) {
        this.score = score;
        this.mostConfusions = mostConfusions;
    }

    void print(PrintWriter out) {
        TextTable table = TextTable.ofFigures(
                List.of("", "messages", "of none", "acc@1", "acc@3", "refused", "none", "none@5", "wrong", "language"));
        row(table, "all", score.all());
        group(table, "language", score.languages());
        group(table, "tag", score.tags());
        table.print(out);
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
        ArrayNode confusions = report.putArray("confusions");
        score.confusions(mostConfusions)
                .forEach(entry -> confusions
                        .addObject()
                        .put("expected", entry.getKey().expected())
                        .put("got", entry.getKey().got())
                        .put("times", entry.getValue()));
        return report;
    }

    private static void group(TextTable table, String title, Map<String, FaqFigures> group) {
        if (!group.isEmpty()) {
            table.heading(title);
            group.forEach((name, figures) -> row(table, "  " + name, figures));
        }
    }

    private static void row(TextTable table, String name, FaqFigures figures) {
        table.row(List.of(
                name,
                Long.toString(figures.messages()),
                Long.toString(figures.none()),
                TextTable.share(figures.accuracy()),
                TextTable.share(figures.accuracyAmongThree()),
                TextTable.share(figures.refused()),
                TextTable.share(figures.noneRecall()),
                TextTable.share(figures.noneRecallAtFiveInAHundred()),
                TextTable.share(figures.wrongSent()),
                TextTable.share(figures.rightLanguage())));
    }

    private static ObjectNode figures(FaqFigures figures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("messages", figures.messages());
        node.put("none", figures.none());
        GuardScoreReport.share(node, "accuracyAt1", figures.accuracy());
        GuardScoreReport.share(node, "accuracyAt3", figures.accuracyAmongThree());
        GuardScoreReport.share(node, "refused", figures.refused());
        GuardScoreReport.share(node, "noneRecall", figures.noneRecall());
        GuardScoreReport.share(node, "noneRecallAt5PercentRefused", figures.noneRecallAtFiveInAHundred());
        GuardScoreReport.share(node, "wrongSent", figures.wrongSent());
        GuardScoreReport.share(node, "rightLanguage", figures.rightLanguage());
        return node;
    }
}
