package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import md.portar.core.conversation.Effect.CountAnswer.Signal;
import md.portar.core.store.AnswerCount;

/** What became of the answers, a line a topic. */
final class TopicCounts {
    private final Map<String, Map<Signal, Long>> topics = new TreeMap<>();

    private TopicCounts() {}

    static TopicCounts of(List<AnswerCount> counts) {
        TopicCounts all = new TopicCounts();
        counts.forEach(one -> all.topics
                .computeIfAbsent(one.topic().value(), topic -> new EnumMap<>(Signal.class))
                .merge(one.signal(), one.count(), Long::sum));
        return all;
    }

    void print(PrintWriter out) {
        if (topics.isEmpty()) {
            out.println("No topic was answered since then.");
            return;
        }
        TextTable table =
                TextTable.ofFigures(List.of("topic", "answered", "suggested", "helped", "did not help", "escalated"));
        topics.forEach((topic, counts) -> {
            List<String> row = new ArrayList<>(List.of(topic));
            for (Signal signal : Signal.values()) {
                row.add(Long.toString(counts.getOrDefault(signal, 0L)));
            }
            table.row(row);
        });
        table.print(out);
    }
}
