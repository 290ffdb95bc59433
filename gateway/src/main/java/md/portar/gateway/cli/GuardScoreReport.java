package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Shows a {@link GuardScore} to a person or to a program. */
final class GuardScoreReport {
    private final GuardScore score;

    GuardScoreReport(GuardScore score) {
        this.score = score;
    }

    void print(PrintWriter out) {
        TextTable table = TextTable.ofFigures(
                List.of("", "messages", "secrets", "missed", "wrongly", "precision", "recall", "F1", "FPR"));
        row(table, "all", score.all());
        for (GuardScore.Grouping grouping : GuardScore.Grouping.values()) {
            if (!score.by(grouping).isEmpty()) {
                table.heading(grouping.name().toLowerCase(Locale.ROOT));
                score.by(grouping).forEach((name, hits) -> row(table, "  " + name, hits));
            }
        }
        table.print(out);
        if (!score.wrong().isEmpty()) {
            out.println();
            score.wrong().forEach(out::println);
        }
    }

    ObjectNode json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("all", hits(score.all()));
        for (GuardScore.Grouping grouping : GuardScore.Grouping.values()) {
            ObjectNode group = report.putObject(grouping.name().toLowerCase(Locale.ROOT));
            score.by(grouping).forEach((name, counted) -> group.set(name, hits(counted)));
        }
        if (!score.wrong().isEmpty()) {
            ArrayNode wrong = report.putArray("wrong");
            score.wrong().forEach(wrong::add);
        }
        return report;
    }

    private static void row(TextTable table, String name, GuardHits hits) {
        table.row(List.of(
                name,
                Long.toString(hits.messages()),
                Long.toString(hits.secrets()),
                Long.toString(hits.misses()),
                Long.toString(hits.falsePositives()),
                TextTable.share(hits.precision()),
                TextTable.share(hits.recall()),
                TextTable.share(hits.f1()),
                TextTable.share(hits.falsePositiveRate())));
    }

    private static ObjectNode hits(GuardHits hits) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("messages", hits.messages());
        node.put("secrets", hits.secrets());
        node.put("missed", hits.misses());
        node.put("falsePositives", hits.falsePositives());
        share(node, "precision", hits.precision());
        share(node, "recall", hits.recall());
        share(node, "f1", hits.f1());
        share(node, "falsePositiveRate", hits.falsePositiveRate());
        return node;
    }

    /** JSON has no "not a number". */
    static void share(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
