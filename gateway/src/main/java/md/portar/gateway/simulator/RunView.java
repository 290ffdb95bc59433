package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A run's figures as JSON for programs, and as a table for people. */
final class RunView {
    private static final int MOST_SLIPS = 20;

    private RunView() {}

    static ObjectNode json(RunReport report) {
        ObjectNode node = Json.object()
                .put("since", report.since().toString())
                .put("seed", report.seed())
                .put("clean", report.isClean());
        node.set("total", figures(report.total()));
        ObjectNode byApp = node.putObject("byApp");
        for (ChatApp app : ChatApp.values()) {
            byApp.set(app.id(), figures(report.byApp().getOrDefault(app, report.total())));
        }
        ArrayNode slips = node.putArray("slips");
        report.slips()
                .forEach(slip -> slips.addObject()
                        .put("kind", slip.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("app", slip.app().id())
                        .put("player", slip.player())
                        .put("mark", slip.mark())
                        .put("first", slip.first().toString())
                        .put("again", slip.again().toString())
                        .put("explained", slip.explained()));
        return node;
    }

    private static ObjectNode figures(RunReport.Figures figures) {
        Map<String, ObjectNode> groups = new LinkedHashMap<>();
        rows(figures).forEach((name, value) -> {
            String[] parts = name.split("\\.");
            groups.computeIfAbsent(parts[0], unused -> Json.object()).put(parts[1], value);
        });
        ObjectNode node = Json.object();
        groups.forEach(node::set);
        return node;
    }

    private static Map<String, Long> rows(RunReport.Figures figures) {
        Map<String, Long> rows = new LinkedHashMap<>();
        RunReport.Webhooks webhooks = figures.webhooks();
        rows.put("webhooks.sent", webhooks.sent());
        rows.put("webhooks.acknowledged", webhooks.acknowledged());
        rows.put("webhooks.refused", webhooks.refused());
        rows.put("webhooks.unanswered", webhooks.unanswered());
        rows.put("webhooks.repeated", webhooks.repeated());
        RunReport.Messages messages = figures.messages();
        rows.put("messages.acknowledged", messages.acknowledged());
        rows.put("messages.answered", messages.answered());
        rows.put("messages.open", messages.open());
        rows.put("messages.repeated", messages.repeated());
        RunReport.Questions questions = figures.questions();
        rows.put("questions.asked", questions.asked());
        rows.put("questions.acknowledged", questions.acknowledged());
        rows.put("questions.answered", questions.answered());
        rows.put("questions.lost", questions.lost());
        rows.put("questions.duplicated", questions.duplicated());
        rows.put("questions.explained", questions.explained());
        rows.put("questions.outOfOrder", questions.outOfOrder());
        RunReport.Sends sends = figures.sends();
        rows.put("sends.calls", sends.calls());
        rows.put("sends.taken", sends.taken());
        rows.put("sends.ambiguous", sends.ambiguous());
        rows.put("sends.early", sends.early());
        rows.put("sends.overLimit", sends.overLimit());
        rows.put("sends.faults", sends.faults());
        rows.put("sends.ruleBreaks", sends.ruleBreaks());
        return rows;
    }

    /** Fixed width, for a terminal. */
    static String table(RunReport report) {
        StringBuilder out = new StringBuilder();
        out.append(line("", "telegram", "whatsapp", "messenger", "total"));
        Map<String, Long> total = rows(report.total());
        Map<ChatApp, Map<String, Long>> columns = new LinkedHashMap<>();
        Arrays.stream(ChatApp.values())
                .forEach(app -> columns.put(app, rows(report.byApp().getOrDefault(app, report.total()))));
        total.forEach((name, sum) -> {
            String[] cells = new String[columns.size() + 2];
            cells[0] = name;
            int at = 1;
            for (Map<String, Long> column : columns.values()) {
                cells[at++] = String.valueOf(column.get(name));
            }
            cells[at] = String.valueOf(sum);
            out.append(line(cells));
        });
        report.slips().stream()
                .limit(MOST_SLIPS)
                .forEach(slip -> out.append(String.format(
                        Locale.ROOT,
                        "%s %s %s %s%s%n",
                        slip.kind().name().toLowerCase(Locale.ROOT),
                        slip.app().id(),
                        slip.player(),
                        slip.mark(),
                        slip.explained() ? " (explained)" : "")));
        out.append(report.isClean() ? "clean" : "NOT CLEAN")
                .append(", seed ")
                .append(report.seed())
                .append('\n');
        return out.toString();
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", cells[0]));
        for (int i = 1; i < cells.length; i++) {
            line.append(String.format(Locale.ROOT, "%11s", cells[i]));
        }
        return line.append('\n').toString();
    }
}
